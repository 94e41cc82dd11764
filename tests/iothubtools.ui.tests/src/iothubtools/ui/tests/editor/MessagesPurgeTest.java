// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;

/** The queue of a device that is purged from its editor. */
class MessagesPurgeTest extends WithMessagesPage {

	@Test
	void theQueueIsPurgedAfterAskingWithTheNumber() throws Exception {
		hub.create("d1");
		DeviceQueue queue = new DeviceQueue(hub);
		queue.add("d1", "m-1", "x");
		queue.add("d1", "m-2", "x");
		open();
		press("queuePurge");
		Scope question = Scope.window("Purge C2D Queue").open();
		question.shows("2 messages wait");
		assertEquals("Cancel", Ui.get(() -> Ui.display().getActiveShell().getDefaultButton().getText().replace("&", "")));
		question.press("Cancel");
		question.closed();
		assertEquals(2, waiting());
		press("queuePurge");
		question.open().press("Purge");
		await("none to wait", this::count, text -> text.contains("no message"));
		assertEquals(0, waiting());
	}

	@Test
	void afterAPurgeNoRowSaysThatItsMessageIsStillThere() throws Exception {
		hub.create("d1");
		DeviceQueue queue = new DeviceQueue(hub);
		queue.add("d1", "m-1", "x");
		queue.add("d1", "m-2", "x");
		queue.add("d1", "m-3", "x");
		open();
		press("queueReceive");
		awaitRows("m-1|Locked for ");
		press("queueReject");
		awaitRows("m-1|Rejected");
		press("queueReceive");
		awaitRows("m-1|Rejected", "m-2|Locked for ");
		press("queueReceive");
		awaitRows("m-1|Rejected", "m-2|Locked for ", "m-3|Locked for ");
		press("queueReceive");
		editor.awaitNotice("that none is there", text -> text.startsWith("No message is there"));
		press("queuePurge");
		Scope.window("Purge C2D Queue").open().press("Purge");
		awaitRows("m-1|Rejected", "m-2|No longer in the queue", "m-3|No longer in the queue");
		assertFalse(enabled("queueComplete"), "it is gone");
		editor.awaitNotice("nothing about the queue as it was", String::isEmpty);
	}
}
