// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.PurgeQueuesOperation;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.wizards.cloudmessage.CloudMessageFields;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.TableRows;

/** Messages to devices and what becomes of them, over the real local hub: the devices receive over HTTPS. */
class SendCloudMessageWizardTest extends WithCloudMessageWizard {

	@Test
	void theCursorIsInTheFirstFieldOfThePropertiesAndTheWindowDoesNotGrowByLookingAtThem() {
		form.enter(SendMessageFields.BODY, "x");
		wizard.scope().press("Next >");
		Until.holds("the cursor", () -> form.control(SendMessageFields.MESSAGE_ID).isFocusControl());
		Point before = Ui.get(() -> form.control(SendMessageFields.MESSAGE_ID).getShell().getSize());
		for (int i = 0; i < 3; i++) {
			wizard.scope().press("< Back");
			wizard.scope().press("Next >");
		}
		assertEquals(before, Ui.get(() -> form.control(SendMessageFields.MESSAGE_ID).getShell().getSize()));
	}

	@Test
	void theRowsTellWhatBecomesOfTheMessages() throws Exception {
		reopen(hub.connection(), 1, 2, 3, 4);
		assertEquals("sensor-0001 sensor-0002 sensor-0003 sensor-0004", form.value(CloudMessageFields.DEVICES));
		form.enter(SendMessageFields.BODY, "{\"on\": true}");
		wizard.scope().press("Next >");
		form.enter(CloudMessageFields.EXPIRES_AFTER, "600").choose(CloudMessageFields.EXPIRY_UNIT, "seconds");
		finishAndWait();
		assertEquals(Set.of("In the queue"), Set.copyOf(states().values()));
		assertEquals("4 messages: 4 in the queue", wizard.message());
		settle(1, End.COMPLETE);
		settle(2, End.REJECT);
		run(new PurgeQueuesOperation(hub.connection(), List.of(id(3))));
		clock.advance(Duration.ofSeconds(16));
		awaitState(1, "Delivered");
		awaitState(2, "Rejected");
		awaitState(3, "Purged");
		assertEquals("In the queue", states().get(id(4)));
		assertEquals("4 messages: 1 in the queue, 1 delivered, 1 rejected, 1 purged", wizard.message());
		select(2);
		assertTrue(form.value(CloudMessageFields.DETAILS).contains("rejected it"), form.value(CloudMessageFields.DETAILS));
		clock.advance(Duration.ofMinutes(20));
		run(new ReceiveMessageOperation(hub.connection(), id(4)));
		clock.advance(Duration.ofSeconds(16));
		awaitState(4, "Expired");
		assertEquals(List.of("Close"), wizard.buttons(), "there is nothing to finish or to cancel any more");
		wizard.leave();
	}

	@Test
	void allThatIsEnteredReachesTheDevice() throws Exception {
		form.enter(SendMessageFields.BODY, "on").enter(SendMessageFields.CONTENT_TYPE, "text/plain");
		wizard.scope().press("Next >");
		form.enter(SendMessageFields.MESSAGE_ID, "m-1").enter(SendMessageFields.CORRELATION_ID, "c-1").enter(CloudMessageFields.USER_ID, "me")
				.enter(CloudMessageFields.EXPIRES_AFTER, "5").choose(CloudMessageFields.FEEDBACK, "None");
		Pasteboard.put("room=4\nlevel=high");
		form.press(SendMessageFields.PASTE_PROPERTIES);
		Until.holds("the pasted rows", () -> Ui.get(() -> ((Table) form.control(SendMessageFields.PROPERTIES)).getItemCount()) == 2);
		finishAndWait();
		ReceivedCloudToDeviceMessage message = received(1);
		assertEquals("on", message.payload().text());
		assertEquals("text/plain", message.contentType());
		assertEquals("m-1", message.messageId());
		assertEquals("c-1", message.correlationId());
		assertEquals("me", message.userId());
		assertEquals("none", message.ack());
		assertEquals(Map.of("room", "4", "level", "high"), message.properties());
		Duration life = Duration.between(clock.instant(), message.expiry());
		assertTrue(life.compareTo(Duration.ofMinutes(3)) > 0 && life.compareTo(Duration.ofMinutes(7)) < 0, life::toString);
		assertEquals("In the queue, without feedback", states().get(id(1)));
	}

