// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.PropertiesPage;
import iothubtools.swtbot.tests.pages.RestConsolePage;
import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;
import iothubtools.swtbot.tests.support.Screen;
import iothubtools.tour.driver.Pasteboard;

/** Somebody looks at a device and takes its connection string along; its keys are seen nowhere. */
class DeviceDetailsJourney extends Journey {

	private static final String DEVICE = "thermostat-1";
	private static final String MASKED = "\u2022\u2022\u2022\u2022\u2022\u2022";

	@Test
	void aDeviceIsLookedAtInTheProperties() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder)) {
			DeviceIdentity device = hub.create(DEVICE);
			hub.change(DEVICE, identity -> identity.toBuilder().status(DeviceStatus.DISABLED).statusReason("in repair").build());
			hub.create("thermostat-2");
			IotHubViewPage view = connected(hub);
			view.select(DEVICE);
			view.choose("Properties");

			PropertiesPage properties = ide.properties();
			properties.shows("Device", "Device ID", DEVICE);
			properties.shows("Device", "Hub", "Plant");
			properties.shows("Device", "Generation ID", device.generationId());
			properties.shows("State", "Status", "Disabled");
			properties.shows("State", "Status reason", "in repair");
			properties.shows("State", "Connection", "Disconnected");
			properties.shows("Authentication", "Type", "Symmetric key");
			properties.shows("Authentication", "Primary key", MASKED);
			properties.shows("Authentication", "Secondary key", MASKED);
			properties.shows("IoT Edge", "IoT Edge device", "No");

			view.select("thermostat-2");
			properties.shows("Device", "Device ID", "thermostat-2");
			properties.shows("State", "Status", "Enabled");
			assertNowhere(hub.deviceKey(DEVICE));
		}
	}

	@Test
	void theConnectionStringIsCopiedWholeAndItsKeyIsSeenNowhere() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder)) {
			DeviceIdentity device = hub.create(DEVICE);
			IotHubViewPage view = connected(hub);
			view.chooseFromMenu("Show REST Console");
			RestConsolePage console = ide.restConsole();
			view.select(DEVICE);
			view.choose("Properties");
			ide.properties().shows("Authentication", "Primary key", MASKED);

			Pasteboard.put("what was copied before");
			view.select(DEVICE);
			view.choose("Copy", "Connection String");
			Eventually.is(hub.deviceConnectionString(DEVICE), "the clipboard", Pasteboard::text);

			console.shows("GET /devices/thermostat-1?");
			assertFalse(console.text().contains(hub.deviceKey(DEVICE)), "the console shows the key");
			SymmetricKeys keys = (SymmetricKeys) device.authentication();
			assertNowhere(keys.primary().reveal());
			assertNowhere(keys.secondary().reveal());
			assertNowhere(hub.key(JourneyHub.OWNER));
		}
	}

	private IotHubViewPage connected(JourneyHub hub) {
		return ide.openIotHubView().connect(hub, "Plant");
	}

	private static void assertNowhere(String secret) throws IOException {
		assertFalse(Screen.text().contains(secret), "a key can be read on the screen");
		Path log = Platform.getLogFileLocation().toPath();
		assertFalse(Files.exists(log) && Files.readString(log).contains(secret), "a key is in the log");
	}
}
