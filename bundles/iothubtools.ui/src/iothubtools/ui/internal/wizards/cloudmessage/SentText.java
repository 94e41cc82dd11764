// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.client.errors.HubException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.SendCloudToDeviceOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.SentMessage;
import iothubtools.core.tasks.SentMessage.State;
import iothubtools.ui.internal.text.Numbers;
import iothubtools.ui.internal.text.Sentences;

/** Words for messages that were sent to devices of a hub. */
record SentText(HubConnection hub) {

	/** Where a message is, in a word or two. */
	static String state(SentMessage message) {
		return switch (message.state()) {
		case SENDING -> Messages.State_sending;
		case QUEUED -> message.message().ack() == FeedbackMode.NONE ? Messages.State_queued_no_feedback : Messages.State_queued;
		case DELIVERED -> Messages.State_delivered;
		case REJECTED -> Messages.State_rejected;
		case EXPIRED -> Messages.State_expired;
		case DELIVERY_COUNT_EXCEEDED -> Messages.State_delivery_count;
		case PURGED -> Messages.State_purged;
		case OTHER -> message.words();
		case FAILED -> Messages.State_failed;
		case UNKNOWN -> Messages.State_unknown;
		case NOT_TRIED -> Messages.State_not_tried;
		};
	}

	/** Since when it is there. */
	static String since(Instant time) {
		return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault()).format(time);
	}

	/** All that can be said of a message. */
	String details(SentMessage message) {
		HubException failure = message.failure();
		if (failure != null) {
			return HubStatus.of(failure, hub, IotHubCore.get().rights().missing(hub, SendCloudToDeviceOperation.NEEDS)).getMessage();
		}
		return switch (message.state()) {
		case QUEUED -> message.message().ack() == FeedbackMode.NONE ? Messages.Details_queued_no_feedback : Messages.Details_queued;
		case DELIVERED -> Messages.Details_delivered;
		case REJECTED -> Messages.Details_rejected;
		case EXPIRED -> Messages.Details_expired;
		case DELIVERY_COUNT_EXCEEDED -> Messages.Details_delivery_count;
		case PURGED -> Messages.Details_purged;
		case UNKNOWN -> Messages.Details_unknown;
		case NOT_TRIED -> Messages.Details_not_tried;
		case SENDING, OTHER, FAILED -> "";
		};
	}

	/** How many are where, as "3 messages: 2 in the queue, 1 delivered". */
	static String summary(List<SentMessage> all) {
		Map<State, List<SentMessage>> byState = new EnumMap<>(State.class);
		all.forEach(message -> byState.computeIfAbsent(message.state(), state -> new ArrayList<>()).add(message));
		String counts = String.join(", ", byState.values().stream()
				.map(some -> NLS.bind(Messages.Summary_state, Numbers.of(some.size()), Sentences.inside(state(some.get(0))))).toList());
		return all.size() == 1 ? NLS.bind(Messages.Summary_one, all.get(0).receiver(), Sentences.inside(state(all.get(0))))
				: NLS.bind(Messages.Summary, Numbers.of(all.size()), counts);
	}
}
