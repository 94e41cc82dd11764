// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.methods.DirectMethod;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.WithHubView;

/** Direct methods in the editor of a device, which is connected over MQTT and answers. */
class MethodsPageTest extends WithHubView {

	/** A key in base64, as somebody may paste one. */
	private static final String KEY = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private final List<MqttDevice> devices = new ArrayList<>();
	private DeviceEditorPart editor;

	@BeforeEach
	void createTheDevice() throws Exception {
		hub.create("d1");
		open("d1");
	}

	@AfterEach
	void closeAll() throws Exception {
		Ui.run(() -> HubView.page().closeAllEditors(false));
		for (MqttDevice device : devices) {
			device.close();
		}
	}

	private void open(String id) {
		Until.holds(id + " to be listed", () -> view.names().contains(id));
		view.activate();
		view.select(id);
		Ui.run(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
		editor = DeviceEditorPart.awaitOpen(id).awaitRead().showPage("methods");
	}

	private MqttDevice connect(String id) throws Exception {
		MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), id);
		devices.add(device);
		return device;
	}

	private void connect(String id, BiFunction<String, String, String> answer) throws Exception {
		connect(id).answer(answer);
	}

	private MethodsPageTest enter(String id, String value) {
		Ui.run(() -> {
			Control field = editor.find(id);
			if (field instanceof Text text) {
				text.setText(value);
			} else if (field instanceof Combo combo) {
				combo.setText(value);
			} else {
				((StyledText) field).setText(value);
			}
		});
		return this;
	}

	private String value(String id) {
		return Ui.get(() -> {
			Control field = editor.find(id);
			return field instanceof Text text ? text.getText() : field instanceof Combo combo ? combo.getText()
					: field instanceof Label label ? label.getText() : ((StyledText) field).getText();
		});
	}

	private boolean enabled(String id) {
		return Boolean.TRUE.equals(Ui.get(() -> editor.find(id).isEnabled()));
	}

	private void press(String id) {
		Until.holds(id + " to be enabled", () -> editor.find(id).isEnabled());
		Ui.post(() -> editor.find(id).notifyListeners(SWT.Selection, new Event()));
	}

	private void invoke(String name, String payload) {
		enter(MethodIds.NAME, name).enter(MethodIds.PAYLOAD, payload).press(MethodIds.INVOKE);
	}

	private Table table() {
		return (Table) editor.find(MethodIds.RUNS);
	}

	/** The rows: method, payload, who ran it, and the result. */
	private List<String> rows() {
		return Ui.get(() -> Arrays.stream(table().getItems())
				.map(item -> String.join(" ", item.getText(1), item.getText(2), item.getText(3), item.getText(4))).toList());
	}

	private void awaitFirstRow(String row) {
		Until.holds("the newest in the history", () -> !rows().isEmpty() && rows().get(0).equals(row));
	}

	private void awaitRows(String... rows) {
		List<List<String>> last = new ArrayList<>();
		try {
			Until.holds("the history", () -> {
				List<String> now = rows();
				last.add(0, now);
				return now.equals(List.of(rows));
			});
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is " + last.get(0), e);
		}
	}

	private void select(int... rows) {
		Ui.run(() -> {
			table().setSelection(rows);
			table().notifyListeners(SWT.Selection, new Event());
		});
	}

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
	void whatWasRunIsRunAgainPutIntoTheFormComparedAndRemoved() throws Exception {
		int[] calls = { 0 };
		connect("d1", (name, payload) -> "200 {\"calls\":" + ++calls[0] + ",\"name\":\"" + name + "\"}");
		invoke("count", "{\"a\":1}");
		awaitRows("count {\"a\":1} d1 Status 200");
		enter(MethodIds.NAME, "other").enter(MethodIds.PAYLOAD, "").enter(MethodIds.RESPONSE_TIMEOUT, "77");
		press(MethodIds.RUN_AGAIN);
		awaitRows("count {\"a\":1} d1 Status 200", "count {\"a\":1} d1 Status 200");
		assertEquals("other", value(MethodIds.NAME), "what is typed stays");
		select(0);
		assertTrue(value(MethodIds.ANSWER).contains("\"calls\": 2"));
		press(MethodIds.EDIT);
		Until.holds("it in the form", () -> value(MethodIds.NAME).equals("count"));
		assertEquals(List.of("{\"a\":1}", "30", "0", "d1 (the device)"), Stream.of(MethodIds.PAYLOAD, MethodIds.RESPONSE_TIMEOUT, MethodIds.CONNECT_TIMEOUT,
				MethodIds.TARGET).map(this::value).toList());
		assertFalse(enabled(MethodIds.COMPARE));
		select(0, 1);
		press(MethodIds.COMPARE);
		Form compare = new Form("Compare Results of Direct Methods").open();
		Until.holds("both texts", () -> texts(compare).stream().anyMatch(text -> text.contains("\"calls\": 1"))
				&& texts(compare).stream().anyMatch(text -> text.contains("\"calls\": 2")));
		Scope.window("Compare Results of Direct Methods").open().press("Close");
		compare.closed();
		select(1);
		press(MethodIds.REMOVE);
		awaitRows("count {\"a\":1} d1 Status 200");
	}

	private static List<String> texts(Form window) {
		List<String> texts = new ArrayList<>();
		for (Shell shell : Ui.display().getShells()) {
			if (shell.getText().equals(window.window())) {
				collect(shell, texts);
			}
		}
		return texts;
	}

	private static void collect(Composite parent, List<String> texts) {
		for (Control child : parent.getChildren()) {
			if (child instanceof StyledText text) {
				texts.add(text.getText());
			} else if (child instanceof Composite composite) {
				collect(composite, texts);
			}
		}
	}

	@Test
	void theHistoryIsOfThisDeviceUntilThatOfAllIsAskedForAndIsThereInTheNextEditor() throws Exception {
		hub.create("d2");
		connect("d1", (name, payload) -> "200 {}");
		connect("d2", (name, payload) -> "201 {}");
		invoke("one", "");
		awaitRows("one  d1 Status 200");
		open("d2");
		assertEquals(List.of(), rows());
		invoke("two", "");
		awaitRows("two  d2 Status 201");
		Ui.run(() -> {
			Button all = (Button) editor.find(MethodIds.ALL_DEVICES);
			all.setSelection(true);
			all.notifyListeners(SWT.Selection, new Event());
		});
		awaitRows("two  d2 Status 201", "one  d1 Status 200");
		Until.holds("names to be proposed", () -> List.of(((Combo) editor.find(MethodIds.NAME)).getItems()).equals(List.of("two", "one")));
		Ui.run(() -> HubView.page().closeAllEditors(false));
		open("d1");
		awaitRows("one  d1 Status 200");
	}

	@Test
	void aFavouriteComesBackWithOneClickAndNoneHasAKey() throws Exception {
		enter(MethodIds.NAME, "reboot").enter(MethodIds.PAYLOAD, "{\"delay\":5}").enter(MethodIds.CONNECT_TIMEOUT, "7");
		favourites("Add the Method of the Form");
		Until.holds("the favourite", () -> IotHubCore.get().methods().favourites(hub.connection()).size() == 1);
		assertEquals(7, IotHubCore.get().methods().favourites(hub.connection()).get(0).connectTimeout().toSeconds());
		enter(MethodIds.NAME, "other").enter(MethodIds.PAYLOAD, "").enter(MethodIds.CONNECT_TIMEOUT, "0");
		favourites("reboot {\"delay\":5}");
		Until.holds("it in the form", () -> value(MethodIds.NAME).equals("reboot"));
		assertEquals(List.of("{\"delay\":5}", "7"), List.of(value(MethodIds.PAYLOAD), value(MethodIds.CONNECT_TIMEOUT)));
		favourites("Remove the Method of the Form");
		Until.holds("no favourite", () -> IotHubCore.get().methods().favourites(hub.connection()).isEmpty());
		enter(MethodIds.PAYLOAD, "\"" + KEY + "\"");
		assertFalse(DirectMethod.of("x", value(MethodIds.PAYLOAD)).payload().isEmpty());
		favourites("");
	}

	/** Chooses an entry once it can be; with none, asserts that what is in the form cannot be added. */
	private void favourites(String entry) {
		Menu[] menu = { null };
		Until.holds("the entry " + entry, () -> {
			Control link = editor.find(MethodIds.FAVOURITES);
			link.notifyListeners(SWT.Selection, new Event());
			menu[0] = link.getMenu();
			MenuItem item = Stream.of(menu[0].getItems()).filter(each -> each.getText().replace("&", "").equals(entry)).findFirst().orElse(null);
			if (entry.isEmpty()) {
				MenuItem last = menu[0].getItem(menu[0].getItemCount() - 1);
				assertFalse(last.isEnabled());
				assertTrue(last.getText().contains("key or token"), last::getText);
			} else if (item == null || !item.isEnabled()) {
				menu[0].setVisible(false);
				return false;
			} else {
				item.notifyListeners(SWT.Selection, new Event());
			}
			menu[0].setVisible(false);
			return true;
		});
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
