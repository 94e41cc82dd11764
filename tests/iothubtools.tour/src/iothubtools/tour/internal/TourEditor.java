// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;

import iothubtools.client.twins.TwinPatch;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Workbench;

/** What somebody does in the editor of a device. Nothing of it shows a key. */
final class TourEditor {

	private static final String WITH_TWIN = "sensor-0008";

	private final Rows devices;
	private final String device;
	private final Others others;

	TourEditor(Rows devices, String device, Others others) {
		this.devices = devices;
		this.device = device;
		this.others = others;
	}

	void play() throws IOException, CoreException {
		twin();
		pages();
	}

	/** Of a device that has reported what it made of what is desired; somebody else changes it, too. */
	private void twin() throws IOException, CoreException {
		Scope editor = open(WITH_TWIN);
		editor.shows("\"desired\"");
		Script.picture("device-twin");
		others.change(WITH_TWIN, new TwinPatch("{\"site\":\"Porto\"}", "{\"alarm\":{\"high\":40.0}}"));
		editor.replace("\"Turku\"", "\"Bergen\"");
		editor.replace("\"interval\": 30", "\"interval\": 15");
		Workbench.window().choose("File", "Save");
		Scope compare = Scope.window("Twin of " + WITH_TWIN + ": One Value Was Changed by Both").open();
		// what both changed is as the person has it, and the rest as each has changed it
		compare.shows("\"Bergen\"");
		compare.shows("\"Porto\"");
		Script.picture("twin-conflict");
		compare.press("Save");
		compare.closed();
		editor.shows("\"high\": 40.0");
		editor.shows("\"interval\": 15");
		editor.shows("\"Bergen\"");
		Workbench.closeEditors();
	}

	private void pages() throws IOException {
		Scope editor = open(device);
		editor.showTab("Identity");
		editor.shows("Generation ID");
		Script.picture("device-identity");
		editor.showTab("Methods");
		editor.type("Method", "reboot");
		editor.press("Invoke");
		editor.shows("not connected");
		Script.picture("device-methods");
		editor.showTab("Messages");
		messages(editor);
		Workbench.closeEditors();
	}

	private Scope open(String id) {
		Workbench.show(Stage.VIEW);
		devices.select(id);
		devices.choose("Open");
		Scope editor = Workbench.editor(id);
		Workbench.zoom();
		return editor;
	}

	private static void messages(Scope editor) throws IOException {
		editor.press("Send\u2026");
		Scope wizard = Scope.window("Send Cloud-to-Device Message").open();
		wizard.type("Body", "{ \"interval\": 30 }");
		wizard.press("Finish");
		wizard.ready("Close");
		Script.picture("cloud-message-sent");
		wizard.press("Close");
		wizard.closed();
		editor.press("Receive as Device");
		editor.table().selectFirst();
		editor.shows("\"interval\": 30");
		Script.picture("device-messages");
	}
}
