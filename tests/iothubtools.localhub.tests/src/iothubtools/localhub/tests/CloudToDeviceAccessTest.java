// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who sends and who receives cloud-to-device messages, and on which paths. */
class CloudToDeviceAccessTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();
	private static final DeviceQueue QUEUE = new DeviceQueue(HUB);

	/** IoT Explorer as it is since 2022: the whole path encoded, and an encoding that says nothing. */
	@Test
	void theServiceSideMaySendAtTheDevicesOwnPath() {
		HUB.create("explored");
		String target = "/devices%2Fexplored%2Fmessages%2FdeviceBound?api-version=2020-06-30-preview";
		Reply sent = HUB.callAs(HUB.token("iothubowner"), "POST", target, "hello", "Content-Type", "application/json", "Content-Encoding", "utf-8",
				"iothub-app-room", "4 b/c:d");
		assertEquals("", sent.expect(204).body());
		Reply received = QUEUE.receive("explored").expect(200);
		assertEquals("hello", received.body());
		assertEquals("4 b/c:d", received.header("iothub-app-room"));
		HUB.callAs(HUB.token("service"), "POST", target, "x").expect(204);
		for (String other : List.of(HUB.token("device"), HUB.deviceToken("explored"), HUB.token("registryReadWrite"))) {
			HUB.callAs(other, "POST", target, "x").expectError(401, "IotHubUnauthorizedAccess");
		}
		HUB.call("POST", "/devices/nobody" + DeviceQueue.BOUND, "x").expectError(404, "DeviceNotFound");
		HUB.call("POST", "/devices/explored" + DeviceQueue.BOUND, "x", "iothub-expiry", "tomorrow").expectError(400, "ArgumentInvalid");
	}

	/** As a tool of Azure notes of the service in 2026. */
	@Test
	void aHubMayBeToldToTakeNoMessagesOverHttp(@TempDir Path strict) throws Exception {
		try (TestHub other = TestHub.start(strict, settings -> settings.withHttpMessages(false))) {
			other.create("d");
			other.call("POST", "/devices/d" + DeviceQueue.BOUND, "x").expectError(404, "GenericNotFound");
			other.call("GET", "/messages/serviceBound/feedback", null).expectError(400, "ArgumentInvalid");
			other.callAs(other.token("device"), "GET", "/messages/serviceBound/feedback" + TestHub.VERSION, null).expectError(401,
					"IotHubUnauthorizedAccess");
			other.call("POST", "/localhub/devices/d" + DeviceQueue.BOUND, "y").expect(204);
			assertEquals("y", other.callAsDevice("d", "GET", DeviceQueue.BOUND, null).expect(200).body());
		}
	}

	@Test
	void theProgramHasItAsAnOption(@TempDir Path strict) throws Exception {
		try (ForkedHub forked = ForkedHub.start("--port", "0", "--data", strict.toString(), "--no-http-messages")) {
			assertEquals("of the service side are not taken over HTTP", forked.printed("Messages:"));
		}
	}

	@Test
	void onlyTheDeviceReceivesAndOnlyTheServiceSends() {
		HUB.create("mine");
		HUB.create("other");
		QUEUE.send("mine", "x").expect(204);
		String path = "/devices/mine" + DeviceQueue.BOUND;
		HUB.callAs(HUB.deviceToken("other"), "GET", path + TestHub.VERSION, null).expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("service"), "GET", path + TestHub.VERSION, null).expectError(401, "IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("device"), "POST", "/localhub" + path + TestHub.VERSION, "x").expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.deviceToken("mine"), "POST", "/localhub" + path + TestHub.VERSION, "x").expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("registryReadWrite"), "DELETE", "/devices/mine/commands" + TestHub.VERSION, null)
				.expectError(401, "IotHubUnauthorizedAccess");
		assertEquals("x", HUB.callAs(HUB.token("device"), "GET", path + TestHub.VERSION, null).expect(200).body());
		QUEUE.send("nobody", "x").expectError(404, "DeviceNotFound");
		HUB.callAs(HUB.token("device"), "GET", "/devices/nobody" + DeviceQueue.BOUND + TestHub.VERSION, null).expectError(404,
				"DeviceNotFound");
	}

	@Test
	void oneDevicesTokenIsNoneOfAnothers() {
		HUB.create("left");
		HUB.create("right");
		QUEUE.send("left", "x").expect(204);
		String token = DeviceQueue.token(QUEUE.receive("left"));
		QUEUE.complete("right", token).expectError(412, "DeviceMessageLockLost");
		QUEUE.complete("left", token).expect(204);
	}

	@Test
	void modulesReceiveNothingOverHttp() {
		HUB.create("parent");
		HUB.callAsDevice("parent", "GET", "/modules/m" + DeviceQueue.BOUND, null).expectError(404, "GenericNotFound");
		QUEUE.send("parent/modules/m", "x").expectError(404, "ModuleNotFound");
	}
}
