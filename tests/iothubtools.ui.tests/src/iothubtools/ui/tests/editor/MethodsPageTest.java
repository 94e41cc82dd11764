// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Mnemonics;

/** Direct methods in the editor of a device, which is connected over MQTT and answers. */
class MethodsPageTest extends WithMethodsPage {

	/** A key in base64, as somebody may paste one. */
	private static final String KEY = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

	@Test
	void theAnswerOfTheDeviceIsShownAndKeptWithItsTime() throws Exception {
		connect("d1", (name, payload) -> "207 {\"n\":1.0,\"said\":" + payload + "}");
		invoke("reboot", "{ \"delay\": 5.0 }");
		awaitRows("reboot { \"delay\": 5.0 } d1 Status 207");
		Until.holds("the answer", () -> value(MethodIds.ANSWER).equals("{\n  \"n\": 1.0,\n  \"said\": {\n    \"delay\": 5.0\n  }\n}"));
		assertTrue(value(MethodIds.SUMMARY).matches("reboot on d1: Status 207, [\\d.,]+ m?s"), () -> value(MethodIds.SUMMARY));
		assertEquals("", editor.notice());
		assertFalse(editor.dirty(), "nothing of it is to be saved");
		assertEquals("reboot", value(MethodIds.NAME), "what is typed stays");
		assertFalse(enabled(MethodIds.CANCEL));
	}

	@Test
	void whatIsWrongIsToldWhileItIsTyped() {
		assertEquals("Enter the name of the method.", value(MethodIds.FINDING));
		assertFalse(enabled(MethodIds.INVOKE));
		enter(MethodIds.NAME, "reboot");
		assertEquals("", value(MethodIds.FINDING));
		assertTrue(enabled(MethodIds.INVOKE));
		for (String wrong : List.of("4", "301", "", "x", "1.5", "-5")) {
			enter(MethodIds.RESPONSE_TIMEOUT, wrong);
			assertEquals("Response timeout: enter 5 to 300 seconds.", value(MethodIds.FINDING), wrong);
			assertFalse(enabled(MethodIds.INVOKE));
		}
		enter(MethodIds.RESPONSE_TIMEOUT, "5");
		for (String wrong : List.of("-1", "301", "", "soon")) {
			enter(MethodIds.CONNECT_TIMEOUT, wrong);
			assertTrue(value(MethodIds.FINDING).startsWith("Connect timeout: enter 0 to 300 seconds"), wrong);
		}
		enter(MethodIds.CONNECT_TIMEOUT, "6");
		assertEquals("Connect timeout: it cannot be longer than the response timeout.", value(MethodIds.FINDING));
		enter(MethodIds.CONNECT_TIMEOUT, "5").enter(MethodIds.PAYLOAD, "{\n  \"a\": 1,\n}");
		assertTrue(value(MethodIds.FINDING).startsWith("Payload, line 2: "), () -> value(MethodIds.FINDING));
		assertFalse(enabled(MethodIds.INVOKE));
		enter(MethodIds.PAYLOAD, "[1, \"" + "x".repeat(128 * 1024) + "\"]");
		assertEquals("Payload: more than 128 KB are not possible.", value(MethodIds.FINDING));
		enter(MethodIds.PAYLOAD, "\"" + KEY + "\"");
		assertTrue(value(MethodIds.FINDING).contains("key or token"), () -> value(MethodIds.FINDING));
		assertTrue(enabled(MethodIds.INVOKE), "it may be meant");
		enter(MethodIds.PAYLOAD, "").enter(MethodIds.TARGET, "no module");
		assertTrue(value(MethodIds.FINDING).startsWith("Module ID: "), () -> value(MethodIds.FINDING));
	}

	@Test
	void offlineNotSubscribedTooLateDisabledAndUnknownAreToldApartWithWhatToDo() throws Exception {
		enter(MethodIds.RESPONSE_TIMEOUT, "5");
		invoke("reboot", "");
		editor.awaitNotice("that it is offline", text -> text.startsWith("reboot on d1: The device is not connected to the hub"));
		assertTrue(editor.offers(Remedy.AGAIN));
		MqttDevice device = connect("d1");
		editor.follow(Remedy.AGAIN);
		editor.awaitNotice("that it is not subscribed", text -> text.contains("takes no direct methods"));
		device.listenToMethods();
		editor.follow(Remedy.AGAIN);
		editor.awaitNotice("that it is too late", text -> text.contains("did not answer within the response timeout"));
		assertFalse(editor.offers(Remedy.AGAIN), "it may have been run");
		IotHubCore.get().operations().run(new UpdateDevicesOperation(hub.connection(), List.of("d1"), new IdentityChange.Disable(null)),
				new NullProgressMonitor());
		press(MethodIds.INVOKE);
		editor.awaitNotice("that it is disabled", text -> text.contains("is disabled"));
		assertTrue(editor.offers(Remedy.ENABLE_DEVICE));
		enter(MethodIds.TARGET, "nobody");
		editor.follow(Remedy.ENABLE_DEVICE);
		awaitRows("reboot  d1 Offline", "reboot  d1 Disabled", "reboot  d1 Timed out", "reboot  d1 Not subscribed", "reboot  d1 Offline");
		press(MethodIds.INVOKE);
		editor.awaitNotice("that it is not known", text -> text.startsWith("reboot on d1/nobody: The hub does not know this"));
		assertEquals("reboot  d1/nobody Unknown device", rows().get(0));
		assertEquals("reboot", value(MethodIds.NAME));
	}

