// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.commands.FeedbackSubscription;
import iothubtools.amqp.internal.AmqpAccess;
import iothubtools.amqp.internal.service.AmqpSession;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.errors.HubException;

/**
 * The service side of one hub over AMQP 1.0 with TLS. Keeps one connection, which it opens when it is needed and again after it was lost, one
 * more for each telemetry that is read, and one thread for all, until it is closed. Safe for use by several
 * threads.
 */
public final class AmqpHub implements AutoCloseable {

	/** Where hubs speak AMQP. */
	public static final int DEFAULT_PORT = AmqpBuilder.DEFAULT_PORT;

	/** How long a message waits for the hub's answer. */
	public static final Duration DEFAULT_ANSWER = AmqpBuilder.DEFAULT_ANSWER;

	private final HubHost host;
	private final AmqpSession session;

	private AmqpHub(Builder builder) {
		host = builder.host.forServices();
		session = new AmqpSession(new AmqpAccess(builder.reach(host), builder.credential, builder.tokenLife()), builder.answerWithin());
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

	/** Settings of the service side; each has a default. */
	public static final class Builder extends AmqpBuilder<Builder> {

		private final HubHost host;
		private final HubCredential credential;

		private Builder(HubHost host, HubCredential credential) {
			this.host = host;
			this.credential = credential;
		}

		@Override
		Builder self() {
			return this;
		}

		/** The hub; opens no connection before it is needed. */
		public AmqpHub build() {
			return new AmqpHub(this);
		}
	}
}
