// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.commands.FeedbackSubscription;
import iothubtools.amqp.internal.AmqpSession;
import iothubtools.amqp.internal.HubAccess;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;
import iothubtools.client.errors.HubException;

/**
 * The service side of one hub over AMQP 1.0 with TLS. Keeps one connection, which it opens when it is needed and again after it was lost, one
 * more for each telemetry that is read, and one thread for all, until it is closed. Safe for use by several
 * threads.
 */
public final class AmqpHub implements AutoCloseable {

	/** Where hubs speak AMQP. */
	public static final int DEFAULT_PORT = AmqpTransport.AMQPS_PORT;

	/** How long a message waits for the hub's answer. */
	public static final Duration DEFAULT_ANSWER = Duration.ofSeconds(60);

	private final HubHost host;
	private final AmqpSession session;

	private AmqpHub(Builder builder) {
		host = builder.host.forServices();
		session = new AmqpSession(new HubAccess(host, builder.port, builder.credential, builder.trusted, builder.clock, builder.transport,
				builder.proxies), builder.answerWithin);
	}

	/** The hub of that name with the key of a policy or a sign-in at Microsoft Entra ID; it needs the right ServiceConnect. */
	public static Builder builder(HubHost host, HubCredential credential) {
		return new Builder(host, credential);
	}

	/**
	 * Sends a message to a device or module.
	 *
	 * @return what the hub said; fails with a {@link HubException} where it was not reached or does not let anyone send, one that
	 *         {@linkplain HubException#isUnclear() is unclear} where the connection was lost, or the time is over, before the hub said anything
	 *         of a message that was sent; cancelling it takes back nothing that is on its way
	 */
	public CompletableFuture<CloudToDeviceOutcome> send(CloudToDeviceMessage message) {
		return session.send(message);
	}

	/**
	 * Begins to receive feedback on cloud-to-device messages. The hub gives each to one receiver only: whoever else listens hears nothing of
	 * what comes here.
	 *
	 * @return ends it
	 */
	public FeedbackSubscription feedback(FeedbackListener listener) {
		return session.feedback(listener);
	}

	/**
	 * Begins to read what devices send, at the built-in endpoint (contract §7): the hub says where that is, unless the request does. It needs
	 * the key of a policy with the right ServiceConnect. Goes on by itself after a connection was lost.
	 *
	 * @param listener hears all that comes of it, on a thread that is there while there is something to tell
	 * @return ends it
	 */
	public TelemetrySubscription telemetry(TelemetryRequest request, TelemetryListener listener) {
		return session.telemetry(request, listener);
	}

	/** Closes the connections; what is under way ends with a {@link CancellationException}. */
	@Override
	public void close() {
		session.close();
	}

	/** Host only. */
	@Override
	public String toString() {
		return "AmqpHub[" + host + "]";
	}

	/** Settings; each has a default. */
	public static final class Builder {

		private final HubHost host;
		private final HubCredential credential;
		private int port = DEFAULT_PORT;
		private List<X509Certificate> trusted = List.of();
		private Clock clock = Clock.systemUTC();
		private AmqpTransport transport = AmqpTransport.AMQPS;
		private ProxySource proxies = host -> null;
		private Duration answerWithin = DEFAULT_ANSWER;

		private Builder(HubHost host, HubCredential credential) {
			this.host = host;
			this.credential = credential;
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

		/** Where the hub speaks AMQP over TLS; {@link AmqpHub#DEFAULT_PORT} unless given. Over WebSocket the host's own port counts. */
		public Builder port(int number) {
			port = number;
			return this;
		}

		/** CA certificates to trust in addition to those Java trusts. */
		public Builder trust(List<X509Certificate> certificates) {
			trusted = List.copyOf(certificates);
			return this;
		}

		/** How long a message may wait for the hub's answer, with connecting; {@link AmqpHub#DEFAULT_ANSWER} unless given. */
		public Builder answerWithin(Duration time) {
			answerWithin = time;
			return this;
		}

		/** The clock tokens are made by. */
		public Builder clock(Clock time) {
			clock = time;
			return this;
		}

		/** The hub; opens no connection before it is needed. */
		public AmqpHub build() {
			return new AmqpHub(this);
		}
	}
}
