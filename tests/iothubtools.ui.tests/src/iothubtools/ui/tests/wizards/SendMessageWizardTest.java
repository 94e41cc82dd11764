// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.SilentServer;

@ExtendWith(NoErrorsLogged.class)
class SendMessageWizardTest {

	private static final String TITLE = "Send Device-to-Cloud Message";
	private static final String SENT = "Message Sent";

	@TempDir
	Path folder;
	@RegisterExtension
	final HubFixture hub = new HubFixture("Hub of wizard");
	private WizardWindow wizard;
	private Form form;

	@BeforeEach
	void openTheWizard() throws Exception {
		WizardSettings.of("sendMessage").put("source", "");
		hub.create("d1");
		open(hub.connection());
	}

	@AfterEach
	void closeAll() throws Exception {
		wizard.close();
	}

	private void open(HubConnection connection) {
		DeviceSummary selected = DeviceSummary.of(DeviceIdentity.builder("d1").build());
		wizard = WizardWindow.open("iothubtools.ui.wizard.sendMessage", TITLE,
				new StructuredSelection(new DeviceNode(connection, selected)));
		form = wizard.form();
	}

	private void finishAndWait() {
		wizard.finish();
		Until.holds("the reply", () -> wizard.page().equals(SENT));
	}

	private ReceivedMessage received(int index) {
		return hub.hub().receivedMessages("d1").get(index);
	}

	@Test
	void sendsAsTheSelectedDeviceAndShowsTheStatusOfTheReply() {
		assertEquals("d1", form.value(SendMessageFields.DEVICE_ID));
		form.enter(SendMessageFields.BODY, "{\"temperature\": 21.5}");
		assertEquals("42 bytes of 256 KB", form.value(SendMessageFields.SIZE));
		finishAndWait();
		String reply = form.value(SendMessageFields.REPLY);
		assertTrue(reply.matches("(?s).*d1.*204 No Content in \\d+ ms\\s*"), reply);
		assertEquals("{\"temperature\": 21.5}", new String(received(0).body(), StandardCharsets.UTF_8));
		assertEquals("application/json", received(0).properties().get("content-type"));
		wizard.leave();
	}

	@Test
	void aDisabledDeviceIsEnabledFromWhereItIsToldAndTheMessageIsSent() throws Exception {
		IotHubCore.get().operations().run(
				new UpdateDevicesOperation(hub.connection(), List.of("d1"), new IdentityChange.Disable("spare")), new NullProgressMonitor());
		form.enter(SendMessageFields.BODY, "1");
		wizard.finish();
		wizard.scope().follow("Enable d1 and try again");
		Until.holds("the reply", () -> wizard.page().equals(SENT));
		assertEquals("1", new String(received(0).body(), StandardCharsets.UTF_8));
	}

	@Test
	void everyLetterLeadsToOneField() {
		assertEquals(List.of(), Mnemonics.clashes(form.control(SendMessageFields.BODY)));
		form.set(SendMessageFields.BODY_FROM_FILE, true);
		assertEquals(List.of(), Mnemonics.clashes(form.control(SendMessageFields.FILE)));
		form.set(SendMessageFields.BODY_FROM_TEXT, true);
		toProperties();
		assertEquals(List.of(), Mnemonics.clashes(form.control(SendMessageFields.PROPERTIES)));
	}

	@Test
	void theSameIsSentAgainAtOnceAndAnotherFromTheForm() {
		form.enter(SendMessageFields.BODY, "1");
		finishAndWait();
		assertEquals(List.of("Close"), wizard.buttons(), "there is nothing to finish or to cancel any more");
		form.press(SendMessageFields.SEND_AGAIN);
		awaitReplies(2);
		assertEquals("1", new String(received(1).body(), StandardCharsets.UTF_8));
		form.press(SendMessageFields.EDIT_MESSAGE);
		Until.holds("the form", () -> !wizard.page().equals(SENT));
		assertEquals("1", form.value(SendMessageFields.BODY));
		form.enter(SendMessageFields.BODY, "2");
		finishAndWait();
		awaitReplies(3);
		assertEquals("2", new String(received(2).body(), StandardCharsets.UTF_8));
		assertEquals(List.of(), Mnemonics.clashes(form.control(SendMessageFields.REPLY)));
		wizard.leave();
	}

	private void awaitReplies(int count) {
		Until.holds(count + " replies", () -> form.value(SendMessageFields.REPLY).lines().count() == count);
	}

	@Test
	void whatIsRefusedWhenItIsSentAgainIsToldInTheForm() throws Exception {
		form.enter(SendMessageFields.BODY, "1");
		finishAndWait();
		IotHubCore.get().operations().run(
				new UpdateDevicesOperation(hub.connection(), List.of("d1"), new IdentityChange.Disable("spare")), new NullProgressMonitor());
		form.press(SendMessageFields.SEND_AGAIN);
		wizard.scope().follow("Enable d1 and try again");
		Until.holds("the reply", () -> wizard.page().equals(SENT));
		awaitReplies(2);
	}

	@Test
	void sendsIdsAndPastedApplicationProperties() {
		toProperties();
		form.enter(SendMessageFields.MESSAGE_ID, "m-1").enter(SendMessageFields.CORRELATION_ID, "c-1");
		paste("level=high\nroom=12");
		finishAndWait();
		assertEquals(Map.of("level", "high", "room", "12"), received(0).applicationProperties());
		assertEquals("m-1", received(0).properties().get("message-id"));
		assertEquals("c-1", received(0).properties().get("correlation-id"));
	}

