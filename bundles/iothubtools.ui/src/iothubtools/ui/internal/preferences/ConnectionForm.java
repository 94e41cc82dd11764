// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Findings;

/**
 * A hub connection while it is entered: a connection string and its parts, each following the other. Holds the key in
 * memory only, and for a saved connection not even that, until it is asked for.
 */
public final class ConnectionForm {

	private final String id;
	private final List<String> takenNames;
	private final boolean keyStored;
	private String name;
	private boolean nameFollowsHost;
	private String hostName;
	private String policyName;
	private String key = "";
	private boolean entra;
	private String tenant = "";
	private String caCertificate;
	private boolean production;
	private @Nullable String connectionStringProblem;
	private @Nullable String connectionStringWarning;

	private ConnectionForm(HubConnection connection, boolean keyStored, Collection<String> takenNames) {
		this(connection.id(), keyStored, takenNames);
		name = connection.name();
		hostName = connection.host().toString();
		policyName = connection.policyName();
		if (connection.kind() instanceof ConnectionKind.Entra signIn) {
			entra = true;
			tenant = signIn.tenant();
		}
		caCertificate = connection.caCertificate();
		production = connection.production();
	}

	private ConnectionForm(String id, boolean keyStored, Collection<String> takenNames) {
		this.id = id;
		this.keyStored = keyStored;
		this.takenNames = List.copyOf(takenNames);
		name = "";
		hostName = "";
		policyName = "";
		caCertificate = "";
	}

	/** An empty form for a new connection; {@code takenNames} are those of the others. */
	public static ConnectionForm create(Collection<String> takenNames) {
		ConnectionForm form = new ConnectionForm(UUID.randomUUID().toString(), false, takenNames);
		form.nameFollowsHost = true;
		return form;
	}

	/** A form for a connection; that of a policy has a key: the one given, or else the one in Secure Storage. */
	public static ConnectionForm edit(HubConnection connection, @Nullable SharedAccessKey unsavedKey,
			Collection<String> takenNames) {
		ConnectionForm form = new ConnectionForm(connection, unsavedKey == null && !connection.isEntra(), takenNames);
		form.key = unsavedKey == null ? "" : unsavedKey.reveal();
		return form;
	}

	public String name() {
		return name;
	}

	public void setName(String name) {
		this.name = name.strip();
		nameFollowsHost = false;
	}

	boolean nameTaken() {
		return takenNames.stream().anyMatch(name::equalsIgnoreCase);
	}

	public String hostName() {
		return hostName;
	}

	/** Takes over a host name; a whole connection string, pasted here by mistake, is taken for what it is. */
	public void setHostName(String text) {
		try {
			ConnectionText whole = ConnectionText.readWhole(text);
			if (entra) {
				hostName = whole.hostName();
				partChanged();
			} else {
				take(whole, text);
			}
		} catch (InvalidInputException e) {
			hostName = text.strip();
			partChanged();
		}
	}

	/** Whether the hub is opened by a sign-in at Microsoft Entra ID, and not by a policy. */
	public boolean entra() {
		return entra;
	}

	/** Chooses the kind; what was entered for the other stays, for the person to come back to. */
	public void setEntra(boolean entra) {
		this.entra = entra;
	}

	/** Whose account is to be used; may be empty. */
	public String tenant() {
		return tenant;
	}

	public void setTenant(String tenant) {
		this.tenant = tenant.strip();
	}

	public String policyName() {
		return policyName;
	}

	public void setPolicyName(String policyName) {
		this.policyName = policyName.strip();
		partChanged();
	}

	/** The key in base64 as entered; empty while the stored one is kept. */
	public String key() {
		return key;
	}

	public void setKey(String base64) {
		this.key = base64.strip();
		partChanged();
	}

	/** Whether an empty key means the one in Secure Storage. */
	public boolean keyStored() {
		return keyStored;
	}

	public String caCertificate() {
		return caCertificate;
	}

	public void setCaCertificate(String file) {
		this.caCertificate = file.strip();
	}

	/** Whether the hub is one of production, at which nothing is destroyed without its name. */
	public boolean production() {
		return production;
	}

	public void setProduction(boolean production) {
		this.production = production;
	}

	private void partChanged() {
		connectionStringProblem = null;
		connectionStringWarning = null;
		proposeName();
	}

	private void proposeName() {
		if (nameFollowsHost) {
			try {
				name = hostName.isEmpty() ? "" : proposal(HubHost.parse(hostName));
			} catch (InvalidInputException e) {
				name = "";
			}
		}
	}

	private static String proposal(HubHost host) {
		// of an address, the part before the first dot says nothing
		return Character.isDigit(host.name().charAt(host.name().length() - 1)) ? host.toString() : host.hubName();
	}

	/** The parts as a connection string, with the key or with {@link ConnectionText#MASK} in its place. */
	public String connectionString(boolean revealed) {
		return new ConnectionText(hostName, policyName, key, keyStored).format(revealed);
	}

	/** Takes over a connection string that was typed or pasted. One that is not possible changes no part. */
	public void setConnectionString(String text) {
		try {
			take(new ConnectionText(hostName, policyName, key, keyStored).read(text), text);
		} catch (InvalidInputException e) {
			connectionStringProblem = ConnectionText.WHOLE.equals(e.field()) ? e.reason() : e.getMessage();
		}
	}

	private void take(ConnectionText read, String text) {
		hostName = read.hostName();
		policyName = read.policyName();
		key = read.key();
		partChanged();
		connectionStringWarning = ConnectionText.warning(text);
	}

	/** Why the connection string as typed is not possible, or null. */
	@Nullable
	String connectionStringProblem() {
		return connectionStringProblem;
	}

	/** What of the connection string last taken over was left out, or null; until the next edit. */
	@Nullable
	String connectionStringWarning() {
		return connectionStringWarning;
	}

	/** What is missing, wrong or doubtful. */
	public Findings findings() {
		return Findings.of(this, ConnectionRules.ALL);
	}

	/**
	 * The connection as entered.
	 *
	 * @throws InvalidInputException while {@link #findings} are not complete
	 */
	public HubConnection connection() {
		ConnectionKind kind = entra ? new ConnectionKind.Entra(tenant) : new ConnectionKind.Policy(policyName);
		return new HubConnection(id, name, HubHost.parse(hostName), kind, caCertificate, production);
	}

	/**
	 * The key as entered, or null when the stored one is to be kept or there is to be none.
	 *
	 * @throws InvalidInputException while {@link #findings} are not complete
	 */
	public @Nullable SharedAccessKey newKey() {
		return entra || key.isEmpty() ? null : SharedAccessKey.parse(key);
	}
}
