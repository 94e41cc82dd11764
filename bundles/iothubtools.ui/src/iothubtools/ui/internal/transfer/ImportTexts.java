// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.HubException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;

/** What is said of the lines of a file. */
final class ImportTexts {

	private ImportTexts() {
	}

	/** Why a line would not become a device. */
	static String whyLeft(ItemOutcome item) {
		return item.result() == Result.EXISTS ? Messages.Why_exists : item.reason();
	}

	/** How it ended, in a word or two. */
	static String result(Result result) {
		return switch (result) {
		case DONE -> Messages.Result_created;
		case CHANGED -> Messages.Result_changed;
		case EXISTS -> Messages.Result_exists;
		case LEFT -> Messages.Result_left;
		case FAILED -> Messages.Result_failed;
		case UNKNOWN -> Messages.Result_unknown;
		case NOT_TRIED -> Messages.Result_notTried;
		};
	}

	/** Why it ended as it did. */
	static String why(ItemOutcome item, HubConnection hub) {
		HubException failure = item.failure();
		if (failure != null) {
			return HubStatus.of(failure, hub).getMessage();
		}
		return switch (item.result()) {
		case EXISTS -> item.reason().isEmpty() ? Messages.Why_exists : item.reason();
		case UNKNOWN -> Messages.Why_unknown;
		default -> item.reason();
		};
	}

	/** How many there are of each kind. */
	static String summary(TaskOutcome outcome, HubConnection hub) {
		Map<Result, Integer> counts = new EnumMap<>(Result.class);
		ItemOutcome unread = null;
		for (ItemOutcome item : outcome.items()) {
			if (item.result() == Result.NOT_TRIED && !item.reason().isEmpty()) {
				unread = item;
			} else {
				counts.merge(item.result(), 1, Integer::sum);
			}
		}
		List<String> parts = new ArrayList<>();
		parts.add(NLS.bind(Messages.Count_created, number(counts.getOrDefault(Result.DONE, 0)), hub.name()));
		add(parts, Messages.Count_changed, counts.get(Result.CHANGED));
		add(parts, Messages.Count_exist, counts.get(Result.EXISTS));
		add(parts, Messages.Count_left, counts.get(Result.LEFT));
		add(parts, Messages.Count_failed, counts.get(Result.FAILED));
		add(parts, Messages.Count_unknown, counts.get(Result.UNKNOWN));
		add(parts, Messages.Count_notTried, counts.get(Result.NOT_TRIED));
		if (unread != null) {
			parts.add(NLS.bind(Messages.Count_unread, unread.line()));
		}
		String all = String.join(" ", parts);
		return outcome.cancelled() ? NLS.bind(Messages.Outcome_cancelled, all) : all;
	}

	private static void add(List<String> parts, String template, @Nullable Integer count) {
		if (count != null) {
			parts.add(NLS.bind(template, number(count)));
		}
	}

	/** With its digits grouped. */
	static String number(int count) {
		return NumberFormat.getIntegerInstance().format(count);
	}
}
