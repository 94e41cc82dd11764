// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.queue.Received;

/** The messages of a device's queue in its editor, received and dealt with as the device. */
class MessagesPageTest extends WithMessagesPage {

	private boolean saysWhyThereIsNoRow() {
		return Boolean.TRUE.equals(Ui.get(() -> editor.find("queueNothing") instanceof Label why && why.isVisible()
				&& why.getText().contains("Receive as Device locks the next one") && !editor.find("queueReceived").isVisible()));
	}

	private String properties() {
		return Arrays.stream(((Table) editor.find("queueProperties")).getItems()).map(item -> item.getText(0).strip() + "=" + item.getText(1))
				.collect(Collectors.joining("\n"));
	}

	@Test
	void messagesAreReadAndCompletedAbandonedOrRejected() throws Exception {
		hub.create("d1");
		DeviceQueue queue = new DeviceQueue(hub);
		queue.add("d1", "m-1", "{\"on\":true}");
		queue.add("d1", "m-2", "b\0c");
		queue.add("d1", "m-3", "third");
		open();
		assertTrue(Ui.get(this::count).contains("3 messages"), () -> Ui.get(this::count));
		assertFalse(enabled("queueComplete"), "nothing was received yet");
		assertTrue(saysWhyThereIsNoRow(), "three wait, and no row says so");
		press("queueReceive");
		Until.holds("rows in place of what is said of them", () -> !editor.find("queueNothing").isVisible() && editor.find("queueReceived").isVisible());
		awaitRows("m-1|Locked for ");
		Until.holds("the body as JSON", () -> body().equals("{\n  \"on\": true\n}"));
		assertTrue(Ui.get(this::properties).contains("Message ID=m-1"), () -> Ui.get(this::properties));
		press("queueReceive");
		awaitRows("m-1|Locked for ", "m-2|Locked for ");
		Until.holds("the body as bytes", () -> body().contains("62 00 63"));
		press("queueReject");
		awaitRows("m-1|Locked for ", "m-2|Rejected");
		await("how many wait", this::count, text -> text.contains("2 messages"));
		assertFalse(enabled("queueReject"), "it was rejected");
		press("queueReceive");
		awaitRows("m-1|Locked for ", "m-2|Rejected", "m-3|Locked for ");
		press("queueAbandon");
		awaitRows("m-1|Locked for ", "m-2|Rejected", "m-3|Abandoned");
		assertEquals(2, waiting());
		press("queueReceive");
		awaitRows("m-1|Locked for ", "m-2|Rejected", "m-3|Locked for ");
		assertTrue(rows().get(2).endsWith("|third|1"), "given back once: " + rows());
		Ui.run(() -> {
			Table table = (Table) editor.find("queueReceived");
			table.selectAll();
			table.notifyListeners(SWT.Selection, new Event());
		});
		press("queueComplete");
		awaitRows("m-1|Completed", "m-2|Rejected", "m-3|Completed");
		await("none to wait", this::count, text -> text.contains("no message"));
		assertEquals(0, waiting());
		press("queueReceive");
		editor.awaitNotice("that none is there", text -> text.startsWith("No message is there"));
	}

	@Test
	void theSecondsThatAMessageIsLockedAreCounted() throws Exception {
		hub.create("d1");
		new DeviceQueue(hub).add("d1", "m-1", "x");
		receiveByCommand();
		awaitRows("m-1|Locked for ");
		String first = rows().get(0);
		Until.holds("fewer seconds", () -> !rows().get(0).equals(first) && rows().get(0).startsWith("m-1|Locked for "));
	}

	@Test
	void aBodyIsShownAsTextOrInHexadecimalIfSomebodyWants() throws Exception {
		hub.create("d1");
		new DeviceQueue(hub).add("d1", "m-1", "{\"on\":true}");
		receiveByCommand();
		Until.holds("the body as JSON", () -> editor.find("queueBody") != null && body().contains("\n  \"on\": true"));
		look("Text");
		Until.holds("the body as it is", () -> body().equals("{\"on\":true}"));
		look("Hexadecimal");
		Until.holds("its bytes", () -> body().contains("7b 22 6f 6e"));
	}

	private void look(String how) {
		Ui.run(() -> {
			Combo look = (Combo) editor.find("queueLook");
			look.select(look.indexOf(how));
			look.notifyListeners(SWT.Selection, new Event());
		});
	}

	@Test
	void aMessageWhoseTimeIsOverIsNotSaidToBeInTheQueue() {
		Instant now = Instant.now();
		ReceivedCloudToDeviceMessage message = new ReceivedCloudToDeviceMessage("lock", "m-1", null, null, null, 1, 0, now.minusSeconds(90), now.minusSeconds(5), null,
				null, null, Map.of(), new Payload(new byte[0]));
		assertEquals("Expired: nobody receives it", new Received(message, now.minusSeconds(1), null, false).state(now));
		assertEquals("Expired: nobody receives it", new Received(message, now.plusSeconds(9), End.ABANDON, false).state(now));
		assertEquals("Completed: out of the queue", new Received(message, now.minusSeconds(1), End.COMPLETE, false).state(now));
		assertEquals("Lock is over: in the queue again", new Received(message, now.minusSeconds(30), null, false).state(now.minusSeconds(9)));
	}

	@Test
	void aMessageIsSentFromThere() throws Exception {
		hub.create("d1");
		open();
		press("queueSend");
		Scope wizard = Scope.window("Send Cloud-to-Device Message").open();
		wizard.shows("d1");
		assertEquals(0, Ui.get(() -> Ui.display().getActiveShell().getStyle() & (SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL)),
				"what becomes of it is shown there, and done on this page");
		wizard.press("Cancel");
		wizard.closed();
	}

	@Test
	void whatOthersQueueIsCountedByRefresh() throws Exception {
		hub.create("d1");
		open();
		assertTrue(Ui.get(this::count).contains("no message"));
		new DeviceQueue(hub).add("d1", "m-1", "x");
		Control refresh = Ui.get(() -> editor.find("queueRefresh"));
		Ui.post(() -> refresh.notifyListeners(SWT.Selection, new Event()));
		await("how many wait", this::count, text -> text.contains("1 message"));
	}
}
