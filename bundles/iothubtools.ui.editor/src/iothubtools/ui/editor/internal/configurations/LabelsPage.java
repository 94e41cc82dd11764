// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.IWizardPage;

import iothubtools.ui.internal.wizards.message.PairNames;

/** Names and values by which people tell configurations apart. */
final class LabelsPage extends PairsPage {

	LabelsPage(ConfigurationModel model) {
		super("configurationLabels", Messages.Labels_title, Messages.Labels_description, Messages.Labels_label,
				PairNames.of(ConfigurationFields.LABELS, Messages.Labels_accessible, Messages.Labels_name, Messages.Labels_value, 50), model.labels(),
				model::ofLabels);
	}

	/** This is the last one. */
	@Override
	public @Nullable IWizardPage getNextPage() {
		return null;
	}
}
