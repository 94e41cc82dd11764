// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;

/** What became of each line: first those that are no new devices, then those that are. */
final class ImportOutcomePage extends OutcomePage {

	/** @param rest imports the file once more */
	ImportOutcomePage(Runnable rest) {
		super("importOutcome", Messages.Outcome_title, Messages.Outcome_label, OutcomeColumns.OF_IMPORT, Messages.Outcome_rest, rest);
	}

	/** Shows it. */
	void show(TaskOutcome outcome, HubConnection hub) {
		show(outcome, hub, outcome.items().stream().anyMatch(ImportOutcomePage::isLeftToDo));
	}

	/** Whether the same file once more may make it. */
	private static boolean isLeftToDo(ItemOutcome item) {
		return switch (item.result()) {
		case FAILED, UNKNOWN, NOT_TRIED -> true;
		default -> false;
		};
	}
}
