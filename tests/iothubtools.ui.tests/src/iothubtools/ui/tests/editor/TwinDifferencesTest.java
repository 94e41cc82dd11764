// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;

import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.DeviceEditorPart;

/** What a device reports beside what is wanted of it, and where the two differ. */
class TwinDifferencesTest extends WithTwinEditor {

	@Test
	void whatTheDeviceReportsIsBesideItAndWhatDiffersIsMarked() throws Exception {
		create("d1", "{}", "{\"interval\":10,\"gain\":1,\"new\":true,\"led\":{\"on\":true,\"red\":5}}");
		report("d1", "{\"interval\":20,\"gain\":1.0,\"led\":{\"on\":false,\"red\":5},\"firmware\":\"7.1\"}");
		DeviceEditorPart editor = open("d1");
		StyledText reported = (StyledText) Ui.get(() -> editor.find("reportedText"));
		Until.holds("what is reported", () -> reported.getText().contains("firmware"));
		Label status = (Label) Ui.get(() -> editor.find("reportedStatus"));
		Until.holds("how many differ", () -> status.getText().endsWith("2 differ, 1 not reported"));
		assertTrue(Ui.get(status::getText).startsWith("Reported version 2, changed "), Ui.get(status::getText));
		Until.holds("marks", () -> isMarked(reported, "\"interval\": 20") && isMarked(reported, "\"on\": false"));
		assertFalse(Ui.get(() -> isMarked(reported, "\"gain\": 1.0")), "the same number");
		assertFalse(Ui.get(() -> isMarked(reported, "\"firmware\"")), "nobody wanted it");
		Button only = (Button) Ui.get(() -> editor.find("onlyDifferences"));
		Ui.run(() -> {
			only.setSelection(true);
			only.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals("{\n  \"interval\": 20,\n  \"led\": {\n    \"on\": false\n  }\n}", Ui.get(reported::getText));
		editor.replace("\"interval\": 10", "\"interval\": 20").replace("\"on\": true", "\"on\": false");
		Until.holds("nothing that differs", () -> reported.getText().equals("{}") && status.getText().endsWith("0 differ, 1 not reported"));
	}

	@Test
	void ofAValueOverSeveralLinesNothingOfWhatTheyAreIndentedByIsMarked() throws Exception {
		create("d1", "{}", "{\"limits\":[1,2],\"led\":7}");
		report("d1", "{\"limits\":[1,3],\"led\":{\"on\":false,\"red\":5}}");
		DeviceEditorPart editor = open("d1");
		StyledText reported = (StyledText) Ui.get(() -> editor.find("reportedText"));
		StyledText wanted = (StyledText) Ui.get(() -> editor.part().twin().getAdapter(Control.class));
		Until.holds("what is reported", () -> reported.getText().contains("\"red\": 5"));
		Until.holds("marks of values", () -> isMarked(reported, "\"led\": {") && isMarked(reported, "\"red\": 5") && isMarked(wanted, "\"limits\": ["));
		for (StyledText text : List.of(reported, wanted)) {
			String all = Ui.get(text::getText);
			for (int line = 0; line >= 0; line = all.indexOf('\n', line + 1)) {
				int at = line + 1;
				boolean indented = at < all.length() && all.charAt(at) == ' ';
				assertFalse(indented && Ui.get(() -> isMarked(text, at)), () -> "what is before " + all.substring(at).lines().findFirst().orElse(""));
			}
		}
	}

	private static boolean isMarked(StyledText text, int at) {
		StyleRange style = text.getStyleRangeAtOffset(at);
		return style != null && style.background != null;
	}

	private static boolean isMarked(StyledText text, String piece) {
		StyleRange style = text.getStyleRangeAtOffset(text.getText().indexOf(piece));
		return style != null && style.background != null;
	}

	/** As the device does. */
	private void report(String id, String reported) throws Exception {
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), id)) {
			device.report(reported);
		}
	}
}
