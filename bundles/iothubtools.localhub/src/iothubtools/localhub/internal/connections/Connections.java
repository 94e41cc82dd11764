// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.connections;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.Clients;

/**
 * Who is connected: at most one connection of a device or module, the newest (contract §8.1). It also keeps the connection
 * state in the registry. Safe for use by several threads.
 */
public final class Connections {

	private final Map<ClientId, ClientConnection> connections = new ConcurrentHashMap<>();
	private final Map<ClientId, Queue<CompletableFuture<ClientConnection>>> awaited = new ConcurrentHashMap<>();
	private final Clients clients;
	private final Writer writer;
	private final Clock clock;
	private final ConnectionListener listener;

	/** With where the connection state is kept, the time of its changes, and who is told of them. */
	public Connections(Clients clients, Writer writer, Clock clock, ConnectionListener listener) {
		this.clients = clients;
		this.writer = writer;
		this.clock = clock;
		this.listener = listener;
		writer.write(this::forgetAll);
	}

	/** Nobody is connected to a hub that starts, whatever it had kept when it was cut off. */
	private int forgetAll() {
		List<ClientId> connected = clients.connected();
		Instant now = clock.instant();
		connected.forEach(client -> {
			clients.put(client, clients.activity(client).connected(false, now));
			listener.changed(client, false);
		});
		return connected.size();
	}

	/** Takes note of a new connection and ends the older one of the same client. */
	public void add(ClientConnection connection) {
		ClientConnection older = connections.put(connection.client(), connection);
		if (older != null && older != connection) {
			older.disconnect();
		}
		keepState(connection.client());
	}

	/** Takes note of the end of a connection; one that a newer replaced is forgotten already. */
	public void remove(ClientConnection connection) {
		if (connections.remove(connection.client(), connection)) {
			keepState(connection.client());
		}
	}

	/** Takes note that a connection takes direct methods from now on. */
	public void takesMethods(ClientConnection connection) {
		Queue<CompletableFuture<ClientConnection>> waiting = awaited.get(connection.client());
		if (waiting != null) {
			waiting.forEach(one -> one.complete(connection));
		}
	}

	/** The connection of a client, or null. */
	public @Nullable ClientConnection find(ClientId client) {
		return connections.get(client);
	}

	/** Ends the connections of a device and all its modules: it was disabled or deleted. */
	public void disconnectAll(String deviceId) {
		connections.keySet().stream().filter(client -> client.deviceId().equals(deviceId)).forEach(this::disconnect);
	}

	/** Ends the connection of a client, if it has one: it was disabled or deleted. */
	public void disconnect(ClientId client) {
		ClientConnection connection = connections.get(client);
		if (connection != null) {
			connection.disconnect();
		}
	}

	/** Completes when a client is connected and takes direct methods, maybe never; cancel it when that is not wanted any more. */
	public CompletableFuture<ClientConnection> awaitMethods(ClientId client) {
		CompletableFuture<ClientConnection> awaiting = new CompletableFuture<>();
		awaited.compute(client, (key, others) -> {
			Queue<CompletableFuture<ClientConnection>> waiting = others == null ? new ConcurrentLinkedQueue<>() : others;
			waiting.add(awaiting);
			return waiting;
		});
		awaiting.whenComplete((connection, failure) -> awaited.computeIfPresent(client, (key, waiting) -> {
			waiting.remove(awaiting);
			return waiting.isEmpty() ? null : waiting;
		}));
		// after it is in the queue, so that a subscription in between is not missed
		ClientConnection connected = connections.get(client);
		if (connected != null && connected.takesMethods()) {
			awaiting.complete(connected);
		}
		return awaiting;
	}

	/** What is kept follows what is: whichever write comes last sees the latest. */
	private void keepState(ClientId client) {
		writer.write(() -> {
			boolean connected = connections.containsKey(client);
			DeviceActivity activity = clients.activity(client);
			if (clients.exists(client) && activity.connected() != connected) {
				clients.put(client, activity.connected(connected, clock.instant()));
				listener.changed(client, connected);
			}
			return connected;
		});
	}
}
