// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.connections.ClientConnection;
import iothubtools.localhub.internal.connections.Connections;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.Clients;
import iothubtools.localhub.internal.time.HubTimer;
import iothubtools.localhub.settings.Ticker;

/**
 * The queues of cloud-to-device messages, one for each device and module. A message is enqueued, then locked by a receiver,
 * and then completed or back in the queue, or it is given up: rejected, abandoned too often, expired or purged (contract
 * §3.7). What becomes of it is told to its sender as feedback when that was asked for. Safe for use by several threads; a
 * stage fails with a {@link HubError}.
 */
public final class CloudToDeviceQueues {

	private static final int MOST_PENDING = 50;
	private static final int MOST_DELIVERIES = 10;
	private static final Duration DEFAULT_LIFE = Duration.ofHours(1);
	private static final Duration LONGEST_LIFE = Duration.ofDays(2);

	private final QueueStore queues;
	private final FeedbackQueue feedback;
	private final Clients clients;
	private final Connections connections;
	private final Writer writer;
	private final HubTimer timer;
	private final Clock clock;
	private final Locks locks;
	/** What forgets the expiry of a message, by its number; touched within a Writer only. */
	private final Map<Long, Runnable> expiries = new HashMap<>();

	/** With where messages and feedback are kept, whose they are, who is to be told, and the time. */
	public CloudToDeviceQueues(QueueStore queues, FeedbackQueue feedback, Clients clients, Connections connections,
			Writer writer, HubTimer timer, Clock clock) {
		this.queues = queues;
		this.feedback = feedback;
		this.clients = clients;
		this.connections = connections;
		this.writer = writer;
		this.timer = timer;
		this.clock = clock;
		this.locks = new Locks(Ticker.of(clock));
		// what was kept when the hub ended
		writer.write(() -> {
			queues.forEach(this::watchExpiry);
			return expiries.size();
		});
	}

	/**
	 * Puts a message at the end of the queue of a device or module and tells its connection.
	 *
	 * @throws HubError 413 when it is too large; as the stage's failure 404 when there is no such device or module, 403
	 *                  when 50 messages are pending or its expiry is too far away
	 */
	public CompletionStage<QueuedMessage> enqueue(ClientId to, CloudToDeviceMessage message) {
		message.checkSize();
		CompletionStage<QueuedMessage> added = writer.write(() -> add(to, message));
		return added.thenApply(queued -> {
			wake(to);
			return queued;
		});
	}

	private QueuedMessage add(ClientId to, CloudToDeviceMessage message) {
		Instant now = clock.instant();
		clients.require(to);
		Instant asked = message.expiry();
		if (asked != null && asked.isAfter(now.plus(LONGEST_LIFE))) {
			throw new HubError(ErrorCode.INVALID_MESSAGE_EXPIRY_TIME, "A message may wait for two days at most.");
		}
		if (queues.count(to, now) >= MOST_PENDING) {
			throw new HubError(ErrorCode.DEVICE_MAXIMUM_QUEUE_DEPTH_EXCEEDED,
					"The queue of '" + to + "' holds " + MOST_PENDING + " messages already.");
		}
		QueuedMessage queued = new QueuedMessage(to, queues.nextSequenceNumber(), now,
				asked == null ? now.plus(DEFAULT_LIFE) : asked, 0, message);
		queues.put(queued);
		watchExpiry(queued);
		return queued;
	}

	/**
	 * Locks the oldest message that is not locked and hands it out; empty when there is none. As the stage's failure 404 when
	 * there is no such device, 403 when it is disabled.
	 */
	public CompletionStage<Optional<LockedMessage>> receive(ClientId client) {
		return writer.write(() -> {
			clients.requireEnabled(client);
			Instant now = clock.instant();
			for (QueuedMessage message : live(client, now)) {
				if (!locks.isLocked(message.sequenceNumber())) {
					return Optional.of(lock(message, now));
				}
			}
			return Optional.empty();
		});
	}

	private LockedMessage lock(QueuedMessage message, Instant now) {
		long number = message.sequenceNumber();
		String token = UUID.randomUUID().toString();
		locks.lock(number, token, timer.in(Locks.DURATION, () -> lockIsOver(message.client(), number, token)));
		clients.put(message.client(), clients.activity(message.client()).at(now));
		return new LockedMessage(token, message);
	}

