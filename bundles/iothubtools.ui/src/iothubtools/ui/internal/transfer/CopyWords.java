// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeviceCopy;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.transfer.OutcomeColumns.AtHub;

/**
 * What the wizards that copy to a hub say of the things they copy.
 *
 * @param title       of the wizard and its page
 * @param description what it does
 * @param production  title of the question at a hub of production
 * @param button      of that question, as a verb with its mnemonic
 * @param count       how many there are, where nothing else is known; empty where that is not known either
 * @param summary     how many would end how: of {0} to be created, {1} the hub, {2} there already, {3} left out, {4} to be changed
 * @param plan        what the table of the plan is
 * @param tooMany     there are more than can be copied; with {0} for how many
 * @param same        they are at that hub; with {0} for its name
 * @param unchecked   nothing is known yet
 * @param nothing     there is nothing that can be done at the hub; with {0} for its name
 * @param planned     what is said of each in the plan
 */
record CopyWords(String title, String description, String production, String button, String count, String summary, String plan, String tooMany,
		String same, String unchecked, String nothing, Columns<AtHub> planned) {

	/** Of devices of a hub. */
	static CopyWords devices(HubConnection source, int count, boolean move) {
		return new CopyWords(move ? Messages.Copy_title_move : Messages.Copy_title_copy,
				NLS.bind(move ? Messages.Copy_description_move : Messages.Copy_description_copy, source.name()),
				Messages.Copy_production_title, move ? Messages.Copy_button_move : Messages.Copy_button_copy,
				NLS.bind(Messages.Copy_devices, ImportTexts.number(count)),
				Messages.Copy_summary, Messages.Copy_plan, NLS.bind(Messages.Copy_tooMany, ImportTexts.number(DeviceCopy.LIMIT)), Messages.Copy_same,
				Messages.Copy_unchecked, Messages.Copy_nothing, OutcomeColumns.OF_PLAN);
	}

	/** Of configurations of a hub. */
	static CopyWords configurations(HubConnection source, int count) {
		return configurations(Messages.Configurations_title_copy, NLS.bind(Messages.Configurations_description_copy, source.name()),
				Messages.Copy_production_title, Messages.Copy_button_copy, NLS.bind(Messages.Configurations_count, ImportTexts.number(count)));
	}

	/** Of configurations of a file. */
	static CopyWords configurations(Path file) {
		return configurations(Messages.Configurations_title_import, NLS.bind(Messages.Configurations_description_import, file),
				Messages.Configurations_title_import, Messages.Import_button, "");
	}

	private static CopyWords configurations(String title, String description, String production, String button, String count) {
		return new CopyWords(title, description, production, button, count, Messages.Configurations_summary, Messages.Configurations_plan, "",
				Messages.Configurations_same, Messages.Configurations_unchecked, Messages.Configurations_nothing, OutcomeColumns.OF_CONFIGURATION_PLAN);
	}
}