	private void toProperties() {
		wizard.scope().press("Next >");
		form.control(SendMessageFields.PROPERTIES);
	}

	private void paste(String text) {
		int before = rows().size();
		Pasteboard.put(text);
		form.press(SendMessageFields.PASTE_PROPERTIES);
		Until.holds("the pasted rows", () -> rows().size() > before);
	}

	private List<String> rows() {
		Table table = (Table) form.control(SendMessageFields.PROPERTIES);
		return Ui.get(() -> List.of(table.getItems()).stream().map(item -> item.getText(0) + "=" + item.getText(1)).toList());
	}

	@Test
	void refusesPropertiesThatHttpCannotCarryAndNamesTheCharacter() {
		toProperties();
		paste("room=köln");
		assertTrue(wizard.error().contains("room") && wizard.error().contains("ö"), wizard.error());
		assertFalse(wizard.canFinish());
		key(SWT.DEL);
		assertEquals(List.of(), rows());
		assertTrue(wizard.canFinish());
	}

	@Test
	void refusesAPropertyTwice() {
		toProperties();
		paste("level=1\nLEVEL=2");
		assertTrue(wizard.error().contains("LEVEL"), wizard.error());
		assertFalse(wizard.canFinish());
	}

	private void key(int code) {
		Table table = (Table) form.control(SendMessageFields.PROPERTIES);
		Ui.run(() -> {
			Event event = new Event();
			event.keyCode = code;
			table.notifyListeners(SWT.KeyDown, event);
		});
	}

	@Test
	void refusesAMessageOver256KbBeforeSendingAndTellsTheSize() {
		form.enter(SendMessageFields.BODY, "1".repeat(262_144));
		assertTrue(wizard.error().contains("262,165") && wizard.error().contains("262,144"), wizard.error());
		assertFalse(wizard.canFinish());
	}

	@Test
	void warnsOfABodyThatIsNotJsonAndSendsItAllTheSame() {
		form.enter(SendMessageFields.BODY, "{\"temperature\":");
		assertTrue(wizard.message().contains("JSON"), wizard.message());
		finishAndWait();
		assertEquals("{\"temperature\":", new String(received(0).body(), StandardCharsets.UTF_8));
	}

	@Test
	void sendsAFileAsItIs() throws Exception {
		byte[] bytes = { 0, (byte) 0x80, 10 };
		form.set(SendMessageFields.BODY_FROM_FILE, true).enter(SendMessageFields.FILE,
				Files.write(folder.resolve("body.bin"), bytes).toString());
		finishAndWait();
		assertArrayEquals(bytes, received(0).body());
	}

	@Test
	void remembersChoicesButNoFileThatIsGone() throws Exception {
		Path file = Files.writeString(folder.resolve("body.txt"), "x");
		form.set(SendMessageFields.BODY_FROM_FILE, true).enter(SendMessageFields.FILE, file.toString())
				.enter(SendMessageFields.CONTENT_TYPE, "text/plain");
		finishAndWait();
		wizard.close();
		open(hub.connection());
		assertEquals(file.toString(), form.value(SendMessageFields.FILE));
		assertEquals("text/plain", form.value(SendMessageFields.CONTENT_TYPE));
		wizard.close();
		Files.delete(file);
		open(hub.connection());
		assertTrue(form.selected(SendMessageFields.BODY_FROM_TEXT));
		form.enter(SendMessageFields.CONTENT_TYPE, "application/json");
		finishAndWait();
	}

	@Test
	void tellsThatTheFileVanished() throws Exception {
		Path file = Files.writeString(folder.resolve("body.json"), "{}");
		form.set(SendMessageFields.BODY_FROM_FILE, true).enter(SendMessageFields.FILE, file.toString());
		Files.delete(file);
		wizard.finish();
		String failure = form.value(FailureArea.ID);
		assertTrue(failure.contains("body.json"), failure);
	}

	@Test
	void staysOpenWhenTheHubDoesNotKnowTheDeviceAndKeepsWhatWasEntered() {
		form.enter(SendMessageFields.BODY, "{}").enter(SendMessageFields.DEVICE_ID, "nobody");
		wizard.finish();
		String failure = form.value(FailureArea.ID);
		assertTrue(failure.contains("nobody") && failure.contains("Tracking ID: "), failure);
		assertEquals("{}", form.value(SendMessageFields.BODY));
		form.enter(SendMessageFields.DEVICE_ID, "d1");
		assertEquals("", wizard.error());
		finishAndWait();
	}

	@Test
	void isCancelledWithinASecond() throws Exception {
		try (SilentServer silent = SilentServer.start()) {
			HubConnection mute = HubConnection.create("Mute", HubHost.parse(silent.host()), "iothubowner");
			IotHubCore.get().connections().save(mute, SharedAccessKey.generate());
			try {
				wizard.close();
				open(mute);
				Promptly.within(Duration.ofSeconds(1), "Cancelling Send Message", () -> wizard.cancelOnceCalled(silent));
				assertEquals("", wizard.error());
			} finally {
				IotHubCore.get().connections().remove(mute);
			}
		}
	}
}