	@Test
	void theSameIsSentAgainAndAnotherFromTheForm() throws Exception {
		form.enter(SendMessageFields.BODY, "1");
		finishAndWait();
		form.press(SendMessageFields.SEND_AGAIN);
		Until.holds("a second row", () -> Ui.get(() -> table().getItemCount()) == 2);
		form.press(SendMessageFields.EDIT_MESSAGE);
		Until.holds("the form", () -> !wizard.page().equals(SENT));
		assertEquals("1", form.value(SendMessageFields.BODY));
		form.enter(SendMessageFields.BODY, "2").enter(CloudMessageFields.DEVICES, id(1) + "\n" + id(2));
		finishAndWait();
		Until.holds("two more rows", () -> Ui.get(() -> table().getItemCount()) == 4);
		assertEquals(List.of(), Mnemonics.clashes(table()));
		settle(2, End.COMPLETE);
		clock.advance(Duration.ofSeconds(16));
		awaitState(2, "Delivered");
	}

	@Test
	void theNewestStandFirstUntilSomebodySortsThemAndTheyAreCopied() throws Exception {
		reopen(hub.connection(), 2, 1);
		finishAndWait();
		form.press(SendMessageFields.EDIT_MESSAGE);
		Until.holds("the form", () -> !wizard.page().equals(SENT));
		form.enter(CloudMessageFields.DEVICES, id(3));
		finishAndWait();
		TableRows rows = TableRows.of(table()).await("Device", id(3), id(2), id(1));
		rows.sort("Device").await("Device", id(1), id(2), id(3)).select(0, 2).copy();
		Until.holds("two rows on the clipboard", () -> Pasteboard.text().lines().map(line -> line.split("\t")[0]).toList()
				.equals(List.of("Device", id(1), id(3))));
	}

	@Test
	void whatIsWrongIsToldBeforeItIsSent() throws Exception {
		form.enter(CloudMessageFields.DEVICES, "");
		assertFalse(wizard.canFinish());
		form.enter(CloudMessageFields.DEVICES, id(1) + " k\u00f6ln");
		assertTrue(wizard.error().contains("k\u00f6ln"), wizard.error());
		form.enter(CloudMessageFields.DEVICES, id(1)).enter(SendMessageFields.BODY, "1".repeat(64 * 1024));
		assertTrue(wizard.error().contains("65,536"), wizard.error());
		form.enter(SendMessageFields.BODY, "1");
		assertEquals("22 bytes of 64 KB", form.value(SendMessageFields.SIZE));
		wizard.scope().press("Next >");
		form.enter(CloudMessageFields.EXPIRES_AFTER, "soon");
		assertTrue(wizard.error().contains("whole number"), wizard.error());
		form.enter(CloudMessageFields.EXPIRES_AFTER, "");
		assertTrue(wizard.canFinish());
		Pasteboard.put("iothub-ack=full");
		form.press(SendMessageFields.PASTE_PROPERTIES);
		Until.holds("the pasted row", () -> Ui.get(() -> ((Table) form.control(SendMessageFields.PROPERTIES)).getItemCount()) == 1);
		assertEquals("iothub-ack is set by the choice of feedback above, and cannot be an application property.", wizard.error());
		assertFalse(wizard.canFinish());
	}

	@Test
	void everyLetterLeadsToOneField() {
		assertEquals(List.of(), Mnemonics.clashes(form.control(SendMessageFields.BODY)));
		form.set(SendMessageFields.BODY_FROM_FILE, true);
		assertEquals(List.of(), Mnemonics.clashes(form.control(SendMessageFields.FILE)));
		form.set(SendMessageFields.BODY_FROM_TEXT, true);
		wizard.scope().press("Next >");
		assertEquals(List.of(), Mnemonics.clashes(form.control(SendMessageFields.PROPERTIES)));
	}

	@Test
	void aHubOfProductionIsNotListenedToUnasked() throws Exception {
		IotHubCore.get().connections().save(hub.connection().withProduction(true));
		HubConnection marked = IotHubCore.get().connections().find(hub.connection().id());
		reopen(marked, 1);
		wizard.scope().press("Next >");
		assertEquals("None", form.value(CloudMessageFields.FEEDBACK));
	}
}
