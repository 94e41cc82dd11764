// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

/** What became of each device that was to be copied. */
final class CopyOutcomePage extends OutcomePage {

	/** @param rest makes those that are not yet made */
	CopyOutcomePage(boolean move, Runnable rest) {
		super("copyOutcome", move ? Messages.Copy_outcome_moved : Messages.Copy_outcome_copied, Messages.Copy_outcome_label,
				OutcomeColumns.OF_COPY, Messages.Copy_rest, rest);
	}
}
