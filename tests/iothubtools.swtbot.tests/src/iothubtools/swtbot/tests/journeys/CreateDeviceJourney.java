// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.NewDeviceWizardPage;
import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;
import iothubtools.tour.driver.Pasteboard;

/** Somebody creates devices of each kind; what counts is what the hub has then. */
class CreateDeviceJourney extends Journey {

	private static final String PRIMARY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	private static final String SECONDARY = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

	@RegisterExtension
	final JourneyHub hub = JourneyHub.withoutDevices();
	private IotHubViewPage view;

	@BeforeEach
	void connect() throws Exception {
		view = ide.openIotHubView().connect(hub, "Plant");
	}

	@Test
	void withKeysThatTheHubGeneratesAndWithOwnOnes() {
		NewDeviceWizardPage wizard = view.newDevice();
		wizard.shows("Enter a device ID.");
		wizard.forbids("Finish");
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, "thermostat-1");
		wizard.symmetricKeys(true);
		wizard.create("thermostat-1");
		SymmetricKeys keys = assertInstanceOf(SymmetricKeys.class, hub.device("thermostat-1").authentication());
		assertTrue(wizard.reply().contains("\"deviceId\": \"thermostat-1\""), wizard::reply);
		assertFalse(wizard.reply().contains(keys.primary().reveal()), "the key can be read");
		wizard.press("Copy Connection String");
		wizard.shows("is on the clipboard");
		assertEquals(hub.deviceConnectionString("thermostat-1"), Pasteboard.text());
		view.has("thermostat-1");
		view.says("1 device");
		wizard.done();
		assertEquals(List.of("thermostat-1"), view.selected());

		wizard = view.newDevice();
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, "thermostat-2");
		wizard.symmetricKeys(false);
		wizard.shows("Enter the primary key, or generate one.");
		wizard.enter(NewDeviceWizardPage.PRIMARY_KEY, "short");
		wizard.shows("Primary key ");
		wizard.forbids("Finish");
		wizard.enter(NewDeviceWizardPage.PRIMARY_KEY, PRIMARY);
		wizard.enter(NewDeviceWizardPage.SECONDARY_KEY, SECONDARY);
		wizard.create("thermostat-2");
		wizard.done();
		keys = assertInstanceOf(SymmetricKeys.class, hub.device("thermostat-2").authentication());
		assertEquals(PRIMARY, keys.primary().reveal());
		assertEquals(SECONDARY, keys.secondary().reveal());
		view.has("thermostat-2");
	}

	@Test
	void withThumbprintsAndWithACertificateOfACa() {
		NewDeviceWizardPage wizard = view.newDevice();
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, "camera-1");
		wizard.selfSigned();
		wizard.shows("Enter the thumbprint of the device's certificate.");
		wizard.enter(NewDeviceWizardPage.PRIMARY_THUMBPRINT, "AB:CD");
		wizard.shows("Primary thumbprint: ");
		wizard.forbids("Finish");
		wizard.enter(NewDeviceWizardPage.PRIMARY_THUMBPRINT, "AB:".repeat(19) + "AB");
		wizard.enter(NewDeviceWizardPage.SECONDARY_THUMBPRINT, "cd".repeat(20));
		wizard.create("camera-1");
		wizard.press("Copy Connection String");
		Eventually.holds("the connection string without a key",
				() -> Pasteboard.text().endsWith(";DeviceId=camera-1;x509=true"));
		wizard.done();
		SelfSigned selfSigned = assertInstanceOf(SelfSigned.class, hub.device("camera-1").authentication());
		assertEquals("AB".repeat(20), selfSigned.primaryThumbprint());
		assertEquals("cd".repeat(20), selfSigned.secondaryThumbprint());
		assertEquals("X.509 self-signed", view.cell("camera-1", "Authentication"));

		wizard = view.newDevice();
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, "camera-2");
		wizard.signedByCa();
		wizard.create("camera-2");
		wizard.done();
		assertInstanceOf(CertificateAuthority.class, hub.device("camera-2").authentication());
		assertEquals("X.509 CA-signed", view.cell("camera-2", "Authentication"));
	}

	@Test
	void asAnEdgeDeviceAndDisabled() {
		NewDeviceWizardPage wizard = view.newDevice();
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, "gateway-1");
		wizard.symmetricKeys(true);
		wizard.edge(true);
		wizard.create("gateway-1");
		wizard.done();
		DeviceIdentity gateway = hub.device("gateway-1");
		assertTrue(gateway.iotEdge());
		assertEquals(DeviceStatus.ENABLED, gateway.status());

		wizard = view.newDevice();
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, "pump-1");
		wizard.symmetricKeys(true);
		wizard.enabled(false);
		wizard.enter(NewDeviceWizardPage.STATUS_REASON, "being repaired");
		wizard.create("pump-1");
		wizard.done();
		DeviceIdentity pump = hub.device("pump-1");
		assertFalse(pump.iotEdge());
		assertEquals(DeviceStatus.DISABLED, pump.status());
		assertEquals("being repaired", pump.statusReason());
		assertEquals("Disabled", view.cell("pump-1", "Status"));
		assertEquals("being repaired", view.cell("pump-1", "Status reason"));
	}
}
