// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.HubView;

/** Messages of a device that is connected, disabled or gone, or whose hub is. */
class MessagesTroubleTest extends WithMessagesPage {

	private static final String QUESTION = "Receive C2D Message as Device";

	@Test
	void aConnectedDeviceLosesNothingUnlessOneMeansIt() throws Exception {
		hub.create("d1");
		new DeviceQueue(hub).add("d1", "m-1", "on");
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "d1")) {
			receiveByCommand();
			Scope question = Scope.window(QUESTION).open();
			question.shows("is connected");
			assertTrue(Ui.get(() -> editor.find("queueWarning").isVisible()));
			question.press("Cancel");
			question.closed();
			HubView.awaitQuiet();
			Optional<ReceivedCloudToDeviceMessage> still = receiveElsewhere();
			assertTrue(still.isPresent(), "nobody has received it");
		}
	}

	@Test
	void whoMeansItIsAskedOnce() throws Exception {
		hub.create("d1");
		DeviceQueue queue = new DeviceQueue(hub);
		queue.add("d1", "m-1", "on");
		queue.add("d1", "m-2", "off");
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "d1")) {
			receiveByCommand();
			Scope question = Scope.window(QUESTION).open();
			question.press("Receive");
			question.closed();
			awaitRows("m-1|Locked for ");
			press("queueReceive");
			awaitRows("m-1|Locked for ", "m-2|Locked for ");
		}
	}

	private Optional<ReceivedCloudToDeviceMessage> receiveElsewhere() throws CoreException {
		return IotHubCore.get().operations().run(new ReceiveMessageOperation(hub.connection(), "d1"), new NullProgressMonitor());
	}

	@Test
	void aDisabledDeviceIsEnabledAndTheMessageReceived() throws Exception {
		hub.create("d1");
		new DeviceQueue(hub).add("d1", "m-1", "on");
		IotHubCore.get().operations().run(new UpdateDevicesOperation(hub.connection(), List.of("d1"), new IdentityChange.Disable("")),
				new NullProgressMonitor());
		open();
		assertEquals("In the queue of the device: 1 message. The device is disabled.", Ui.get(this::count));
		press("queueReceive");
		editor.awaitNotice("why nothing came", text -> text.startsWith("Nothing was received. The device is disabled"));
		editor.follow(Remedy.ENABLE_DEVICE);
		awaitRows("m-1|Locked for ");
		assertEquals("", editor.notice());
		assertEquals(DeviceStatus.ENABLED,
				IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), "d1"), new NullProgressMonitor()).status());
		await("that it is enabled", this::count, "In the queue of the device: 1 message"::equals);
	}

	@Test
	void aHubThatIsGoneIsSaidAndTheMessageStaysToBeRead() throws Exception {
		hub.create("d1");
		new DeviceQueue(hub).add("d1", "m-1", "on");
		receiveByCommand();
		awaitRows("m-1|Locked for ");
		hub.stop();
		press("queueComplete");
		editor.awaitNotice("that it failed", text -> text.startsWith("The hub did not take it. Nothing answers at"));
		awaitRows("m-1|Locked for ");
		Until.holds("the body to stay", () -> body().equals("on"));
		press("queueReceive");
		editor.awaitNotice("that it failed", text -> text.startsWith("Nothing was received. Nothing answers at"));
		hub.restart();
		editor.follow(Remedy.AGAIN);
		awaitRows("m-1|Locked for ");
	}

	@Test
	void aDeviceThatWasDeletedIsSaid() throws Exception {
		hub.create("d1");
		open();
		IotHubCore.get().operations().run(new DeleteDevicesOperation(hub.connection(), List.of("d1")), new NullProgressMonitor());
		press("queueReceive");
		editor.awaitNotice("that it is gone", text -> text.startsWith("Nothing was received.") && text.contains("d1"));
		Until.holds("another try to be possible", () -> editor.find("queueReceive").isEnabled());
	}
}
