// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** What the view shows after the wizard has made a device. */
class CreatedDeviceTest extends WithHubView {

	private static final int DEVICES = 200;

	@Test
	void aNewDeviceIsSelectedAndInSight() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Plant", DEVICES);
				WizardWindow wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device",
						new StructuredSelection(new HubNode(hub.connection())))) {
			view.awaitRows(DEVICES + 1);
			assertEquals(List.of(), view.selected());
			wizard.form().enter(NewDeviceFields.DEVICE_ID, "thermostat");
			wizard.finish();
			wizard.form().control(NewDeviceFields.REPLY);
			view.awaitRows(DEVICES + 2);
			wizard.leave();
			assertEquals(List.of("thermostat"), view.selected());
			Until.holds("the row in sight", () -> view.topRow() > DEVICES / 2);
		}
	}

	@Test
	void anIdInTheListIsToldWhileTyping() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Plant", 3);
				WizardWindow wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device",
						new StructuredSelection(new HubNode(hub.connection())))) {
			view.awaitRows(4);
			String taken = view.names().get(1);
			wizard.form().enter(NewDeviceFields.DEVICE_ID, taken);
			assertEquals("Device ID: the list of this hub has a device " + taken + " already.", wizard.message());
			wizard.form().enter(NewDeviceFields.DEVICE_ID, taken + "x");
			assertEquals("Register a device identity at the hub.", wizard.message());
			wizard.finish();
			wizard.form().press(NewDeviceFields.CREATE_ANOTHER);
			Until.holds("the created device to be told", () -> wizard.message().contains("has a device " + taken + "x already"));
		}
	}
}
