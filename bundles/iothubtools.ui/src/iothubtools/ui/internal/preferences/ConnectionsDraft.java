// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;

/** The hub connections as the preference page has them, until Apply stores what differs. */
final class ConnectionsDraft {

	/**
	 * One row.
	 *
	 * @param key     the key to store, or null when the stored one is kept or there is none
	 * @param changed whether it differs from what is stored
	 */
	record Row(HubConnection connection, @Nullable SharedAccessKey key, boolean changed) {
	}

	private final HubConnections connections;
	private final List<Row> rows = new ArrayList<>();
	private final List<HubConnection> removed = new ArrayList<>();
	private @Nullable String defaultId;

	ConnectionsDraft(HubConnections connections) {
		this.connections = connections;
		connections.all().forEach(connection -> rows.add(new Row(connection, null, false)));
		HubConnection chosen = connections.defaultConnection();
		defaultId = chosen == null ? null : chosen.id();
	}

	List<Row> rows() {
		return rows;
	}

	/** The names of all connections but {@code except}. */
	List<String> names(@Nullable Row except) {
		return rows.stream().filter(row -> row != except).map(row -> row.connection().name()).toList();
	}

	boolean isDefault(Row row) {
		return row.connection().id().equals(defaultId);
	}

	Row add(HubConnection connection, @Nullable SharedAccessKey key) {
		Row row = new Row(connection, key, true);
		rows.add(row);
		if (rows.size() == 1) {
			makeDefault(row);
		}
		return row;
	}

	/** Puts a changed connection in the place of the old one. */
	Row replace(Row old, HubConnection connection, @Nullable SharedAccessKey key) {
		SharedAccessKey kept = key == null ? old.key() : key;
		Row row = new Row(connection, connection.isEntra() ? null : kept, true);
		rows.set(rows.indexOf(old), row);
		return row;
	}

	void remove(Row row) {
		rows.remove(row);
		if (connections.find(row.connection().id()) != null) {
			removed.add(row.connection());
		}
		if (isDefault(row)) {
			defaultId = rows.isEmpty() ? null : rows.get(0).connection().id();
		}
	}

	void makeDefault(Row row) {
		defaultId = row.connection().id();
	}

	/**
	 * Stores what differs, one connection after the other, each wholly or not at all.
	 *
	 * @throws ApplyException at the first one that Secure Storage refuses; those after it are not touched, and all of
	 *                        them stay in the draft
	 */
	void apply() throws ApplyException {
		for (HubConnection connection : List.copyOf(removed)) {
			attempt(connection, () -> connections.remove(connection));
			removed.remove(connection);
		}
		for (Row row : List.copyOf(rows)) {
			if (row.changed()) {
				attempt(row.connection(), () -> store(row));
				rows.set(rows.indexOf(row), new Row(row.connection(), null, false));
			}
		}
		String id = defaultId;
		HubConnection stored = connections.defaultConnection();
		if (id != null && !Objects.equals(id, stored == null ? null : stored.id())) {
			connections.makeDefault(id);
		}
	}

	private void store(Row row) throws SecretStoreException {
		SharedAccessKey key = row.key();
		if (row.connection().isEntra()) {
			connections.saveWithoutKey(row.connection());
		} else if (key == null) {
			connections.save(row.connection());
		} else {
			connections.save(row.connection(), key);
		}
	}

	private static void attempt(HubConnection connection, Step step) throws ApplyException {
		try {
			step.run();
		} catch (SecretStoreException e) {
			throw new ApplyException(connection, e);
		}
	}

	private interface Step {
		void run() throws SecretStoreException;
	}
}
