// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.core.IotHubCore;
import iothubtools.core.methods.MethodRun;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.TableRows;
import iothubtools.ui.tests.support.WithHubView;

/** A direct method on devices that are selected in the view; some of them answer over MQTT. */
class InvokeMethodWizardTest extends WithHubView {

	private static final String TITLE = "Invoke Method";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private final List<MqttDevice> devices = new ArrayList<>();
	private final Form form = new Form(TITLE);
	private final Scope window = Scope.window(TITLE);

	@AfterEach
	void closeAll() throws Exception {
		if (HubView.dialogs().contains(TITLE)) {
			window.press(window.enabled("Close") ? "Close" : "Cancel");
			form.closed();
		}
		Ui.run(() -> HubView.page().closeAllEditors(false));
		for (MqttDevice device : devices) {
			device.close();
		}
	}

	private void create(String... ids) throws CoreException {
		for (String id : ids) {
			hub.create(id);
		}
		Until.holds("the devices to be listed", () -> view.names().containsAll(List.of(ids)));
	}

	private MqttDevice connect(String id) throws Exception {
		MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), id);
		devices.add(device);
		return device;
	}

	private void open(String... ids) {
		view.activate();
		view.select(ids);
		view.command(UiIds.INVOKE_METHOD);
		form.open();
	}

	private void payload(String json) {
		StyledText text = (StyledText) form.control(MethodIds.PAYLOAD);
		Ui.run(() -> text.setText(json));
	}

	private TableRows rows() {
		return TableRows.of(form.control(MethodIds.OUTCOMES));
	}

	/** A row for each device: its id and what became of it. */
	private void awaitRows(String... rows) {
		TableRows table = rows();
		Until.holds(List.of(rows) + " as outcomes", () -> table.first(9).stream().map(row -> row.get(0) + " " + row.get(1)).toList().equals(List.of(rows)));
	}

	private String answer() {
		StyledText text = (StyledText) form.control(MethodIds.ANSWER);
		return Ui.get(text::getText);
	}

	@Test
	void eachDeviceHasARowWithItsAnswerAndThoseWithoutOneAreAskedAgain() throws Exception {
		create("d1", "d2", "d3");
		connect("d1").answer((name, payload) -> "200 {\"of\":\"d1\"}");
		connect("d2").answer((name, payload) -> "500 {\"got\":" + payload + "}");
		open("d1", "d2", "d3");
		assertEquals("d1 d2 d3", form.value(MethodIds.DEVICES));
		assertEquals(List.of(), Mnemonics.clashes(form.control(MethodIds.DEVICES)));
		form.enter(MethodIds.NAME, "reboot");
		payload("{\"delay\":5.0}");
		window.press("Finish");
		awaitRows("d1 Status 200", "d2 Status 500", "d3 Offline");
		Until.holds("the first answer", () -> answer().equals("{\n  \"of\": \"d1\"\n}"));
		rows().select(1);
		assertEquals("{\n  \"got\": {\n    \"delay\": 5.0\n  }\n}", answer());
		rows().select(2);
		assertTrue(form.value(MethodIds.SUMMARY).startsWith("The device is not connected"), form.value(MethodIds.SUMMARY));
		assertEquals(List.of(), Mnemonics.clashes(form.control(MethodIds.OUTCOMES)));
		connect("d3").answer((name, payload) -> "202 {}");
		form.press(MethodIds.RUN_FAILED);
		awaitRows("d1 Status 200", "d2 Status 500", "d3 Status 202");
		assertFalse(form.enabled(MethodIds.RUN_FAILED));
		assertEquals(List.of("d3", "d3"), history("d3"), "each is in the history of its device");
		assertEquals(List.of("d1"), history("d1"), "it was not asked again");
		form.press(MethodIds.EDIT);
		assertEquals("reboot", form.value(MethodIds.NAME));
		window.press("Cancel");
		form.closed();
	}

	private List<String> history(String id) {
		return IotHubCore.get().methods().runs(hub.connection()).stream().map(MethodRun::target).filter(target -> target.deviceId().equals(id))
				.map(Object::toString).toList();
	}

	@Test
	void whatIsWrongIsToldBeforeItIsRun() throws Exception {
		create("d1", "d2");
		open("d1", "d2");
		form.enter(MethodIds.NAME, "x").enter(MethodIds.RESPONSE_TIMEOUT, "4");
		assertFalse(window.enabled("Finish"));
		form.enter(MethodIds.RESPONSE_TIMEOUT, "5").enter(MethodIds.DEVICES, "d1 d\u00e4");
		assertFalse(window.enabled("Finish"));
		form.enter(MethodIds.DEVICES, "d1");
		payload("{");
		assertFalse(window.enabled("Finish"));
		payload("");
		assertTrue(window.enabled("Finish"));
	}

	@Test
	void aCancelIsHeardWithinASecondAndTellsWhatIsNotKnown() throws Exception {
		create("d1", "d2");
		connect("d1").listenToMethods();
		Promptly.within(Duration.ofSeconds(1), "Cancelling methods", () -> {
			int before = history("d2").size();
			open("d1", "d2");
			form.enter(MethodIds.NAME, "slow").enter(MethodIds.RESPONSE_TIMEOUT, "300");
			window.press("Finish");
			Until.holds("the failure of d2", () -> history("d2").size() == before + 1);
			Duration took = Promptly.time(() -> {
				window.pressTool(JFaceResources.getString("ProgressMonitorPart.cancelToolTip"));
				form.control(MethodIds.OUTCOMES);
			});
			awaitRows("d1 Cancelled", "d2 Offline");
			window.press("Close");
			form.closed();
			return took;
		});
	}

	@Test
	void whenTheHubIsGoneTheFormSaysSoAndKeepsWhatIsTyped() throws Exception {
		create("d1", "d2");
		connect("d1");
		open("d1", "d2");
		form.enter(MethodIds.NAME, "reboot");
		payload("[1]");
		hub.stop();
		window.press("Finish");
		assertTrue(form.value(FailureArea.ID).startsWith("Nothing answers at"), form.value(FailureArea.ID));
		assertEquals("reboot", form.value(MethodIds.NAME));
		hub.restart();
		connect("d1").answer((name, payload) -> "200 " + payload);
		Control again = form.control(Remedy.AGAIN.widgetId());
		Ui.post(() -> again.notifyListeners(SWT.Selection, new Event()));
		awaitRows("d1 Status 200", "d2 Offline");
	}

	@Test
	void whatCameOfItIsSortedByItsHeadsAndCopied() throws Exception {
		create("d2", "d10", "d1");
		connect("d10").answer((name, payload) -> "200 {}");
		open("d2", "d10", "d1");
		form.enter(MethodIds.DEVICES, "d10 d2 d1").enter(MethodIds.NAME, "reboot");
		window.press("Finish");
		awaitRows("d10 Status 200", "d2 Offline", "d1 Offline");
		rows().sort("Run on").await("Run on", "d1", "d2", "d10").sort("Result").await("Run on", "d1", "d2", "d10").sort("Result")
				.await("Run on", "d10", "d1", "d2").select(0, 1).copy();
		Until.holds("two rows on the clipboard", () -> Pasteboard.text().lines().map(line -> line.substring(0, line.lastIndexOf('\t'))).toList()
				.equals(List.of("Run on\tResult", "d10\tStatus 200", "d1\tOffline")));
	}

	@Test
	void ofOneDeviceThePageOfItsEditorIsOpened() throws Exception {
		create("d1");
		view.activate();
		view.select("d1");
		view.command(UiIds.INVOKE_METHOD);
		Until.holds("the page", () -> HubView.page().getActiveEditor() instanceof DeviceEditor editor && editor.getActivePageInstance() != null
				&& editor.getActivePageInstance().getId().equals("methods"));
	}

	@Test
	void atAHubOfProductionItIsRunByWhoTypesItsName() throws Exception {
		create("d1", "d2");
		IotHubCore.get().connections().save(IotHubCore.get().connections().find(hub.connection().id()).withProduction(true));
		Until.holds("the mark", () -> view.names().contains("Factory (2) \u2013 production"));
		open("d1", "d2");
		form.enter(MethodIds.NAME, "reboot");
		window.press("Finish");
		Scope question = Scope.window("Invoke Method at a Production Hub").open();
		question.shows("\"Factory\" is a production hub");
		assertFalse(question.enabled("Invoke"));
		question.press("Cancel");
		question.closed();
		assertEquals(List.of(), IotHubCore.get().methods().runs(hub.connection()));
	}
}
