// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.DeviceWithTwin;
import iothubtools.core.operations.GetDeviceWithTwinOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.tests.support.Form;
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
			Until.holds("the duplicate to be told",
					() -> wizard.message().equals("Device ID: the list of this hub has a device " + taken + " already."));
			wizard.form().enter(NewDeviceFields.DEVICE_ID, taken + "x");
			assertEquals("Register a device identity at the hub.", wizard.message());
			wizard.finish();
			wizard.form().press(NewDeviceFields.CREATE_ANOTHER);
			Until.holds("the created device to be told", () -> wizard.message().contains("has a device " + taken + "x already"));
		}
	}

	@Test
	void anotherOneIsCreatedLikeADevice() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Plant", 0)) {
			DeviceIdentity gateway = DeviceIdentity.builder("gateway-1").authentication(new CertificateAuthority()).iotEdge(true)
					.status(DeviceStatus.DISABLED).statusReason("in stock").build();
			IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(gateway),
					new TwinContent("{\"site\":\"north\"}", "{\"interval\":1.0}")), new NullProgressMonitor());
			view.awaitRows(2);
			view.select("gateway-1");
			view.command("iothubtools.ui.command.createLike");
			Form form = new Form("New Device").open();
			Scope wizard = Scope.window("New Device");
			wizard.shows("Enter a device ID.");
			assertEquals("", form.value(NewDeviceFields.DEVICE_ID));
			assertTrue(form.selected("certificateAuthority"));
			assertTrue(form.selected(NewDeviceFields.IOT_EDGE));
			assertFalse(form.selected(NewDeviceFields.ENABLED));
			assertEquals("in stock", form.value(NewDeviceFields.STATUS_REASON));
			form.enter(NewDeviceFields.DEVICE_ID, "gateway-{n}").enter(NewDeviceFields.FROM, "2").enter(NewDeviceFields.TO, "3");
			NewDeviceWizardTest.picture("like");
			wizard.press("Next >");
			assertEquals("{\n  \"site\": \"north\"\n}", form.value(NewDeviceFields.TAGS));
			assertEquals("{\n  \"interval\": 1.0\n}", form.value(NewDeviceFields.DESIRED));
			NewDeviceWizardTest.picture("like-twin");
			wizard.press("Finish");
			form.control(NewDeviceFields.OUTCOME);
			view.awaitRows(4);
			wizard.press("Close");
			form.closed();
			DeviceWithTwin made = IotHubCore.get().operations().run(new GetDeviceWithTwinOperation(hub.connection(), "gateway-3"),
					new NullProgressMonitor());
			assertTrue(made.device().iotEdge());
			assertEquals(DeviceStatus.DISABLED, made.device().status());
			assertEquals("in stock", made.device().statusReason());
			assertEquals("{\"site\":\"north\"}", made.twin().tags());
			assertEquals(List.of("gateway-2"), view.selected());
		}
	}
}
