// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.localhub;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/**
 * The IoT Hub that runs inside this IDE, on loopback. Starting it also makes or refreshes the hub connection that leads
 * to it, so that it appears beside the real hubs. Its devices stay when it is stopped.
 */
public final class LocalHubService implements AutoCloseable {

	/** Id of the hub connection that leads to the local hub. */
	public static final String CONNECTION_ID = "local";

	private final HubConnections connections;
	private final HubEvents events;
	private final Path dataDirectory;
	private final LocalHubPreferences preferences;
	/** Held while the hub starts or stops. */
	private final ReentrantLock lock = new ReentrantLock();
	private volatile boolean closed;
	private volatile @Nullable LocalHub hub;
	private volatile LocalHubState state = LocalHubState.STOPPED;

	/** A local hub with its state in {@code dataDirectory}; nothing runs before {@link #start}. */
	public LocalHubService(HubConnections connections, HubEvents events, Path dataDirectory, LocalHubPreferences preferences) {
		this.connections = connections;
		this.events = events;
		this.dataDirectory = dataDirectory;
		this.preferences = preferences;
	}

	/** Whether it serves; safe to ask on any thread, also while it starts. */
	public LocalHubState state() {
		return state;
	}

	/** Whether it waits for the disk before it confirms a write, so that a power cut takes nothing back; else it is faster. */
	public boolean waitsForDisk() {
		return preferences.sync();
	}

	/** Has it do so, or not, from its next start on. */
	public void waitForDisk(boolean waits) {
		preferences.sync(waits);
	}

	/** The TCP port on 127.0.0.1 where devices speak MQTT over TLS; empty while the hub does not run. Safe on any thread. */
	public OptionalInt mqttPort() {
		LocalHub running = hub;
		return running == null ? OptionalInt.empty() : OptionalInt.of(running.mqttPort());
	}

	/** The TCP port on 127.0.0.1 where AMQP is spoken over TLS; empty while the hub does not run. Safe on any thread. */
	public OptionalInt amqpPort() {
		LocalHub running = hub;
		return running == null ? OptionalInt.empty() : OptionalInt.of(running.amqpPort());
	}

	/** The same for a connection that leads to this hub, also one that somebody made for another of its policies; else empty. */
	public OptionalInt amqpPort(HubConnection connection) {
		LocalHub running = hub;
		return running != null && (isLocal(connection) || connection.host().equals(connectionString(running).host()))
				? OptionalInt.of(running.amqpPort()) : OptionalInt.empty();
	}

	/** Whether this connection leads to the local hub, running or not. */
	public static boolean isLocal(HubConnection connection) {
		return CONNECTION_ID.equals(connection.id());
	}

	/**
	 * Starts the hub on its usual ports, or on free ones when those are taken, and connects to it. Blocks for a second or
	 * two, longer when Secure Storage asks for its password: call it from a job. Does nothing when it runs already and its
	 * connection is there.
	 *
	 * @param sampleDevices this many sample devices are made where they are missing
	 * @return the connection that leads to it
	 * @throws CoreException when it cannot start, or Secure Storage refuses its key; then it does not run
	 */
	public HubConnection start(int sampleDevices) throws CoreException {
		lock.lock();
		try {
			LocalHub running = hub;
			return running == null ? startNow(sampleDevices) : reconnect(running);
		} finally {
			lock.unlock();
		}
	}

	private HubConnection startNow(int sampleDevices) throws CoreException {
		change(LocalHubState.STARTING);
		try {
			LocalHub started = open(sampleDevices);
			hub = started;
			started.stopped().thenAccept(line -> stopped(started, line));
			HubConnection connection = connect(started);
			if (closed) {
				throw new CoreException(Status.CANCEL_STATUS);
			}
			change(LocalHubState.RUNNING);
			return connection;
		} catch (LocalHubException e) {
			throw new CoreException(Status.error(NLS.bind(Messages.LocalHub_cannot_start, e.getMessage()), e));
		} finally {
			if (state != LocalHubState.RUNNING) {
				stop();
			}
		}
	}

	/** On its usual ports, of which the SDKs insist on those of MQTT and AMQP; when one is taken, on others. */
	private LocalHub open(int sampleDevices) throws LocalHubException {
		LocalHubSettings anyPorts = LocalHubSettings.in(dataDirectory).withSampleDevices(sampleDevices)
				.withSync(preferences.sync());
		LocalHubSettings usual = anyPorts.withPort(LocalHubSettings.DEFAULT_PORT).withMqttPort(LocalHubSettings.DEFAULT_MQTT_PORT)
				.withAmqpPort(LocalHubSettings.DEFAULT_AMQP_PORT);
		for (LocalHubSettings settings : List.of(usual, usual.withAmqpPort(0), usual.withMqttPort(0), usual.withMqttPort(0).withAmqpPort(0))) {
			try {
				return LocalHub.start(settings);
			} catch (LocalHubException e) {
				// most likely another workspace runs its own on that port; if not, the last try fails with the true reason
				continue;
			}
		}
		return LocalHub.start(anyPorts);
	}

	/** Saving the same again would end what is under way on the connection. */
	private HubConnection reconnect(LocalHub running) throws CoreException {
		HubConnection known = connections.find(CONNECTION_ID);
		return known != null && known.equals(connection(connectionString(running), running)) ? known : connect(running);
	}

	private HubConnection connect(LocalHub running) throws CoreException {
		HubConnectionString string = connectionString(running);
		HubConnection connection = connection(string, running);
		try {
			connections.save(connection, (SharedAccessKey) string.credential());
			return connection;
		} catch (SecretStoreException e) {
			throw new CoreException(HubStatus.of(e, connection));
		}
	}

	private static HubConnectionString connectionString(LocalHub running) {
		return HubConnectionString.parse(running.serviceConnectionString());
	}

	private HubConnection connection(HubConnectionString string, LocalHub running) {
		HubConnection known = connections.find(CONNECTION_ID);
		return new HubConnection(CONNECTION_ID, known == null ? Messages.LocalHub_name : known.name(), string.host(),
				string.policyName(), running.caCertificate().toString()).withProduction(known != null && known.production());
	}

	/** Stops the hub; its connection stays and says that nothing answers. Does nothing when it does not run. */
	public void stop() {
		lock.lock();
		try {
			LocalHub running = hub;
			hub = null;
			if (running != null) {
				running.close();
			}
			change(LocalHubState.STOPPED);
		} finally {
			lock.unlock();
		}
	}

	/** It could not go on. */
	private void stopped(LocalHub gone, String line) {
		ILog.of(LocalHubService.class).error(line);
		lock.lock();
		try {
			if (hub == gone) {
				stop();
			}
		} finally {
			lock.unlock();
		}
	}

	private void change(LocalHubState to) {
		if (state != to) {
			state = to;
			events.fire(new HubEvent.LocalHubChanged());
		}
	}

	/**
	 * Stops the hub for good. One that is just starting stops by itself when it has started: it may be waiting for the
	 * password of Secure Storage, which no one will enter while the IDE shuts down.
	 */
	@Override
	public void close() {
		closed = true;
		if (lock.tryLock()) {
			try {
				stop();
			} finally {
				lock.unlock();
			}
		}
	}
}
