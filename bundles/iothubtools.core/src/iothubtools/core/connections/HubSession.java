// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.EventHubConnectionString;

/** What is held open for one connection: its client, the device keys it has learnt, and AMQP from its first use on. */
public final class HubSession implements AutoCloseable {

	private final IotHubClient client;
	private final DeviceKeyCache deviceKeys;
	private final Supplier<AmqpHub> opening;
	private final @Nullable EventHubConnectionString endpoint;
	private @Nullable AmqpHub amqp;
	private boolean closed;

	/** @param opening makes what speaks AMQP; asked when it is needed, or never */
	public HubSession(IotHubClient client, DeviceKeyCache deviceKeys, Supplier<AmqpHub> opening) {
		this(client, deviceKeys, opening, null);
	}

	/** @param endpoint where what devices send is read; null to be told by the hub */
	HubSession(IotHubClient client, DeviceKeyCache deviceKeys, Supplier<AmqpHub> opening, @Nullable EventHubConnectionString endpoint) {
		this.endpoint = endpoint;
		this.client = client;
		this.deviceKeys = deviceKeys;
		this.opening = opening;
	}

	/** Speaks HTTPS with the hub. */
	public IotHubClient client() {
		return client;
	}

	/** The request at the endpoint that was given in place of a hub, where one was; else the same. */
	public TelemetryRequest atEndpoint(TelemetryRequest request) {
		EventHubConnectionString given = endpoint;
		return given == null ? request : new TelemetryRequest(request.consumerGroup(), request.start(), given, request.allowedHosts());
	}

	/** The keys of devices that were seen. */
	public DeviceKeyCache deviceKeys() {
		return deviceKeys;
	}

	/**
	 * Speaks AMQP with the hub. There is one for all who need it, and this closes it: nobody else does. The first call may wait for the network
	 * for a moment, to see which way leads to the hub.
	 *
	 * @throws CancellationException if this is closed
	 */
	public AmqpHub amqp() {
		AmqpHub hub = known();
		if (hub != null) {
			return hub;
		}
		// not while others wait to close this
		AmqpHub fresh = opening.get();
		synchronized (this) {
			if (!closed && amqp == null) {
				amqp = fresh;
				return fresh;
			}
		}
		fresh.close();
		return amqp();
	}

	private synchronized @Nullable AmqpHub known() {
		if (closed) {
			throw new CancellationException("The hub session is closed");
		}
		return amqp;
	}

	@Override
	public void close() {
		AmqpHub hub;
		synchronized (this) {
			closed = true;
			hub = amqp;
			amqp = null;
		}
		if (hub != null) {
			hub.close();
		}
		deviceKeys.clear();
		client.close();
	}
}
