// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import org.eclipse.ui.IPageLayout;

import iothubtools.tour.driver.Workbench;

/** Prepares the IDE for a person: the local hub runs, the view is open, and what is selected in it is shown below. */
final class RunScript implements Script {

	private static final int DEVICES = 25;

	@Override
	public void play() throws Exception {
		Stage.localHub(DEVICES);
		Workbench.perspective(DemoPerspective.ID);
		Workbench.show(IPageLayout.ID_PROP_SHEET);
		Workbench.show(Stage.VIEW);
	}

	@Override
	public boolean closes() {
		return false;
	}
}
