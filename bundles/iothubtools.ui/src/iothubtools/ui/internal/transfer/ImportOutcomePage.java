// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;

/** What became of each line: first those that are no new devices, then those that are. */
final class ImportOutcomePage extends OutcomePage {

	/** @param rest imports the file once more */
	ImportOutcomePage(Runnable rest) {
		super("importOutcome", Messages.Outcome_title, Messages.Outcome_label, Messages.Outcome_rest, rest);
	}

	/** @param outcome in the order in which it is read, see {@link ImportTexts#inOrder} */
	void show(HubConnection hub, TaskOutcome outcome) {
		show(outcome, List.of(ImportTexts.LINE, ImportTexts.DEVICE, ImportTexts.RESULT,
				new ItemTable.Column<>(Messages.Column_reason, item -> ImportTexts.why(item, hub))), ImportTexts.summary(outcome, hub),
				outcome.items().stream().anyMatch(ImportOutcomePage::isLeftToDo));
	}

	/** Whether the same file once more may make it. */
	private static boolean isLeftToDo(ItemOutcome item) {
		return switch (item.result()) {
		case FAILED, UNKNOWN, NOT_TRIED -> true;
		default -> false;
		};
	}
}
