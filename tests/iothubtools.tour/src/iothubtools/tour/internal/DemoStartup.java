// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import org.eclipse.ui.IStartup;

/** Plays the script named by the system property {@code iothubtools.demo} once the workbench is there; does nothing without it. */
public final class DemoStartup implements IStartup {

	@Override
	public void earlyStartup() {
		String name = System.getProperty("iothubtools.demo");
		if (name != null) {
			new Thread(new Player(Script.named(name)), "IoT Hub Tools " + name).start();
		}
	}
}
