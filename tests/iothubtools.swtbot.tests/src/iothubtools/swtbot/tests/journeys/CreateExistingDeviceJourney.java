// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.NewDeviceWizardPage;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;

/** Somebody creates a device that is there already: the wizard says so, and what was typed is still there to be corrected. */
class CreateExistingDeviceJourney extends Journey {

	private static final String TAKEN = "thermostat-1";
	private static final String FREE = "thermostat-2";
	private static final String PRIMARY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	private static final String SECONDARY = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

	@RegisterExtension
	final JourneyHub hub = JourneyHub.withoutDevices();
	private IotHubViewPage view;

	@BeforeEach
	void connect() throws Exception {
		view = ide.openIotHubView().connect(hub, "Plant");
		view.says("0 devices");
	}

	@Test
	void anotherIdIsAllThatHasToBeTyped() {
		hub.create(TAKEN);
		DeviceIdentity existing = hub.device(TAKEN);
		NewDeviceWizardPage wizard = refused();

		assertEquals(TAKEN, wizard.value(NewDeviceWizardPage.DEVICE_ID));
		assertEquals(PRIMARY, wizard.value(NewDeviceWizardPage.PRIMARY_KEY));
		assertEquals(SECONDARY, wizard.value(NewDeviceWizardPage.SECONDARY_KEY));
		assertEquals("in stock", wizard.value(NewDeviceWizardPage.STATUS_REASON));
		assertEquals(existing, hub.device(TAKEN), "the device that was there");

		wizard.enter(NewDeviceWizardPage.DEVICE_ID, FREE);
		wizard.shows("Register a device identity at the hub.");
		wizard.create(FREE);
		wizard.done();
		assertAsTyped(hub.device(FREE));
		view.has(FREE);
		view.hasNot(TAKEN);
		view.pressTool("Refresh (F5)");
		view.has(TAKEN);
		view.says("2 devices");
	}

	@Test
	void onceTheOtherIsGoneFinishIsAllThatHasToBePressed() {
		hub.create(TAKEN);
		NewDeviceWizardPage wizard = refused();

		hub.delete(TAKEN);
		wizard.create(TAKEN);
		wizard.done();
		assertAsTyped(hub.device(TAKEN));
		view.has(TAKEN);
		view.says("1 device");
	}

	private NewDeviceWizardPage refused() {
		NewDeviceWizardPage wizard = view.newDevice();
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, TAKEN);
		wizard.symmetricKeys(false);
		wizard.enter(NewDeviceWizardPage.PRIMARY_KEY, PRIMARY);
		wizard.enter(NewDeviceWizardPage.SECONDARY_KEY, SECONDARY);
		wizard.edge(true);
		wizard.enabled(false);
		wizard.enter(NewDeviceWizardPage.STATUS_REASON, "in stock");
		wizard.press("Finish");
		wizard.shows("A device with ID '" + TAKEN + "' is already registered.\nTracking ID: ");
		return wizard;
	}

	private static void assertAsTyped(DeviceIdentity device) {
		SymmetricKeys keys = assertInstanceOf(SymmetricKeys.class, device.authentication());
		assertEquals(PRIMARY, keys.primary().reveal());
		assertEquals(SECONDARY, keys.secondary().reveal());
		assertEquals(DeviceStatus.DISABLED, device.status());
		assertEquals("in stock", device.statusReason());
		assertTrue(device.iotEdge());
	}
}
