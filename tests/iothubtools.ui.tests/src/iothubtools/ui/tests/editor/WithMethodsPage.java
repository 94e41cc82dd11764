// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The page Methods in the editor of a device, and devices that answer over MQTT. */
abstract class WithMethodsPage extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	/** Closed after the test. */
	final List<MqttDevice> devices = new ArrayList<>();
	DeviceEditorPart editor;

	@BeforeEach
	void createTheDevice() throws Exception {
		hub.create("d1");
		open("d1");
	}

	@AfterEach
	void closeAll() throws Exception {
		Ui.run(() -> HubView.page().closeAllEditors(false));
		for (MqttDevice device : devices) {
			device.close();
		}
	}

	void open(String id) {
		view.activate();
		editor = DeviceEditorPart.open(view, id).showPage("methods");
	}

	MqttDevice connect(String id) throws Exception {
		MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), id);
		devices.add(device);
		return device;
	}

	void connect(String id, BiFunction<String, String, String> answer) throws Exception {
		connect(id).answer(answer);
	}

	WithMethodsPage enter(String id, String value) {
		Ui.run(() -> {
			Control field = editor.find(id);
			if (field instanceof Text text) {
				text.setText(value);
			} else if (field instanceof Combo combo) {
				combo.setText(value);
			} else {
				((StyledText) field).setText(value);
			}
		});
		return this;
	}

	String value(String id) {
		return Ui.get(() -> {
			Control field = editor.find(id);
			return field instanceof Text text ? text.getText() : field instanceof Combo combo ? combo.getText()
					: field instanceof Label label ? label.getText() : ((StyledText) field).getText();
		});
	}

	boolean enabled(String id) {
		return Boolean.TRUE.equals(Ui.get(() -> editor.find(id).isEnabled()));
	}

	void press(String id) {
		Until.holds(id + " to be enabled", () -> editor.find(id).isEnabled());
		Ui.post(() -> editor.find(id).notifyListeners(SWT.Selection, new Event()));
	}

	void invoke(String name, String payload) {
		enter(MethodIds.NAME, name).enter(MethodIds.PAYLOAD, payload).press(MethodIds.INVOKE);
	}

	Table table() {
		return (Table) editor.find(MethodIds.RUNS);
	}

	/** The rows: method, payload, who ran it, and the result. */
	List<String> rows() {
		return Ui.get(() -> Arrays.stream(table().getItems())
				.map(item -> String.join(" ", item.getText(1), item.getText(2), item.getText(3), item.getText(4))).toList());
	}

	void awaitFirstRow(String row) {
		Until.holds("the newest in the history", () -> !rows().isEmpty() && rows().get(0).equals(row));
	}

	void awaitRows(String... rows) {
		List<List<String>> last = new ArrayList<>();
		try {
			Until.holds("the history", () -> {
				List<String> now = rows();
				last.add(0, now);
				return now.equals(List.of(rows));
			});
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is " + last.get(0), e);
		}
	}

	void select(int... rows) {
		Ui.run(() -> {
			table().setSelection(rows);
			table().notifyListeners(SWT.Selection, new Event());
		});
	}
}
