// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import org.eclipse.core.runtime.Platform;

import iothubtools.tour.driver.Workbench;

/** The IDE without the tools, in a workspace in which they were used: it opens, and nothing of them is missed. */
final class BareScript implements Script {

	@Override
	public void play() throws Exception {
		Workbench.window().open();
		if (Platform.getBundle("iothubtools.ui") != null) {
			throw new AssertionError("The tools are still installed");
		}
		Script.picture("taken-out");
	}

	@Override
	public boolean closes() {
		return true;
	}
}
