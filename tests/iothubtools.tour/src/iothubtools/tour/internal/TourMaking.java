// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;

import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Workbench;

/** What somebody makes beside devices: a configuration, and a project with the program of a device. */
final class TourMaking {

	private static final String NIGHT = "night-mode";

	private final Rows devices;
	private final String device;

	TourMaking(Rows devices, String device) {
		this.devices = devices;
		this.device = device;
	}

	/** In the view of configurations, which is open. */
	void configuration(Rows configurations) throws IOException {
		configurations.select("report-every-minute");
		configurations.choose("New Configuration\u2026");
		Scope wizard = Scope.window("New Configuration").open();
		wizard.type("Configuration ID", NIGHT);
		wizard.type("Target condition", "tags.site = 'Turku'");
		wizard.type("Priority", "20");
		Script.picture("new-configuration");
		wizard.press("Next >");
		wizard.write("{ \"deviceContent\": { \"properties.desired.interval\": 300 } }");
		Script.picture("configuration-content");
		wizard.press("Finish");
		wizard.closed();
		configurations.has(NIGHT, "tags.site = 'Turku'");
	}

	/** Its program takes the key when it is run; none is in a file, nor in the picture. */
	void project() throws IOException {
		Workbench.show(Stage.VIEW);
		devices.select(device);
		devices.choose("New Device Project\u2026");
		Scope wizard = Scope.window("New IoT Hub Device Project").open();
		wizard.holds("Device ID", device);
		Script.picture("new-device-project");
		wizard.press("Cancel");
		wizard.closed();
	}
}