	@Test
	void aModuleIsChosenOrTypedAndRunsItByItself() throws Exception {
		ModuleIdentity module = IotHubCore.get().operations().run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", "m1")),
				new NullProgressMonitor());
		devices.add(MqttDevice.connect(hub.hub(), hub.tls(), module.connectionString(hub.connection().host(), KeySlot.PRIMARY).format())
				.answer((name, payload) -> "200 \"module\""));
		Ui.run(() -> HubView.page().closeAllEditors(false));
		open("d1");
		Until.holds("the module to be offered", () -> editor.find(MethodIds.TARGET) instanceof Combo combo && combo.getItemCount() == 2);
		Ui.run(() -> {
			Combo combo = (Combo) editor.find(MethodIds.TARGET);
			combo.select(1);
		});
		invoke("reboot", "null");
		awaitRows("reboot null d1/m1 Status 200");
		assertEquals("\"module\"", value(MethodIds.ANSWER));
		enter(MethodIds.TARGET, "d1 (the device)").press(MethodIds.INVOKE);
		awaitRows("reboot null d1 Offline", "reboot null d1/m1 Status 200");
	}

	@Test
	void aCancelIsHeardWithinASecondAndSaysThatItMayRunAllTheSame() throws Exception {
		connect("d1").listenToMethods();
		enter(MethodIds.RESPONSE_TIMEOUT, "300");
		Promptly.within(Duration.ofSeconds(1), "Cancelling a method", () -> {
			invoke("slow", "");
			Until.holds("what is running", () -> value(MethodIds.FINDING).startsWith("Running slow on d1: "));
			assertFalse(enabled(MethodIds.INVOKE));
			Duration took = Promptly.time(() -> {
				press(MethodIds.CANCEL);
				editor.awaitNotice("that nobody waits", text -> text.equals("Nobody waits for the answer any more. d1 may run slow all the same."));
			});
			awaitFirstRow("slow  d1 Cancelled");
			return took;
		});
		assertTrue(enabled(MethodIds.INVOKE));
	}

	@Test
	void whoRunsItByTheKeyboardGoesOnWhereTheCursorIs() throws Exception {
		connect("d1", (name, payload) -> "200 {}");
		enter(MethodIds.NAME, "count").enter(MethodIds.PAYLOAD, "{}");
		Ui.run(() -> editor.find(MethodIds.PAYLOAD).setFocus());
		for (int runs = 1; runs <= 2; runs++) {
			Event enter = new Event();
			enter.stateMask = SWT.MOD1;
			enter.keyCode = SWT.CR;
			Ui.post(() -> editor.find(MethodIds.PAYLOAD).notifyListeners(SWT.KeyDown, enter));
			int expected = runs;
			Until.holds("run " + runs, () -> table().getItemCount() == expected && editor.find(MethodIds.INVOKE).isEnabled());
			assertTrue(Ui.get(() -> editor.find(MethodIds.PAYLOAD).isFocusControl()), "the cursor stays in the payload");
		}
		Ui.run(() -> editor.find(MethodIds.RUN_AGAIN).setFocus());
		press(MethodIds.RUN_AGAIN);
		Until.holds("the third run", () -> table().getItemCount() == 3 && editor.find(MethodIds.INVOKE).isEnabled());
		assertTrue(Ui.get(() -> table().isFocusControl()), "not where another key would run what stands in the form");
	}

	@Test
	void nothingIsRunAgainWhileSomethingIsRunning() throws Exception {
		connect("d1", (name, payload) -> "200 {}");
		invoke("count", "");
		awaitRows("count  d1 Status 200");
		connect("d1").listenToMethods();
		press(MethodIds.INVOKE);
		Until.holds("what is running", () -> value(MethodIds.FINDING).startsWith("Running count on d1: "));
		assertFalse(enabled(MethodIds.RUN_AGAIN));
		press(MethodIds.CANCEL);
		Until.holds("it to be possible again", () -> enabled(MethodIds.RUN_AGAIN));
	}

	@Test
	void whatIsTypedComesBackAfterARestartWithoutKeys() {
		enter(MethodIds.NAME, "reboot").enter(MethodIds.PAYLOAD, "{\"delay\":").enter(MethodIds.RESPONSE_TIMEOUT, "x").enter(MethodIds.TARGET, "m1");
		XMLMemento memento = XMLMemento.createWriteRoot("editor");
		Ui.run(() -> editor.part().saveState(memento));
		Ui.run(() -> HubView.page().closeAllEditors(false));
		open("d1");
		assertEquals("", value(MethodIds.NAME));
		Ui.run(() -> editor.part().restoreState(memento));
		assertEquals(List.of("reboot", "{\"delay\":", "x", "m1"), Stream.of(MethodIds.NAME, MethodIds.PAYLOAD, MethodIds.RESPONSE_TIMEOUT, MethodIds.TARGET)
				.map(this::value).toList());
		enter(MethodIds.PAYLOAD, "{\"key\":\"" + KEY + "\"}").enter(MethodIds.NAME, KEY);
		XMLMemento secret = XMLMemento.createWriteRoot("editor");
		Ui.run(() -> editor.part().saveState(secret));
		assertFalse(secret.toString().contains(KEY));
	}

	@Test
	void whenTheHubIsGoneWhatIsTypedStaysAndIsRunWhenItIsBack() throws Exception {
		hub.stop();
		invoke("reboot", "{}");
		editor.awaitNotice("why not", text -> text.startsWith("reboot on d1: Nothing answers at"));
		awaitRows("reboot {} d1 Failed");
		hub.restart();
		connect("d1", (name, payload) -> "200 {}");
		editor.follow(Remedy.AGAIN);
		awaitRows("reboot {} d1 Status 200", "reboot {} d1 Failed");
		assertEquals("", editor.notice());
	}

	@Test
	void eachFieldIsReachedByALetter() {
		assertEquals(List.of(), Mnemonics.clashes(Ui.get(() -> editor.find(MethodIds.NAME))));
	}
}
