// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tour.driver.Scope;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Messages of a device's queue, received and dealt with as the device, in their dialog. */
class ReceiveMessageTest extends WithHubView {

	private static final String TITLE = "Receive C2D Message as Device";

	private Scope open(HubFixture hub) throws Exception {
		view.awaitStatus("1 device");
		view.select("a");
		view.command(UiIds.RECEIVE_MESSAGE);
		return Scope.window(TITLE).open();
	}

	private static int waiting(HubFixture hub) throws Exception {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), "a"), new NullProgressMonitor())
				.cloudToDeviceMessageCount();
	}

	@Test
	void messagesAreReadAndCompletedAbandonedOrRejected() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			DeviceQueue queue = new DeviceQueue(hub);
			queue.add("a", "m-1", "{\"on\":true}");
			queue.add("a", "m-2", "b\0c");
			Scope dialog = open(hub);
			dialog.shows("message-id: m-1");
			dialog.shows("{\"on\":true}");
			dialog.press("Abandon");
			dialog.shows("it waits in the queue again");
			assertEquals(2, waiting(hub));
			dialog.press("Receive Next");
			dialog.shows("message-id: m-");
			dialog.shows("locked for a minute");
			dialog.press("Complete");
			dialog.shows("was completed");
			assertFalse(dialog.enabled("Reject"));
			assertEquals(1, waiting(hub));
			dialog.press("Receive Next");
			dialog.shows("locked for a minute");
			dialog.press("Reject");
			dialog.shows("was rejected");
			assertEquals(0, waiting(hub));
			dialog.press("Receive Next");
			dialog.shows("No message waits, but");
			dialog.press("Close");
			dialog.closed();
		}
	}

	/** A device that connects over MQTT and stays. */
	private static Socket connect(HubFixture hub, DeviceIdentity device) throws Exception {
		String host = hub.hub().hostName();
		SharedAccessKey key = Objects.requireNonNull(assertInstanceOf(SymmetricKeys.class, device.authentication()).primary());
		String token = SasToken.create(SasToken.deviceResource(hub.connection().host(), device.deviceId()), key, null,
				Instant.now().plus(Duration.ofHours(1))).value();
		ByteArrayOutputStream rest = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(rest);
		out.writeUTF("MQTT");
		// version, flags for name, password and a clean session, seconds between pings
		out.write(new byte[] { 4, (byte) 0xC2, 0, 120 });
		out.writeUTF(device.deviceId());
		out.writeUTF(host + "/" + device.deviceId() + "/?api-version=2021-04-12");
		out.writeUTF(token);
		Socket socket = hub.tls().getSocketFactory().createSocket("127.0.0.1", hub.hub().mqttPort());
		int length = rest.size();
		assertTrue(length > 127 && length < 16384);
		socket.getOutputStream().write(new byte[] { 0x10, (byte) (length & 0x7F | 0x80), (byte) (length >> 7) });
		rest.writeTo(socket.getOutputStream());
		// accepted
		assertArrayEquals(new byte[] { 0x20, 2, 0, 0 }, socket.getInputStream().readNBytes(4));
		return socket;
	}

	@Test
	void aConnectedDeviceLosesNothingUnlessOneMeansIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			DeviceIdentity identity = hub.create("a");
			new DeviceQueue(hub).add("a", "m-1", "on");
			try (Socket device = connect(hub, identity)) {
				assertTrue(device.isConnected());
				Scope question = open(hub);
				question.shows("is connected");
				question.press("Cancel");
				question.closed();
				view.command(UiIds.RECEIVE_MESSAGE);
				question.open().shows("is connected");
				question.press("Receive");
				Scope.window(TITLE).shows("message-id: m-1");
				Scope.window(TITLE).press("Close");
				question.closed();
			}
		}
	}

	@Test
	void bytesThatAreNoTextAreShownInHexadecimal() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			new DeviceQueue(hub).add("a", "m-1", "b\0c");
			Scope dialog = open(hub);
			dialog.shows("62 00 63");
			dialog.press("Close");
			dialog.closed();
			assertEquals(1, waiting(hub));
		}
	}

	@Test
	void aHubThatIsGoneIsSaidAndTheMessageStaysToBeRead() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			new DeviceQueue(hub).add("a", "m-1", "on");
			Scope dialog = open(hub);
			dialog.shows("message-id: m-1");
			hub.stop();
			dialog.press("Complete");
			dialog.shows("That failed:");
			dialog.shows("message-id: m-1");
			dialog.ready("Complete");
			assertTrue(dialog.enabled("Complete"));
			hub.restart();
			dialog.press("Receive Next");
			dialog.shows("locked for a minute");
			dialog.press("Close");
			dialog.closed();
		}
	}
}
