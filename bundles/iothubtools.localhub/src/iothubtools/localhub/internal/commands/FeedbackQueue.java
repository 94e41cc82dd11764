// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.time.HubTimer;
import iothubtools.localhub.settings.Ticker;

/**
 * The hub's one queue of feedback on cloud-to-device messages. It is handed out in batches, each when 64 records are there or
 * the oldest waited for 15 seconds; a record that nobody fetches is gone after an hour (contract §3.7). Records of a device
 * that was deleted are never handed out.
 */
public final class FeedbackQueue {

	private static final int BATCH = 64;
	private static final Duration BATCH_WAIT = Duration.ofSeconds(15);
	private static final Duration LIFE = Duration.ofHours(1);
	private static final int MOST_DELIVERIES = 10;

	private final FeedbackStore store;
	private final DeviceStore devices;
	private final Writer writer;
	private final HubTimer timer;
	private final Clock clock;
	private final Locks locks;

	/** With where it is kept, whose it is, and the time. */
	public FeedbackQueue(FeedbackStore store, DeviceStore devices, Writer writer, HubTimer timer, Clock clock) {
		this.store = store;
		this.devices = devices;
		this.writer = writer;
		this.timer = timer;
		this.clock = clock;
		this.locks = new Locks(Ticker.of(clock));
		// what was kept when the hub ended
		dropWhenOver(clock.instant());
	}

	/** Notes what became of a message if its sender wants to know. Within a Writer only. */
	void add(QueuedMessage message, MessageOutcome outcome) {
		Device device = devices.get(message.client().deviceId());
		if (device == null || !message.message().acknowledgement().asksFor(outcome)) {
			return;
		}
		Instant now = clock.instant();
		store.put(new FeedbackRecord(store.nextNumber(), message.message().messageId(), now, outcome, device.deviceId(),
				device.generationId(), 0));
		dropWhenOver(now.plus(LIFE));
	}

	/** Locks the oldest batch that is ready and hands it out; empty when none is. */
	public CompletionStage<Optional<FeedbackBatch>> receive() {
		return writer.write(() -> {
			Instant now = clock.instant();
			List<FeedbackRecord> records = available(now);
			if (records.size() < BATCH && (records.isEmpty() || isNew(records.get(0), now))) {
				return Optional.empty();
			}
			String token = UUID.randomUUID().toString();
			records.forEach(feedback -> lock(feedback.number(), token));
			return Optional.of(new FeedbackBatch(token, records));
		});
	}

	/** One of a time to come is from before the clock was set back, and waits no longer for it. */
	private static boolean isNew(FeedbackRecord oldest, Instant now) {
		Instant enqueued = oldest.enqueuedTime();
		return enqueued.plus(BATCH_WAIT).isAfter(now) && !enqueued.isAfter(now);
	}

	private List<FeedbackRecord> available(Instant now) {
		List<FeedbackRecord> records = new ArrayList<>();
		Iterator<FeedbackRecord> all = store.all();
		while (all.hasNext() && records.size() < BATCH) {
			FeedbackRecord feedback = all.next();
			if (!isOver(feedback, now) && !locks.isLocked(feedback.number())) {
				records.add(feedback);
			}
		}
		return records;
	}

	private void lock(long number, String token) {
		locks.lock(number, token, timer.in(Locks.DURATION, () -> writer.write(() -> {
			locks.release(number, token);
			return number;
		})));
	}

	/** Forgets a batch: its receiver has dealt with it. 412 as the failure when the lock is lost. */
	public CompletionStage<Void> complete(String lockToken) {
		return settle(lockToken, store::remove);
	}

	/** Puts a batch back to its place, ten times at most. 412 as the failure when the lock is lost. */
	public CompletionStage<Void> abandon(String lockToken) {
		return settle(lockToken, feedback -> {
			FeedbackRecord abandoned = feedback.abandoned();
			if (abandoned.deliveryCount() >= MOST_DELIVERIES) {
				store.remove(feedback);
			} else {
				store.put(abandoned);
			}
		});
	}

	/** Puts a batch back to its place as if its lock had run out: the connection it was sent over ended. */
	public CompletionStage<Void> release(String lockToken) {
		return settle(lockToken, feedback -> {
		});
	}

	private CompletionStage<Void> settle(String lockToken, Consumer<FeedbackRecord> settlement) {
		return writer.write(() -> {
			List<FeedbackRecord> batch = new ArrayList<>();
			store.all().forEachRemaining(feedback -> {
				if (locks.isLockedWith(lockToken, feedback.number())) {
					batch.add(feedback);
				}
			});
			if (batch.isEmpty()) {
				throw Locks.lost();
			}
			batch.forEach(feedback -> locks.release(feedback.number()));
			batch.forEach(settlement);
			return null;
		});
	}

	private void dropWhenOver(Instant time) {
		timer.at(time, () -> writer.write(() -> {
			Instant now = clock.instant();
			Iterator<FeedbackRecord> oldest = store.all();
			FeedbackRecord next = oldest.hasNext() ? oldest.next() : null;
			while (next != null && isOld(next, now)) {
				store.remove(next);
				next = oldest.hasNext() ? oldest.next() : null;
			}
			return next;
		}));
	}

	private static boolean isOld(FeedbackRecord feedback, Instant now) {
		return !feedback.enqueuedTime().plus(LIFE).isAfter(now);
	}

	private boolean isOver(FeedbackRecord feedback, Instant now) {
		Device device = devices.get(feedback.deviceId());
		return isOld(feedback, now) || device == null
				|| !device.generationId().equals(feedback.generationId());
	}
}
