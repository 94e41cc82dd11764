// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.connections;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.ClientId;

/** Who is connected: at most one connection of a device or module, the newest (contract §8.1). Safe for use by several threads. */
public final class Connections {

	private final Map<ClientId, ClientConnection> connections = new ConcurrentHashMap<>();

	/** Takes note of a new connection and ends the older one of the same client. */
	public void add(ClientConnection connection) {
		ClientConnection older = connections.put(connection.client(), connection);
		if (older != null && older != connection) {
			older.disconnect();
		}
	}

	/** Takes note of the end of a connection; one that a newer replaced is forgotten already. */
	public void remove(ClientConnection connection) {
		connections.remove(connection.client(), connection);
	}

	/** The connection of a client, or null. */
	public @Nullable ClientConnection find(ClientId client) {
		return connections.get(client);
	}
}
