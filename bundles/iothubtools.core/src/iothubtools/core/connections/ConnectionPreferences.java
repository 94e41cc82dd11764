// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

import iothubtools.client.auth.HubHost;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/**
 * Connections as preference nodes, one below {@code connections} for each id. A node that cannot be read is skipped and
 * logged, so that one damaged entry does not hide the others.
 */
public final class ConnectionPreferences {

	private static final String NODE = "connections";
	private static final String DEFAULT = "defaultConnection";
	private static final String NAME = "name";
	private static final String HOST = "host";
	private static final String POLICY = "policy";
	/** Missing for that of a policy, as it was before there was another. */
	private static final String KIND = "kind";
	private static final String KIND_POLICY = "policy";
	private static final String KIND_ENTRA = "entra";
	private static final String TENANT = "tenant";
	private static final String CA_CERTIFICATE = "caCertificate";

	/** Only there for one that is marked. */
	private static final String PRODUCTION = "production";
	/** Rights that the policy is known not to have. */
	private static final String MISSING_RIGHTS = "missingRights";
	/** Only there for a hub that speaks AMQP on another port than all of Azure's. */
	private static final String AMQP_PORT = "amqpPort";
	private static final String SEPARATOR = " ";

	private final Preferences root;

	/** Connections below {@code root}. */
	public ConnectionPreferences(Preferences root) {
		this.root = root;
	}

	synchronized List<HubConnection> load() {
		List<HubConnection> connections = new ArrayList<>();
		try {
			Preferences parent = root.node(NODE);
			for (String id : parent.childrenNames()) {
				read(id, parent.node(id), connections);
			}
		} catch (BackingStoreException e) {
			ILog.of(ConnectionPreferences.class).error("Hub connections cannot be read from the preferences", e);
		}
		connections.sort(Comparator.comparing(HubConnection::name, String.CASE_INSENSITIVE_ORDER));
		return List.copyOf(connections);
	}

	private static void read(String id, Preferences node, List<HubConnection> into) {
		try {
			ConnectionKind kind = kind(node);
			if (kind == null) {
				ILog.of(ConnectionPreferences.class).warn("Hub connection " + id + " is of a kind that this version does not know");
				return;
			}
			into.add(new HubConnection(id, node.get(NAME, id), HubHost.parse(node.get(HOST, "")), kind, node.get(CA_CERTIFICATE, ""),
					node.getBoolean(PRODUCTION, false)));
		} catch (InvalidInputException e) {
			ILog.of(ConnectionPreferences.class).warn("Hub connection " + id + " has an unusable host name or tenant", e);
		}
	}

	private static @Nullable ConnectionKind kind(Preferences node) {
		return switch (node.get(KIND, KIND_POLICY)) {
		case KIND_POLICY -> new ConnectionKind.Policy(node.get(POLICY, ""));
		case KIND_ENTRA -> new ConnectionKind.Entra(node.get(TENANT, ""));
		default -> null;
		};
	}

	synchronized void store(HubConnection connection) {
		Preferences node = root.node(NODE).node(connection.id());
		boolean fresh = !node.get(HOST, "").equals(connection.host().toString())
				|| !node.get(POLICY, "").equals(connection.kind() instanceof ConnectionKind.Entra ? "" : connection.policyName());
		if (fresh) {
			// what was learnt of another policy says nothing of this one
			node.remove(MISSING_RIGHTS);
		}
		node.put(NAME, connection.name());
		node.put(HOST, connection.host().toString());
		if (connection.kind() instanceof ConnectionKind.Entra entra) {
			node.put(KIND, KIND_ENTRA);
			node.put(TENANT, entra.tenant());
			node.remove(POLICY);
		} else {
			node.put(POLICY, connection.policyName());
			node.remove(KIND);
			node.remove(TENANT);
		}
		node.put(CA_CERTIFICATE, connection.caCertificate());
		if (connection.production()) {
			node.putBoolean(PRODUCTION, true);
		} else {
			node.remove(PRODUCTION);
		}
		flush();
	}

	synchronized void remove(String id) {
		try {
			root.node(NODE).node(id).removeNode();
		} catch (BackingStoreException e) {
			ILog.of(ConnectionPreferences.class).error("A hub connection cannot be removed from the preferences", e);
		}
		flush();
	}

	/** The rights that were missing when they were kept last. */
	synchronized Set<HubRight> missingRights(String id) {
		Set<HubRight> missing = EnumSet.noneOf(HubRight.class);
		// whoever asks for the node of a connection that is gone makes it
		String names = exists(id) ? root.node(NODE).node(id).get(MISSING_RIGHTS, "") : "";
		for (HubRight right : HubRight.values()) {
			if (List.of(names.split(SEPARATOR)).contains(right.azureName())) {
				missing.add(right);
			}
		}
		return missing;
	}

	/** Nothing happens when the connection is gone. */
	synchronized void storeMissingRights(String id, Set<HubRight> missing) {
		if (!exists(id)) {
			return;
		}
		Preferences node = root.node(NODE).node(id);
		String names = missing.stream().map(HubRight::azureName).collect(Collectors.joining(SEPARATOR));
		if (!names.equals(node.get(MISSING_RIGHTS, ""))) {
			if (names.isEmpty()) {
				node.remove(MISSING_RIGHTS);
			} else {
				node.put(MISSING_RIGHTS, names);
			}
			flush();
		}
	}

	/** The port of AMQP that is kept with a connection, else {@code usual}. */
	public synchronized int amqpPort(String id, int usual) {
		return exists(id) ? root.node(NODE).node(id).getInt(AMQP_PORT, usual) : usual;
	}

	private boolean exists(String id) {
		try {
			return root.nodeExists(NODE + '/' + id);
		} catch (BackingStoreException e) {
			return false;
		}
	}

	synchronized @Nullable String defaultId() {
		return root.get(DEFAULT, null);
	}

	synchronized void setDefaultId(String id) {
		root.put(DEFAULT, id);
		flush();
	}

	private void flush() {
		try {
			root.flush();
		} catch (BackingStoreException e) {
			ILog.of(ConnectionPreferences.class).error("Hub connections cannot be written to the preferences", e);
		}
	}
}
