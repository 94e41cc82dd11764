// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import org.eclipse.swt.widgets.Composite;

/** Where devices are to be copied or moved, and what would become of each. */
final class CopyPlanPage extends PlanPage {

	/** @param check asks both hubs, and tells it here */
	CopyPlanPage(CopyModel<?> model, Runnable check) {
		super(model, check);
	}

	@Override
	void createOptions(Composite parent) {
		// those that are there stay as they are
	}
}
