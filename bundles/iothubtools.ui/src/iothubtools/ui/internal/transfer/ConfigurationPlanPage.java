// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.internal.forms.Fields;

/** Where configurations are to be copied, whether those that are there and are others are overwritten, and what would become of each. */
final class ConfigurationPlanPage extends PlanPage {

	private final OverwriteChoice overwrite;

	/** @param check asks both hubs, and tells it here */
	ConfigurationPlanPage(CopyModel<?> model, OverwriteChoice overwrite, Runnable check) {
		super(model, check);
		this.overwrite = overwrite;
	}

	@Override
	void createOptions(Composite parent) {
		Fields.choice(parent, SWT.CHECK, Messages.Configurations_overwrite, CopyFields.OVERWRITE, overwrite.chosen(), chosen -> {
			overwrite.choose(chosen);
			checkSoon();
		});
	}
}
