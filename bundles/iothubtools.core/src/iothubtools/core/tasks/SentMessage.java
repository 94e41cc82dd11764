// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.errors.HubException;
import iothubtools.core.tasks.ItemOutcome.Result;

/** A cloud-to-device message, and what is known of it by now: first from the answer of the hub, then from feedback. Safe to ask on any thread. */
public final class SentMessage {

	/** Where a message is. */
	public enum State {
		/** On its way to the hub. */
		SENDING,
		/** In the queue of its device. */
		QUEUED,
		/** The device completed it. */
		DELIVERED,
		/** The device rejected it. */
		REJECTED,
		/** Nobody took it in time. */
		EXPIRED,
		/** The device gave it back too often. */
		DELIVERY_COUNT_EXCEEDED,
		/** The queue was purged. */
		PURGED,
		/** Something became of it that this version does not know. */
		OTHER,
		/** The hub did not take it. */
		FAILED,
		/** Nobody waited for the answer of the hub, or it did not come. */
		UNKNOWN,
		/** The sending ended before it. */
		NOT_TRIED
	}

	private record Known(State state, @Nullable HubException failure, String words, Instant since) {
	}

	private final CloudToDeviceMessage message;
	private volatile Known known = new Known(State.SENDING, null, "", Instant.now());

	SentMessage(CloudToDeviceMessage message) {
		this.message = message;
	}

	/** The device, or {@code device/module}. */
	public String receiver() {
		return message.to().toString();
	}

	/** What was sent. */
	public CloudToDeviceMessage message() {
		return message;
	}

	/** Where it is. */
	public State state() {
		return known.state();
	}

	/** Why the hub did not take it, or what makes unknown whether it did; null for others. */
	public @Nullable HubException failure() {
		return known.failure();
	}

	/** What the hub says of it beside its state; may be empty. */
	public String words() {
		return known.words();
	}

	/** Since when it is so. */
	public Instant since() {
		return known.since();
	}

	/** Whether feedback may still tell something of it. */
	public boolean isAwaited() {
		return message.ack() != FeedbackMode.NONE && (state() == State.QUEUED || state() == State.SENDING || state() == State.UNKNOWN);
	}

	/** Feedback may be faster than the answer, and knows more. */
	void answered(ItemOutcome outcome) {
		if (state() == State.SENDING) {
			HubException failure = outcome.failure();
			known = new Known(state(outcome.result(), failure), failure, "", Instant.now());
		}
	}

	private static State state(Result result, @Nullable HubException failure) {
		return switch (result) {
		case DONE, CHANGED, EXISTS -> State.QUEUED;
		case FAILED, LEFT -> failure != null && failure.isUnclear() ? State.UNKNOWN : State.FAILED;
		case UNKNOWN -> State.UNKNOWN;
		case NOT_TRIED -> State.NOT_TRIED;
		};
	}

	void heard(FeedbackRecord feedback) {
		State state = switch (feedback.status()) {
		case SUCCESS -> State.DELIVERED;
		case EXPIRED -> State.EXPIRED;
		case DELIVERY_COUNT_EXCEEDED -> State.DELIVERY_COUNT_EXCEEDED;
		case REJECTED -> State.REJECTED;
		case PURGED -> State.PURGED;
		case UNKNOWN -> State.OTHER;
		};
		Instant since = feedback.enqueuedTime();
		known = new Known(state, null, feedback.description(), since == null ? Instant.now() : since);
	}
}
