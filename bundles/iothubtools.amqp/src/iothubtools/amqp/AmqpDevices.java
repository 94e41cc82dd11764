// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.internal.devices.DeviceAccess;
import iothubtools.amqp.internal.devices.DeviceHub;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;
import iothubtools.client.names.ClientId;

/**
 * Devices and modules of one hub over AMQP 1.0 with TLS (contract §8.2). Up to 1000 of them share a connection, 500 over WebSocket, and all of
 * them one thread; a device with a certificate has a connection of its own. The connection is opened with the first device, and again, after
 * a pause that grows with each try, when it was lost; where the hub is not reached at all at first, its devices fail. Safe for use by several
 * threads.
 */
public final class AmqpDevices implements AutoCloseable {

	/** Where hubs speak AMQP. */
	public static final int DEFAULT_PORT = AmqpTransport.AMQPS_PORT;

	/** How long what a device does waits for the hub's answer. */
	public static final Duration DEFAULT_ANSWER = Duration.ofSeconds(60);

	/** How long a token is good; it is renewed when 85 % of that are over. */
	public static final Duration DEFAULT_TOKEN_LIFE = Duration.ofMinutes(60);

	private final HubHost host;
	private final DeviceHub hub;

	private AmqpDevices(Builder builder) {
		host = builder.host.forDevices();
		hub = new DeviceHub(new DeviceAccess(host, builder.port, builder.trusted, builder.clock, builder.transport, builder.proxies,
				builder.answerWithin, builder.tokenLife));
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

	/** Settings; each has a default. */
	public static final class Builder {

		private final HubHost host;
		private int port = DEFAULT_PORT;
		private List<X509Certificate> trusted = List.of();
		private Clock clock = Clock.systemUTC();
		private AmqpTransport transport = AmqpTransport.AMQPS;
		private ProxySource proxies = host -> null;
		private Duration answerWithin = DEFAULT_ANSWER;
		private Duration tokenLife = DEFAULT_TOKEN_LIFE;

		private Builder(HubHost host) {
			this.host = host;
		}

		/** How to get there; {@link AmqpTransport#AMQPS} unless given. */
		public Builder transport(AmqpTransport way) {
			transport = way;
			return this;
		}

		/** What knows the proxy on the way over WebSocket; no proxy unless given. Over AMQPS it is used by nobody. */
		public Builder proxy(ProxySource source) {
			proxies = source;
			return this;
		}

		/** Where the hub speaks AMQP over TLS; {@link AmqpDevices#DEFAULT_PORT} unless given. Over WebSocket the host's own port counts. */
		public Builder port(int number) {
			port = number;
			return this;
		}

		/** CA certificates to trust in addition to those Java trusts. */
		public Builder trust(List<X509Certificate> certificates) {
			trusted = List.copyOf(certificates);
			return this;
		}

		/** How long what a device does may wait for the hub's answer, with connecting; {@link AmqpDevices#DEFAULT_ANSWER} unless given. */
		public Builder answerWithin(Duration time) {
			answerWithin = time;
			return this;
		}

		/** How long tokens are good; {@link AmqpDevices#DEFAULT_TOKEN_LIFE} unless given. */
		public Builder tokenLife(Duration time) {
			tokenLife = time;
			return this;
		}

		/** The clock tokens are made by. */
		public Builder clock(Clock time) {
			clock = time;
			return this;
		}

		/** The devices; opens no connection before there is one. */
		public AmqpDevices build() {
			return new AmqpDevices(this);
		}
	}
}
