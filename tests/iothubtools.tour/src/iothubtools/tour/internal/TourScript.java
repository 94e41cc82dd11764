// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;

import org.eclipse.ui.IPageLayout;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Workbench;

/** The whole job, done with the widgets a person would use: list, create, create again, look at, send. */
final class TourScript implements Script {

	private static final int DEVICES = 25;
	private static final String DEVICE = "boiler-01";
	private static final String CONSOLE_VIEW = "org.eclipse.ui.console.ConsoleView";

	private final Transcript transcript = new Transcript(System.out);

	@Override
	public void play() throws Exception {
		HubConnection hub = Stage.localHub(DEVICES);
		IotHubCore.get().exchanges().addListener((connection, exchange) -> transcript.note(exchange));
		Workbench.window().resize(1280, 800);
		Look.wanted().check();
		Workbench.perspective(DemoPerspective.ID);
		Rows devices = list(hub);
		create();
		createAgain();
		lookAt(devices);
		Scope monitor = monitor(devices);
		send(devices);
		arrived(monitor);
		transcript.end();
		console(devices);
		new TourParts(hub, devices, DEVICE, DEVICES + 1).play();
		preferences();
	}

	@Override
	public boolean closes() {
		return true;
	}

	private Rows list(HubConnection hub) throws Exception {
		transcript.step("List the devices of the hub");
		Rows devices = Stage.list(hub, DEVICES);
		transcript.expect("POST", 200);
		Script.picture("1-list-devices");
		return devices;
	}

	private void create() throws Exception {
		transcript.step("Create a device");
		Workbench.window().pressTool("New Device\u2026");
		Scope wizard = Scope.window("New Device").open();
		wizard.type("Device ID", DEVICE);
		wizard.press("Finish");
		transcript.expect("PUT", 200);
		wizard.shows("Device " + DEVICE + " is registered");
		wizard.ready("Close");
		Script.picture("2-new-device");
		wizard.press("Close");
		wizard.closed();
	}

	private void createAgain() throws Exception {
		transcript.step("Create the same device again");
		Workbench.window().pressTool("New Device\u2026");
		Scope wizard = Scope.window("New Device").open();
		wizard.type("Device ID", DEVICE);
		wizard.press("Finish");
		transcript.expect("PUT", 409);
		wizard.shows("already registered");
		wizard.ready("Finish");
		Script.picture("3-already-exists");
		wizard.press("Cancel");
		wizard.closed();
	}

	private void lookAt(Rows devices) throws Exception {
		transcript.step("Look at the device");
		devices.select(DEVICE);
		devices.choose("Properties");
		transcript.expect("GET", 200);
		Workbench.view(IPageLayout.ID_PROP_SHEET).tree().has("Device ID");
		Script.picture("4-device-properties");
	}

	private Scope monitor(Rows devices) {
		transcript.step("Watch what the device sends");
		Workbench.show(Stage.VIEW);
		devices.select(DEVICE);
		devices.choose("Monitor D2C Messages");
		Scope monitor = Workbench.view(Stage.MONITOR);
		monitor.shows("Waiting for messages of " + DEVICE);
		return monitor;
	}

	private void arrived(Scope monitor) throws IOException {
		transcript.step("See it arrive");
		Workbench.show(Stage.MONITOR);
		monitor.shows("1 message");
		Rows messages = monitor.table();
		messages.selectFirst();
		monitor.shows("\"temperature\": 21.5");
		Script.picture("7-message-arrived");
	}

	private void send(Rows devices) throws Exception {
		transcript.step("Send a message as the device");
		Workbench.show(Stage.VIEW);
		devices.select(DEVICE);
		devices.choose("Send Device-to-Cloud Message\u2026");
		Scope wizard = Scope.window("Send Device-to-Cloud Message").open();
		wizard.type("Body", "{ \"temperature\": 21.5, \"humidity\": 40 }");
		Script.picture("5-send-message");
		wizard.press("Finish");
		transcript.expect("POST", 204);
		wizard.shows("204 No Content");
		wizard.ready("Close");
		Script.picture("6-message-sent");
		wizard.press("Close");
		wizard.closed();
	}

	private void console(Rows devices) throws IOException {
		transcript.step("What was exchanged, as the console shows it");
		devices.choose("Show REST Console");
		Workbench.view(CONSOLE_VIEW).shows("204 No Content");
		// what the view asks by itself stands before
		Workbench.view(CONSOLE_VIEW).scrollTo("POST /devices/boiler-01");
		Script.picture("rest-console");
	}

	private void preferences() throws IOException {
		transcript.step("Where the hub connections are kept");
		Workbench.window().choose("Window", "Preferences");
		Scope dialog = Scope.window("Preferences").open();
		dialog.tree().select("Azure IoT Hub");
		dialog.shows("Azure IoT Hub");
		Script.picture("preferences");
		dialog.press("Cancel");
		dialog.closed();
	}
}
