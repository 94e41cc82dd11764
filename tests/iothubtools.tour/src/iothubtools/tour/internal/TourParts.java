// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;

import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.tour.driver.Workbench;

/** What else there is beside the job itself: queries, jobs, configurations, a project, the chart, the editor, files. Nothing of it shows a key. */
final class TourParts {

	private static final String JOBS = "iothubtools.ui.jobsView";
	private static final String CONFIGURATIONS = "iothubtools.ui.configurationsView";
	private static final String QUERY = "iothubtools.ui.queryView";
	private static final String INSPECT = "iothubtools.ui.command.inspect";

	private final HubConnection hub;
	private final Rows devices;
	private final String device;
	/** What the row of the hub reads. */
	private final String row;

	/** @param count of the devices of the hub */
	TourParts(HubConnection hub, Rows devices, String device, int count) {
		this.hub = hub;
		this.devices = devices;
		this.device = device;
		row = hub.name() + " (" + count + ")";
	}

	void play() throws IOException, CoreException {
		Others others = new Others(hub);
		others.deploy();
		query();
		job();
		TourMaking making = new TourMaking(devices, device);
		configurations(making);
		making.project();
		TourChart.play(hub, devices, row, others);
		new TourEditor(devices, device, others).play();
		inspect();
		new TourFiles(hub, devices, row).play();
	}

	private void query() throws IOException {
		Workbench.show(Stage.VIEW);
		devices.select(row);
		devices.choose("Query\u2026");
		Scope query = Workbench.view(QUERY);
		Workbench.zoom();
		query.write("SELECT deviceId, tags.site, tags.location.floor FROM devices WHERE status = 'enabled' AND is_defined(tags.site)");
		Workbench.window().pressTool("Run Query");
		query.shows("1 call (");
		Script.picture("query");
		Workbench.zoom();
	}

	private void job() throws IOException {
		Workbench.show(Stage.VIEW);
		devices.select(device);
		devices.choose("Schedule Job\u2026");
		Scope wizard = Scope.window("Schedule Job").open();
		wizard.press("Next >");
		wizard.write("{ \"site\": \"north\" }");
		Script.picture("schedule-job");
		wizard.press("Finish");
		wizard.closed();
		Workbench.view(JOBS).shows("on each device: 1");
		Workbench.zoom();
		Script.picture("jobs");
		Workbench.zoom();
	}

	private void configurations(TourMaking making) throws IOException {
		Workbench.show(Stage.VIEW);
		devices.select(row);
		devices.choose("Configurations");
		Scope view = Workbench.view(CONFIGURATIONS);
		Workbench.zoom();
		view.shows("2 configurations");
		Rows configurations = view.table();
		configurations.has("gateways", "IoT Edge deployment");
		configurations.has("report-every-minute", "tags.site = 'Graz'");
		configurations.select("report-every-minute");
		Script.picture("configurations");
		making.configuration(configurations);
		Workbench.zoom();
	}

	/** What somebody copied is on the clipboard; the dialog begins with it. */
	private void inspect() throws IOException {
		Workbench.show(Stage.VIEW);
		devices.select(device);
		devices.choose("Copy", "Connection String");
		Until.holds("the connection string on the clipboard", () -> Pasteboard.text().contains("DeviceId=" + device));
		Workbench.command(INSPECT);
		Scope dialog = Scope.window("Inspect Connection String or Token").open();
		Pasteboard.put(device);
		dialog.shows("Connection string of a device");
		dialog.press("Check Connection");
		dialog.shows("right: it is the key of " + device);
		dialog.ready("Check Connection");
		Script.picture("inspect");
		dialog.press("Close");
		dialog.closed();
	}
}
