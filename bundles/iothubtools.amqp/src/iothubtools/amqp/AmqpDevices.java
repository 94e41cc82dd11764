// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp;

import java.time.Duration;
import java.util.concurrent.CancellationException;

import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.internal.devices.DeviceAccess;
import iothubtools.amqp.internal.devices.DeviceHub;
import iothubtools.client.auth.HubHost;
import iothubtools.client.names.ClientId;

/**
 * Devices and modules of one hub over AMQP 1.0 with TLS (contract §8.2). Up to 1000 of them share a connection, 500 over WebSocket, and all of
 * them one thread; a device with a certificate has a connection of its own. The connection is opened with the first device, and again, after
 * a pause that grows with each try, when it was lost; where the hub is not reached at all at first, its devices fail. Safe for use by several
 * threads.
 */
public final class AmqpDevices implements AutoCloseable {

	/** Where hubs speak AMQP. */
	public static final int DEFAULT_PORT = AmqpBuilder.DEFAULT_PORT;

	/** How long what a device does waits for the hub's answer. */
	public static final Duration DEFAULT_ANSWER = AmqpBuilder.DEFAULT_ANSWER;

	/** How long a token is good; it is renewed when 85 % of that are over. */
	public static final Duration DEFAULT_TOKEN_LIFE = AmqpBuilder.DEFAULT_TOKEN_LIFE;

	private final HubHost host;
	private final DeviceHub hub;

	private AmqpDevices(Builder builder) {
		host = builder.host.forDevices();
		hub = new DeviceHub(new DeviceAccess(builder.reach(host), builder.answerWithin(), builder.tokenLife()));
	}

	/** The devices of the hub of that name. */
	public static Builder builder(HubHost host) {
		return new Builder(host);
	}

	/**
	 * Connects a device or module, by a connection that it shares with others; each shows a token of its own at {@code $cbs}. Where it has a
	 * certificate, this is {@link #connectAlone}.
	 *
	 * @param listener hears how it gets on
	 */
	public AmqpDevice connect(ClientId id, DeviceProof proof, DeviceListener listener) {
		return hub.connect(id, proof, listener, false);
	}

	/**
	 * Connects a device or module by a connection of its own, as one does that is a machine by itself: with its token in SASL PLAIN, for which
	 * the connection is made anew before that expires, or with its certificate in SASL EXTERNAL.
	 *
	 * @param listener hears how it gets on
	 */
	public AmqpDevice connectAlone(ClientId id, DeviceProof proof, DeviceListener listener) {
		return hub.connect(id, proof, listener, true);
	}

	/** Closes the connections; what is under way ends with a {@link CancellationException}. */
	@Override
	public void close() {
		hub.close();
	}

	/** Host only. */
	@Override
	public String toString() {
		return "AmqpDevices[" + host + "]";
	}

	/** Settings of devices; each has a default. */
	public static final class Builder extends AmqpBuilder<Builder> {

		private final HubHost host;

		private Builder(HubHost host) {
			this.host = host;
		}

		@Override
		Builder self() {
			return this;
		}

		/** The devices; opens no connection before there is one. */
		public AmqpDevices build() {
			return new AmqpDevices(this);
		}
	}
}
