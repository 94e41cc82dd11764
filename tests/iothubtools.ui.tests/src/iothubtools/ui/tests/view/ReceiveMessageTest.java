// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

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
			dialog.shows("waits in the queue of a again");
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
			dialog.shows("No message waits for a");
			dialog.press("Close");
			dialog.closed();
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
