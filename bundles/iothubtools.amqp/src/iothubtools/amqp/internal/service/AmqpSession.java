// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.service;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.commands.FeedbackSubscription;
import iothubtools.amqp.internal.AmqpAccess;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpEndpoint;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.amqp.internal.Backoff;
import iothubtools.amqp.internal.CbsLinks;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.amqp.internal.ShownTokens;
import iothubtools.amqp.internal.telemetry.TelemetryReader;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.errors.HubException;

/** Keeps the connection to a hub as long as there is something to do, with a token that the hub takes. */
public final class AmqpSession implements AutoCloseable {

	private final AmqpAccess hub;
	private final AmqpEndpoint endpoint;
	private final ShownTokens tokens;
	private final Duration answerWithin;
	private final EventLoop loop;

	// from here on the loop's thread only
	private final CommandSender commands = new CommandSender();
	private final Set<FeedbackLink> feedback = new LinkedHashSet<>();
	private @Nullable AmqpConnection connection;
	private @Nullable CbsLinks cbs;
	private boolean authorized;
	private final Backoff backoff;
	private final Set<TelemetryReader> readers = new LinkedHashSet<>();
	private boolean pausing;
	private boolean watching;

	private volatile boolean closed;

	/**
	 * Opens nothing yet.
	 *
	 * @param answerWithin how long a message may wait for what the hub says
	 */
	public AmqpSession(AmqpAccess hub, Duration answerWithin) {
		this.hub = hub;
		endpoint = hub.endpoint();
		tokens = hub.tokens();
		backoff = Backoff.towards(endpoint.host());
		this.answerWithin = answerWithin;
		loop = new EventLoop("IoT Hub AMQP " + endpoint.host());
	}

	/** Sends a message. */
	public CompletableFuture<CloudToDeviceOutcome> send(CloudToDeviceMessage message) {
		CompletableFuture<CloudToDeviceOutcome> outcome = new CompletableFuture<>();
		byte[] bytes = AmqpMessages.write(message);
		loop.submit(() -> {
			commands.add(bytes, outcome, System.nanoTime() + answerWithin.toNanos());
			watch();
			work();
		});
		if (closed) {
			outcome.cancel(false);
		}
		return outcome;
	}

	/** Receives feedback. */
	public FeedbackSubscription feedback(FeedbackListener listener) {
		FeedbackLink link = new FeedbackLink(this, listener);
		loop.submit(() -> {
			feedback.add(link);
			work();
		});
		return () -> loop.submit(() -> {
			feedback.remove(link);
			link.close();
			flush();
		});
	}

	/** Reads what devices send, over connections of its own. */
	public TelemetrySubscription telemetry(TelemetryRequest request, TelemetryListener listener) {
		TelemetryReader reader = new TelemetryReader(loop, hub, request, listener, readers::remove);
		loop.submit(() -> {
			readers.add(reader);
			reader.begin();
		});
		if (closed) {
			reader.close();
		}
		return reader;
	}

	@Override
	public void close() {
		closed = true;
		loop.submit(() -> {
			List.copyOf(readers).forEach(TelemetryReader::end);
			feedback.forEach(FeedbackLink::close);
			feedback.clear();
			commands.cancel();
			drop();
		});
		loop.end();
	}

	private void work() {
		if (closed || commands.isIdle() && feedback.isEmpty()) {
			return;
		}
		AmqpConnection current = connection;
		if (current == null) {
			// the way there may be another each time
			current = new AmqpConnection(loop, hub.endpoint(), this::lost);
			connection = current;
			AmqpConnection asking = current;
			cbs = new CbsLinks(loop, current, tokens, this::taken, why -> refused(asking, why));
		} else if (authorized) {
			commands.work(current);
			for (FeedbackLink one : feedback) {
				one.work(current);
			}
		}
		current.flush();
	}

	/** One timer for all messages: their time is over a moment late rather than each having one of its own. */
	private void watch() {
		if (!watching && !commands.isEmpty()) {
			watching = true;
			loop.in(answerWithin.dividedBy(10), () -> {
				watching = false;
				commands.expire(System.nanoTime(), AmqpFailures.timeout(endpoint));
				watch();
			});
		}
	}

	private void taken() {
		boolean first = !authorized;
		authorized = true;
		if (first) {
			// not here, where the engine is telling of something
			loop.submit(this::work);
		}
	}

	/** A link of the hub's is open: what failed before is over. */
	void works() {
		backoff.reset();
	}

	private void refused(AmqpConnection by, HubException why) {
		loop.submit(() -> {
			// another may be there by now
			if (connection == by) {
				drop();
				lost(why);
			}
		});
	}

	/** Closes the connection without a word. */
	private void drop() {
		AmqpConnection current = connection;
		if (current != null) {
			connection = null;
			current.close();
		}
	}

	private void lost(HubException why) {
		connection = null;
		authorized = false;
		CbsLinks links = cbs;
		if (links != null) {
			links.forget();
		}
		commands.ended(why);
		for (FeedbackLink one : List.copyOf(feedback)) {
			one.ended(why);
		}
	}

	/** A receiver of feedback has no link any more: it gets another after a while, unless the hub does not want it. */
	void feedbackEnded(FeedbackLink link, HubException why) {
		if (!AmqpFailures.isPassing(why)) {
			feedback.remove(link);
			link.fail(why);
		} else if (!pausing) {
			pausing = true;
			loop.in(backoff.next(), () -> {
				pausing = false;
				work();
			});
		}
	}

	private void flush() {
		AmqpConnection current = connection;
		if (current != null) {
			current.flush();
		}
	}
}
