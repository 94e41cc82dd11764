// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

/** What became of each configuration that was to be copied. */
final class ConfigurationOutcomePage extends OutcomePage {

	/** @param rest makes those that are not yet made */
	ConfigurationOutcomePage(Runnable rest) {
		super("configurationOutcome", Messages.Configurations_outcome, Messages.Configurations_outcome_label, OutcomeColumns.OF_CONFIGURATIONS,
				Messages.Copy_rest, rest);
	}
}
