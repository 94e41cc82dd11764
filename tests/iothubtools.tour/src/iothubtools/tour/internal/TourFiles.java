// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.tour.driver.Workbench;

/** The devices of a hub to a file, and those of another file to the hub. */
final class TourFiles {

	private final HubConnection hub;
	private final Rows devices;
	private final String row;

	/** @param row what the row of the hub reads */
	TourFiles(HubConnection hub, Rows devices, String row) {
		this.hub = hub;
		this.devices = devices;
		this.row = row;
	}

	void play() throws IOException {
		Path folder = Files.createTempDirectory("plant");
		Path written = folder.resolve("devices.csv");
		Path read = folder.resolve("pumps.csv");
		try {
			exportTo(written);
			importFrom(read);
		} finally {
			Files.deleteIfExists(written);
			Files.deleteIfExists(read);
			Files.delete(folder);
		}
	}

	private Scope open(String command, String title) {
		Workbench.show(Stage.VIEW);
		devices.select(row);
		devices.choose(command);
		return Scope.window(title).open();
	}

	private void exportTo(Path file) throws IOException {
		Scope wizard = open("Export Devices\u2026", "Export Devices");
		wizard.type("File", file.toString());
		Script.picture("export-devices");
		wizard.press("Finish");
		wizard.closed();
		// it is there when all of it is written
		Until.holds("the file", () -> Files.exists(file));
		long lines = Files.readAllLines(file).stream().filter(line -> line.startsWith("sensor-") || line.startsWith("boiler-")).count();
		if (!row.contains("(" + lines + ")")) {
			throw new AssertionError(lines + " devices were written of " + row);
		}
	}

	private void importFrom(Path file) throws IOException {
		Files.write(file, List.of("deviceId,status,tag:site,tag:floor,desired:interval", "pump-01,enabled,Graz,2,30", "pump-02,enabled,Graz,3,30",
				"pump-03,disabled,Porto,1,60", "pump 04,enabled,Porto,1,60", "boiler-01,enabled,Porto,1,60"));
		Scope wizard = open("Import Devices\u2026", "Import Devices");
		wizard.type("File", file.toString());
		wizard.press("Next >");
		wizard.press("Check at the Hub");
		wizard.shows("To be created at " + hub.name() + ": 3. There already: 1.");
		Script.picture("import-preview");
		wizard.press("Finish");
		wizard.shows("3 created at " + hub.name());
		wizard.ready("Close");
		Script.picture("import-outcome");
		wizard.press("Close");
		wizard.closed();
		devices.has("pump-03");
	}
}
