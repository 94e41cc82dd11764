// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import iothubtools.tour.driver.Workbench;

/** Prepares the IDE for a person: the local hub runs and the view is open. */
final class RunScript implements Script {

	private static final int DEVICES = 25;

	@Override
	public void play() throws Exception {
		Stage.localHub(DEVICES);
		Workbench.perspective(DemoPerspective.ID);
		Workbench.show(Stage.VIEW);
	}

	@Override
	public boolean closes() {
		return false;
	}
}
