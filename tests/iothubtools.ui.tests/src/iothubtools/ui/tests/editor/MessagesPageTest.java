// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.queue.Received;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The messages of a device's queue in its editor, received and dealt with as the device. */
class MessagesPageTest extends WithHubView {

	private static final String QUESTION = "Receive C2D Message as Device";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	private void select() {
		Until.holds("d1 to be listed", () -> view.names().contains("d1"));
		view.select("d1");
	}

	/** Opens the page by Enter on the device. */
	private void open() {
		editor = DeviceEditorPart.open(view, "d1").showPage("messages");
		await("how many wait", this::count, text -> !text.isEmpty());
	}

	/** Opens the page and receives, by the command of the device. */
	private void receiveByCommand() {
		select();
		view.command(UiIds.RECEIVE_MESSAGE);
		editor = DeviceEditorPart.awaitOpen("d1");
	}

	private String count() {
		return editor.find("queueCount") instanceof Label label ? label.getText() : "";
	}

	/** The rows, a cell after the other. */
	private List<String> rows() {
		return Objects.requireNonNull(Ui.get(() -> {
			Table table = (Table) editor.find("queueReceived");
			return table == null ? List.<String>of() : Arrays.stream(table.getItems())
					.map(item -> item.getText(0) + "|" + item.getText(1) + "|" + item.getText(2) + "|" + item.getText(3)).toList();
		}));
	}

	private void awaitRows(String... begins) {
		await("rows " + List.of(begins), () -> rows().toString(), text -> {
			List<String> now = rows();
			return now.size() == begins.length && IntStream.range(0, begins.length).allMatch(i -> now.get(i).startsWith(begins[i]));
		});
	}

	private void await(String what, Supplier<String> value, Predicate<String> passes) {
		String[] last = { "" };
		try {
			Until.holds(what, () -> passes.test(last[0] = value.get()));
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is " + last[0] + ", with the notice " + editor.notice(), e);
		}
	}

	private void press(String id) {
		Button button = (Button) Until.found(id, () -> editor.find(id) instanceof Button found && found.isEnabled() ? found : null);
		Ui.post(() -> button.notifyListeners(SWT.Selection, new Event()));
	}

	private boolean enabled(String id) {
		return Boolean.TRUE.equals(Ui.get(() -> editor.find(id).isEnabled()));
	}

	private boolean saysWhyThereIsNoRow() {
		return Boolean.TRUE.equals(Ui.get(() -> editor.find("queueNothing") instanceof Label why && why.isVisible()
				&& why.getText().contains("Receive as Device locks the next one") && !editor.find("queueReceived").isVisible()));
	}

	private String body() {
		return ((StyledText) editor.find("queueBody")).getText();
	}

	private String properties() {
		return Arrays.stream(((Table) editor.find("queueProperties")).getItems()).map(item -> item.getText(0).strip() + "=" + item.getText(1))
				.collect(Collectors.joining("\n"));
	}

	private int waiting() throws CoreException {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), "d1"), new NullProgressMonitor())
				.cloudToDeviceMessageCount();
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
