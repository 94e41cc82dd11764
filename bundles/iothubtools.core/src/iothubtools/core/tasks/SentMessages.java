// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.client.commands.FeedbackRecord;

/** Cloud-to-device messages that were sent, in this order, and which of them feedback is about. Safe to use from any thread. */
public final class SentMessages {

	private final List<SentMessage> all = new ArrayList<>();

	/** Takes note of messages that are about to be sent: feedback may come before the answer of the hub. */
	public synchronized List<SentMessage> add(List<CloudToDeviceMessage> messages) {
		List<SentMessage> added = messages.stream().map(SentMessage::new).toList();
		all.addAll(added);
		return added;
	}

	/** Takes note of what the hub said to those that were just sent. */
	public synchronized void answered(List<SentMessage> sent, TaskOutcome outcome) {
		Map<String, ItemOutcome> byReceiver = outcome.items().stream().collect(Collectors.toMap(ItemOutcome::id, item -> item));
		for (SentMessage message : sent) {
			ItemOutcome item = byReceiver.get(message.receiver());
			if (item != null) {
				message.answered(item);
			}
		}
	}

	/** Forgets those that never were on their way. */
	public synchronized void remove(List<SentMessage> unsent) {
		all.removeAll(unsent);
	}

	/** Takes note of feedback. @return the message it is about, null when it is about another than these */
	public synchronized @Nullable SentMessage heard(FeedbackRecord feedback) {
		for (SentMessage message : all) {
			// of several with the same id the oldest is the first to be dealt with
			if (message.isAwaited() && message.message().to().deviceId().equals(feedback.deviceId())
					&& feedback.originalMessageId().equals(message.message().messageId())) {
				message.heard(feedback);
				return message;
			}
		}
		return null;
	}
}
