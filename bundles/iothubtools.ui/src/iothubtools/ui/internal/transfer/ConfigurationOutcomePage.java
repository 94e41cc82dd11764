// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

/** What became of each configuration that was to be copied. */
final class ConfigurationOutcomePage extends OutcomePage {

	/**
	 * Of those of a file or of a hub.
	 *
	 * @param rest makes those that are not yet made
	 */
	ConfigurationOutcomePage(boolean imported, Runnable rest) {
		super("configurationOutcome", imported ? Messages.Configurations_imported : Messages.Configurations_outcome, Messages.Configurations_outcome_label,
				imported ? OutcomeColumns.OF_IMPORTED_CONFIGURATIONS : OutcomeColumns.OF_CONFIGURATIONS,
				imported ? Messages.Outcome_rest : Messages.Copy_rest, rest);
	}
}
