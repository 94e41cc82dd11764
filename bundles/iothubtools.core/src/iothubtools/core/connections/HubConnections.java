// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;

/**
 * All hub connections of this workspace, one of them the default. Host and kind are preferences, the key of a policy is in
 * the {@link SecretStore}. Safe to call from any thread; every change is told to {@link HubEvents}.
 */
public final class HubConnections {

	private final ConnectionPreferences preferences;
	private final SecretStore secrets;
	private final HubEvents events;

	/** The connections in {@code preferences}, their keys in {@code secrets}. */
	public HubConnections(ConnectionPreferences preferences, SecretStore secrets, HubEvents events) {
		this.preferences = preferences;
		this.secrets = secrets;
		this.events = events;
	}

	/** All connections by name. */
	public List<HubConnection> all() {
		return preferences.load();
	}

	/** The connection with this id, null when there is none. */
	public @Nullable HubConnection find(String id) {
		return all().stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
	}

	/** The default connection: the chosen one, else the first; null when there is none. */
	public @Nullable HubConnection defaultConnection() {
		String id = preferences.defaultId();
		List<HubConnection> all = all();
		return all.stream().filter(c -> c.id().equals(id)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
	}

	/** Makes the connection with this id the default one. */
	public void makeDefault(String id) {
		if (!Objects.equals(preferences.defaultId(), id)) {
			preferences.setDefaultId(id);
			events.fire(new HubEvent.DefaultChanged(id));
		}
	}

	/**
	 * Adds or replaces a connection with its key. The key goes first: when Secure Storage refuses, nothing is stored at
	 * all.
	 */
	public void save(HubConnection connection, SharedAccessKey key) throws SecretStoreException {
		secrets.put(connection.id(), key);
		store(connection, true);
	}

	/** Replaces a connection and keeps its key. */
	public void save(HubConnection connection) {
		store(connection, false);
	}

	/** Adds or replaces a connection that has no key; one that it had is forgotten. */
	public void saveWithoutKey(HubConnection connection) throws SecretStoreException {
		secrets.remove(connection.id());
		store(connection, false);
	}

	private void store(HubConnection connection, boolean keyChanged) {
		@Nullable HubConnection before = find(connection.id());
		preferences.store(connection);
		if (before == null) {
			events.fire(new HubEvent.ConnectionAdded(connection));
		} else if (keyChanged || !before.equals(connection)) {
			events.fire(new HubEvent.ConnectionChanged(connection));
		}
	}

	/** Removes the secret and then the connection; throws and keeps both when Secure Storage refuses. */
	public void remove(HubConnection connection) throws SecretStoreException {
		secrets.remove(connection.id());
		preferences.remove(connection.id());
		events.fire(new HubEvent.ConnectionRemoved(connection));
	}

	/**
	 * What opens the hub of a connection. As {@link #key}.
	 *
	 * @throws IllegalArgumentException for a connection that is opened by a sign-in
	 */
	public HubConnectionString connectionString(HubConnection connection) throws SecretStoreException, MissingKeyException {
		if (!(connection.kind() instanceof ConnectionKind.Policy policy)) {
			throw new IllegalArgumentException("There is no key");
		}
		return new HubConnectionString(connection.host(), policy.name(), key(connection));
	}

	/** The key of a connection; may ask for the master password of Secure Storage, so never call it to draw something. */
	public SharedAccessKey key(HubConnection connection) throws SecretStoreException, MissingKeyException {
		@Nullable SharedAccessKey key = secrets.get(connection.id());
		if (key == null) {
			throw new MissingKeyException(connection);
		}
		return key;
	}
}