	private void lockIsOver(ClientId client, long number, String token) {
		CompletionStage<Void> released = writer.write(() -> {
			locks.release(number, token);
			return null;
		});
		released.thenRun(() -> wake(client));
	}

	/** Takes a message out of the queue: its receiver has dealt with it. 412 as the failure when the lock is lost. */
	public CompletionStage<Void> complete(ClientId client, String lockToken) {
		return settle(client, lockToken, message -> end(message, MessageOutcome.SUCCESS));
	}

	/** Takes a message out of the queue: its receiver does not want it. 412 as the failure when the lock is lost. */
	public CompletionStage<Void> reject(ClientId client, String lockToken) {
		return settle(client, lockToken, message -> end(message, MessageOutcome.REJECTED));
	}

	/** Puts a message back to its place, ten times at most. 412 as the failure when the lock is lost. */
	public CompletionStage<Void> abandon(ClientId client, String lockToken) {
		return settle(client, lockToken, message -> {
			QueuedMessage abandoned = message.abandoned();
			if (abandoned.deliveryCount() >= MOST_DELIVERIES) {
				end(message, MessageOutcome.DELIVERY_COUNT_EXCEEDED);
			} else {
				queues.put(abandoned);
			}
		}).thenRun(() -> wake(client));
	}

	/** Puts a message back to its place as if its lock had run out: the connection it was sent over ended. */
	public CompletionStage<Void> release(ClientId client, String lockToken) {
		return settle(client, lockToken, message -> {
		}).thenRun(() -> wake(client));
	}

	private CompletionStage<Void> settle(ClientId client, String lockToken, Settlement settlement) {
		return writer.write(() -> {
			Instant now = clock.instant();
			for (QueuedMessage message : live(client, now)) {
				if (locks.isLockedWith(lockToken, message.sequenceNumber())) {
					locks.release(message.sequenceNumber());
					settlement.apply(message);
					return null;
				}
			}
			throw Locks.lost();
		});
	}

	/** Empties a queue; how many messages were in it. 404 as the failure when there is no such device. */
	public CompletionStage<Integer> purge(ClientId client) {
		return writer.write(() -> {
			clients.require(client);
			List<QueuedMessage> messages = live(client, clock.instant());
			messages.forEach(message -> end(message, MessageOutcome.PURGED));
			return messages.size();
		});
	}

	/** How many messages are in a queue, locked ones too. On any thread. */
	public int count(ClientId client) {
		// of most devices of a list none, for which no clock is needed
		return queues.isEmpty(client) ? 0 : queues.count(client, clock.instant());
	}

	/** The messages of a queue but those that expired, which the timer takes out a moment later. */
	private List<QueuedMessage> live(ClientId client, Instant now) {
		return queues.of(client).stream().filter(message -> message.expiry().isAfter(now)).toList();
	}

	private void end(QueuedMessage message, MessageOutcome outcome) {
		long number = message.sequenceNumber();
		locks.release(number);
		Runnable forgetExpiry = expiries.remove(number);
		if (forgetExpiry != null) {
			forgetExpiry.run();
		}
		queues.remove(message);
		feedback.add(message, outcome);
	}

	private void watchExpiry(QueuedMessage message) {
		ClientId client = message.client();
		long number = message.sequenceNumber();
		expiries.put(number, timer.at(message.expiry(), () -> writer.write(() -> {
			// also of a message that went with its device
			expiries.remove(number);
			return expire(client);
		})));
	}

	private int expire(ClientId client) {
		Instant now = clock.instant();
		List<QueuedMessage> over = queues.of(client).stream().filter(message -> !message.expiry().isAfter(now)).toList();
		over.forEach(message -> end(message, MessageOutcome.EXPIRED));
		return over.size();
	}

	private void wake(ClientId client) {
		@Nullable
		ClientConnection connection = connections.find(client);
		if (connection != null) {
			connection.messageWaiting();
		}
	}

	/** What is done with a locked message. */
	@FunctionalInterface
	private interface Settlement {
		void apply(QueuedMessage message);
	}
}
