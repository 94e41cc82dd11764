// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.TaskOutcome;

/** What became of each device that was to be copied. */
final class CopyOutcomePage extends OutcomePage {

	/** @param rest makes those that are not yet made */
	CopyOutcomePage(boolean move, Runnable rest) {
		super("copyOutcome", move ? Messages.Copy_outcome_moved : Messages.Copy_outcome_copied, Messages.Copy_outcome_label,
				Messages.Copy_rest, rest);
	}

	void show(HubConnection target, TaskOutcome outcome, boolean somethingLeft) {
		show(ImportTexts.inOrder(outcome), List.of(ImportTexts.DEVICE, ImportTexts.RESULT, CopyModel.why(target)),
				ImportTexts.summary(outcome, target), somethingLeft);
	}
}
