// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.wizards.ListedIds;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.cloudmessage.CloudMessageFields;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Whoever sends a message finds its device among those that the view has listed, without typing all of an id. */
class DeviceProposalsTest extends WithHubView {

	private static final int KEYS = 200;
	private static final long TOLERATED_MILLIS = 10;

	private WizardWindow wizard;

	@AfterEach
	void closeTheWizard() {
		if (wizard != null) {
			wizard.close();
		}
	}

	private void open(HubFixture hub, String name, String title) {
		WizardSettings.of(name).put("source", "");
		wizard = WizardWindow.open("iothubtools.ui.wizard." + name, title, new StructuredSelection(new HubNode(hub.connection())));
	}

	/** As keys do, the last of which asks for proposals. */
	private static void type(Control field, String text) {
		Ui.run(() -> {
			field.setFocus();
			if (field instanceof Combo combo) {
				combo.setText(text);
				combo.setSelection(new Point(text.length(), text.length()));
			} else if (field instanceof Text lines) {
				lines.setText(text);
				lines.setSelection(text.length());
			}
			key(field, text.charAt(text.length() - 1));
		});
	}

	private static void key(Control field, char character) {
		Event event = new Event();
		event.character = character;
		event.keyCode = character;
		field.notifyListeners(SWT.KeyDown, event);
	}

	/** What can be chosen; on the UI thread. */
	private static List<String> proposals() {
		return Stream.of(Ui.display().getShells()).filter(shell -> shell.isVisible() && shell.getText().isEmpty()).flatMap(DeviceProposalsTest::tables)
				.flatMap(table -> Arrays.stream(table.getItems())).map(TableItem::getText).toList();
	}

	private static Stream<Table> tables(Shell shell) {
		return Stream.of(shell.getChildren()).flatMap(DeviceProposalsTest::below);
	}

	private static Stream<Table> below(Control control) {
		return control instanceof Table table ? Stream.of(table)
				: control instanceof Composite composite ? Stream.of(composite.getChildren()).flatMap(DeviceProposalsTest::below)
						: Stream.empty();
	}

	@Test
	void theDeviceThatSendsIsChosenFromThoseThatAreListed() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 120)) {
			hub.create("Pump-7");
			view.awaitStatus("121 devices");
			open(hub, "sendMessage", "Send Device-to-Cloud Message");
			Combo field = (Combo) wizard.form().control(SendMessageFields.DEVICE_ID);
			Until.holds("a list to choose from", () -> field.getItemCount() == 50);
			type(field, "sensor-011");
			Until.holds("those that begin so", () -> proposals().equals(IntStream.rangeClosed(110, 119).mapToObj(i -> "sensor-0" + i).toList()));
			type(field, "mp-7");
			Until.holds("the one that has it within", () -> proposals().equals(List.of("Pump-7")));
			Ui.run(() -> key(field, SWT.CR));
			Until.holds("the id", () -> field.getText().equals("Pump-7"));
			Until.holds("nothing more to choose", () -> proposals().isEmpty());
		}
	}

	@Test
	void eachOfSeveralDevicesIsChosenFromThoseThatAreListed() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 12)) {
			view.awaitStatus("12 devices");
			open(hub, "sendCloudMessage", "Send Cloud-to-Device Message");
			Text field = (Text) wizard.form().control(CloudMessageFields.DEVICES);
			Until.holds("the devices", () -> {
				type(field, "sensor-0003 sensor-001");
				return proposals().equals(List.of("sensor-0010", "sensor-0011", "sensor-0012"));
			});
			Ui.run(() -> key(field, SWT.CR));
			Until.holds("both ids", () -> field.getText().equals("sensor-0003 sensor-0010"));
		}
	}

	/** What takes too long on a busy machine is done again: the best of many keys counts. */
	@Test
	void aKeyAmong100000DevicesIsAnsweredAtOnce() {
		ListedIds ids = new ListedIds(IntStream.range(0, 100_000).mapToObj(i -> String.format("Sensor-%06d", i)).toList());
		assertEquals(50, ids.find("", 50).size());
		assertEquals(List.of("Sensor-000000", "Sensor-000001"), ids.find("sensor", 2));
		long best = Long.MAX_VALUE;
		for (int i = 0; i < KEYS; i++) {
			long begin = System.nanoTime();
			assertEquals(List.of("Sensor-099999"), ids.find("r-099999", 50));
			best = Math.min(best, System.nanoTime() - begin);
		}
		assertTrue(best < TOLERATED_MILLIS * 1_000_000, best + " ns");
	}
}
