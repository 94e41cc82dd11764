// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.settings.LocalHubSettings;

/** A hub whose shared keys are switched off, as {@code disableLocalAuth} does it. */
class SharedKeysOffTest {

	@TempDir
	Path data;

	private TestHub start() throws Exception {
		return TestHub.start(data, settings -> settings.withSharedKeys(false).withSampleDevices(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "iothubowner", "service", "device", "registryRead", "registryReadWrite" })
	void noPolicyOpensItAndItSaysWhy(String policy) throws Exception {
		try (TestHub hub = start()) {
			Reply reply = hub.callAs(hub.token(policy), "GET", "/devices/sensor-0001" + TestHub.VERSION, null);
			reply.expectError(401, "IotHubUnauthorizedAccess");
			assertTrue(reply.body().contains("Local authentication is disabled"), reply.body());
			reply = hub.callAs(hub.token(policy), "POST", "/devices/sensor-0001/messages/events" + TestHub.VERSION, "x");
			reply.expectError(401, "IotHubUnauthorizedAccess");
		}
	}

	@Test
	void whoHasNoTokenHearsNothingOfIt() throws Exception {
		try (TestHub hub = start()) {
			Reply reply = hub.callAs(null, "GET", "/devices/sensor-0001" + TestHub.VERSION, null);
			reply.expectError(401, "IotHubUnauthorizedAccess");
			assertFalse(reply.body().contains("disabled"), reply.body());
		}
	}

	@Test
	void devicesGoOn() throws Exception {
		try (TestHub hub = start()) {
			hub.callAsDevice("sensor-0001", "POST", "/messages/events", "x").expect(204);
			assertEquals(1, hub.hub().receivedMessages("sensor-0001").size());
		}
	}

	@Test
	void theProgramHasItAsAnOption() throws Exception {
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", data.toString(), "--no-shared-keys")) {
			String none = hub.printed("Service connection string:");
			assertTrue(none.startsWith("none, as shared keys are switched off; with --entra"), none);
			assertTrue(hub.printed("Device connection string:").contains(";DeviceId=sensor-0001;"));
		}
		assertTrue(LocalHubSettings.in(data).sharedKeys());
	}
}
