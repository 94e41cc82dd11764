// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.input.DeviceInputFactory;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The twin of a device in its editor, at a real hub. */
class TwinEditorTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	private void create(String id, String tags, String desired) throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder(id).build()),
				new TwinContent(tags, desired)), new NullProgressMonitor());
	}

	private Twin twin(String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetTwinOperation(hub.connection(), ClientId.device(id)), new NullProgressMonitor());
	}

	/** Somebody else. */
	private void change(String id, TwinPatch patch) throws CoreException {
		IotHubCore.get().operations().run(new PatchTwinOperation(hub.connection(), twin(id), patch), new NullProgressMonitor());
	}

	private DeviceEditorPart open(String id) {
		return DeviceEditorPart.open(view, id);
	}

	@Test
	void enterOnADeviceOpensItsTwin() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{\"gain\":1.0}");
		DeviceEditorPart editor = open("d1");
		assertEquals("{\n  \"tags\": {\n    \"site\": \"A\"\n  },\n  \"properties\": {\n    \"desired\": {\n      \"gain\": 1.0\n    }\n  }\n}\n", editor.text());
		assertFalse(editor.dirty());
		assertEquals("", editor.notice());
		view.activate();
		assertSame(editor.part(), open("d1").part(), "one editor for a device");
	}

	@Test
	void whatIsSavedIsTheSmallestPatchAndWhatIsRemovedIsGone() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{\"gain\":1.0,\"old\":{\"a\":1},\"kept\":[1,2]}");
		DeviceEditorPart editor = open("d1").replace("\"gain\": 1.0", "\"gain\": 2.0").replace("      \"old\": {\n        \"a\": 1\n      },\n", "");
		assertTrue(editor.dirty());
		String typed = editor.text();
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("", editor.notice());
		assertEquals("{\"gain\":2.0,\"kept\":[1,2]}", sorted(twin("d1").desired().json()));
		assertEquals(2, twin("d1").desired().version(), "one write");
		assertEquals(typed, editor.text(), "as it was typed");
		editor.replace("2.0", "3").save();
		assertEquals("{\"gain\":3,\"kept\":[1,2]}", sorted(twin("d1").desired().json()));
	}

	private static String sorted(String json) {
		return json.startsWith("{\"kept\":[1,2],") ? "{" + json.substring(14, json.length() - 1) + ",\"kept\":[1,2]}" : json;
	}

	@Test
	void whatIsTakenBackLeavesNothingToSave() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"B\"");
		assertTrue(editor.dirty());
		textOperation(editor, ITextOperationTarget.UNDO);
		assertTrue(editor.text().contains("\"A\""), editor::text);
		assertFalse(editor.dirty(), "as it is at the hub");
		textOperation(editor, ITextOperationTarget.REDO);
		assertTrue(editor.dirty());
		editor.save();
		assertFalse(editor.dirty());
		textOperation(editor, ITextOperationTarget.UNDO);
		assertTrue(editor.dirty(), "the hub has the other one by now");
		editor.replace("\"A\"", "\"B\"");
		assertFalse(editor.dirty());
		assertEquals("{\"site\":\"B\"}", twin("d1").tags());
	}

	private static void textOperation(DeviceEditorPart editor, int operation) {
		Ui.run(() -> editor.part().twin().getAdapter(ITextOperationTarget.class).doOperation(operation));
	}

	@Test
	void whatTheHubWouldRefuseIsNotSentAndSaidAtItsLine() throws Exception {
		create("d1", "{}", "{\"gain\":1}");
		DeviceEditorPart editor = open("d1").replace("\"gain\"", "\"my.gain\"").save();
		assertTrue(editor.dirty());
		assertTrue(editor.notice().startsWith("Not saved. Line 5: \"my.gain\""), editor::notice);
		assertTrue(editor.text().contains("my.gain"));
		assertEquals("{\"gain\":1}", twin("d1").desired().json());
	}

	@Test
	void whyItWasNotSavedIsSaidAsLongAsItIsSo() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "A").save();
		assertEquals("Not saved. Line 3: A has to be in double quotes, if it is a name or text.", editor.notice());
		editor.replace("    \"site\": A", "\n    \"site\": A");
		editor.awaitNotice("the line that it is in now", "Not saved. Line 4: A has to be in double quotes, if it is a name or text."::equals);
		editor.replace("\"site\": A", "\"site\" \"A\"");
		editor.awaitNotice("what is wrong now", said -> said.startsWith("Not saved. Line 4: ") && !said.contains("quotes"));
		editor.replace("\"site\" ", "\"site\": ");
		editor.awaitNotice("nothing any more", String::isEmpty);
	}

	@Test
	void theCursorStaysWhereOneWorksWhenWhatIsRemovedGoes() throws Exception {
		create("d1", "{\"a\":1,\"b\":2}", "{\"x\":1,\"y\":2,\"z\":3}");
		DeviceEditorPart editor = open("d1").replace("\"z\": 3", "\"z\": null");
		editor.save();
		assertFalse(editor.dirty());
		String text = editor.text();
		assertFalse(text.contains("null"), text);
		StyledText widget = (StyledText) Ui.get(() -> editor.part().twin().getAdapter(Control.class));
		int cursor = Ui.get(widget::getCaretOffset);
		assertTrue(cursor > text.indexOf("\"y\"") && cursor <= text.indexOf('}', text.indexOf("\"y\"")), cursor + " in " + text);
		textOperation(editor, ITextOperationTarget.UNDO);
		assertTrue(editor.text().contains("\"z\": null"), editor::text);
		assertFalse(editor.text().contains("\"z\": 3"), "what was typed is one step, what Save made of it another");
	}

	@Test
	void changesOfSomebodyElseArePutTogetherWithMineAndShownBeforeTheyAreSaved() throws Exception {
		create("d1", "{\"site\":\"A\",\"floor\":1}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"mine\"");
		change("d1", TwinPatch.ofTags("{\"floor\":2}"));
		editor.save();
		new Form("Twin of d1: Both Changes Are Put Together").open();
		assertEquals("iothubtools.ui.editor.TwinConflict", help("Twin of d1: Both Changes Are Put Together"));
		assertEquals("{\"site\":\"A\",\"floor\":2}", twin("d1").tags(), "theirs is not overwritten");
		assertTrue(editor.dirty());
		assertTrue(editor.notice().contains("somebody else"), editor::notice);
		press("Twin of d1: Both Changes Are Put Together", "Save");
		Until.holds("the twin to be saved", () -> !editor.dirty());
		assertEquals("{\"site\":\"mine\",\"floor\":2}", twin("d1").tags());
		assertEquals("", editor.notice());
		assertTrue(editor.text().contains("\"floor\": 2"));
	}

	/** What F1 finds everywhere in a window. */
	private static Object help(String title) {
		return Ui.get(() -> Stream.of(Ui.display().getShells()).filter(shell -> shell.getText().equals(title))
				.map(shell -> shell.getData("org.eclipse.ui.help")).findFirst().orElse(""));
	}

	@Test
	void whoDoesNotMergeLosesNothingThatWasTyped() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"mine\"");
		change("d1", TwinPatch.ofTags("{\"site\":\"theirs\"}"));
		String typed = editor.text();
		for (int i = 0; i < 2; i++) {
			editor.save();
			press("Twin of d1: One Value Was Changed by Both", "Cancel");
			new Form("Twin of d1: One Value Was Changed by Both").closed();
			assertEquals("{\"site\":\"theirs\"}", twin("d1").tags());
			assertTrue(editor.dirty());
			assertEquals(typed, editor.text());
		}
		editor.save();
		edit(new Form("Twin of d1: One Value Was Changed by Both").open(), "\"mine\"", "\"both\"");
		press("Twin of d1: One Value Was Changed by Both", "Save");
		Until.holds("the twin to be saved", () -> !editor.dirty());
		assertEquals("{\"site\":\"both\"}", twin("d1").tags(), "as it was edited there");
		assertTrue(editor.text().contains("both"));
	}

	@Test
	void aDeviceThatWasMadeAnewDoesNotGetWhatWasTypedForTheOldOneUnlessSomebodyWantsThat() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"mine\"");
		makeAnew("d1", "{\"site\":\"other\",\"floor\":1}");
		String typed = editor.text();
		editor.save();
		assertTrue(editor.notice().startsWith("d1 was deleted and created anew"), editor::notice);
		assertTrue(editor.dirty());
		assertEquals(typed, editor.text());
		assertEquals("{\"site\":\"other\",\"floor\":1}", twin("d1").tags());
		editor.follow(Remedy.SAVE_ANYWAY);
		Until.holds("it to be saved", () -> !editor.dirty());
		assertEquals("{\"site\":\"mine\"}", twin("d1").tags(), "as the text says");
		assertEquals("", editor.notice());
		editor.replace("\"mine\"", "\"late\"");
		makeAnew("d1", "{\"site\":\"third\"}");
		editor.save();
		editor.follow(Remedy.RELOAD);
		Until.holds("what the third one has", () -> !editor.dirty() && editor.text().contains("third"));
		assertEquals("", editor.notice());
		editor.replace("third", "mine").save();
		assertEquals("{\"site\":\"mine\"}", twin("d1").tags());
	}

	private void makeAnew(String id, String tags) throws CoreException {
		IotHubCore.get().operations().run(new DeleteDevicesOperation(hub.connection(), List.of(id)), new NullProgressMonitor());
		create(id, tags, "{}");
	}

	@Test
	void whatWouldBeSentCanBeSeenBefore() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{\"a\":1,\"b\":{\"c\":1}}");
		DeviceEditorPart editor = open("d1").replace("\"a\": 1,\n      ", "").replace("\"c\": 1", "\"c\": 1.0");
		Ui.post(() -> editor.find("previewPatch").notifyListeners(SWT.Selection, new Event()));
		StyledText text = (StyledText) new Form("Changes of the Twin").open().control("patchText");
		assertEquals("{\n  \"properties\": {\n    \"desired\": {\n      \"b\": {\n        \"c\": 1.0\n      },\n      \"a\": null\n    }\n  }\n}",
				Ui.get(text::getText));
		press("Changes of the Twin", "Close");
		assertTrue(editor.dirty());
	}

	/** Edits the side of a comparison that can be edited. */
	private static void edit(Form window, String piece, String by) {
		Until.holds(piece + " in " + window, () -> {
			for (Shell shell : Ui.display().getShells()) {
				StyledText text = shell.getText().equals(window.window()) ? with(shell, piece) : null;
				if (text != null) {
					text.replaceTextRange(text.getText().indexOf(piece), piece.length(), by);
					return true;
				}
			}
			return false;
		});
	}

	private static StyledText with(Composite parent, String piece) {
		for (Control child : parent.getChildren()) {
			StyledText found = child instanceof StyledText text && text.getEditable() && text.getText().contains(piece) ? text
					: child instanceof Composite composite ? with(composite, piece) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** Presses a button of an open window, once it is enabled. */
	private static void press(String window, String label) {
		Scope.window(window).open().press(label);
	}

	@Test
	void whatTheDeviceReportsIsBesideItAndWhatDiffersIsMarked() throws Exception {
		create("d1", "{}", "{\"interval\":10,\"gain\":1,\"new\":true,\"led\":{\"on\":true,\"red\":5}}");
		report("d1", "{\"interval\":20,\"gain\":1.0,\"led\":{\"on\":false,\"red\":5},\"firmware\":\"7.1\"}");
		DeviceEditorPart editor = open("d1");
		StyledText reported = (StyledText) Ui.get(() -> editor.find("reportedText"));
		Until.holds("what is reported", () -> reported.getText().contains("firmware"));
		Label status = (Label) Ui.get(() -> editor.find("reportedStatus"));
		Until.holds("how many differ", () -> status.getText().endsWith("2 differ, 1 not reported"));
		assertTrue(Ui.get(status::getText).startsWith("Reported version 2, changed "), Ui.get(status::getText));
		Until.holds("marks", () -> isMarked(reported, "\"interval\": 20") && isMarked(reported, "\"on\": false"));
		assertFalse(Ui.get(() -> isMarked(reported, "\"gain\": 1.0")), "the same number");
		assertFalse(Ui.get(() -> isMarked(reported, "\"firmware\"")), "nobody wanted it");
		Button only = (Button) Ui.get(() -> editor.find("onlyDifferences"));
		Ui.run(() -> {
			only.setSelection(true);
			only.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals("{\n  \"interval\": 20,\n  \"led\": {\n    \"on\": false\n  }\n}", Ui.get(reported::getText));
		editor.replace("\"interval\": 10", "\"interval\": 20").replace("\"on\": true", "\"on\": false");
		Until.holds("nothing that differs", () -> reported.getText().equals("{}") && status.getText().endsWith("0 differ, 1 not reported"));
	}

	@Test
	void ofAValueOverSeveralLinesNothingOfWhatTheyAreIndentedByIsMarked() throws Exception {
		create("d1", "{}", "{\"limits\":[1,2],\"led\":7}");
		report("d1", "{\"limits\":[1,3],\"led\":{\"on\":false,\"red\":5}}");
		DeviceEditorPart editor = open("d1");
		StyledText reported = (StyledText) Ui.get(() -> editor.find("reportedText"));
		StyledText wanted = (StyledText) Ui.get(() -> editor.part().twin().getAdapter(Control.class));
		Until.holds("what is reported", () -> reported.getText().contains("\"red\": 5"));
		Until.holds("marks of values", () -> isMarked(reported, "\"led\": {") && isMarked(reported, "\"red\": 5") && isMarked(wanted, "\"limits\": ["));
		for (StyledText text : List.of(reported, wanted)) {
			String all = Ui.get(text::getText);
			for (int line = 0; line >= 0; line = all.indexOf('\n', line + 1)) {
				int at = line + 1;
				boolean indented = at < all.length() && all.charAt(at) == ' ';
				assertFalse(indented && Ui.get(() -> isMarked(text, at)), () -> "what is before " + all.substring(at).lines().findFirst().orElse(""));
			}
		}
	}

	private static boolean isMarked(StyledText text, int at) {
		StyleRange style = text.getStyleRangeAtOffset(at);
		return style != null && style.background != null;
	}

	private static boolean isMarked(StyledText text, String piece) {
		StyleRange style = text.getStyleRangeAtOffset(text.getText().indexOf(piece));
		return style != null && style.background != null;
	}

	/** As the device does. */
	private void report(String id, String reported) throws Exception {
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), id)) {
			device.report(reported);
		}
	}

	@Test
	void revertReadsTheTwinAgain() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"mine\"");
		change("d1", TwinPatch.ofTags("{\"site\":\"B\"}"));
		Ui.run(() -> editor.part().getSite().getPage().activate(editor.part()));
		Ui.run(() -> editor.part().twin().doRevertToSaved());
		Until.holds("the twin as it is at the hub", () -> editor.text().contains("\"B\"") && !editor.dirty());
	}

	@Test
	void whenTheHubIsGoneTheTextStaysAndCanBeSavedLater() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"mine\"");
		hub.stop();
		editor.save();
		assertTrue(editor.dirty());
		assertTrue(editor.notice().startsWith("Not saved."), editor::notice);
		assertTrue(editor.text().contains("mine"));
		hub.restart();
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("{\"site\":\"mine\"}", twin("d1").tags());
	}

	private void hold(String operation) throws Exception {
		hub.hub().inject(FaultPlan.of(FaultRule.of(operation, new FaultEffect.Delay(Duration.ofSeconds(2)))));
	}

	/** The hub takes its time, and a person does not wait for it. */
	@Test
	void whatIsTypedOnWhileItIsSavedStaysToBeSaved() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"mine\"");
		hold("PatchTwin");
		AtomicBoolean saved = new AtomicBoolean();
		Ui.post(() -> saved.set(HubView.page().saveEditor(editor.part(), false)));
		Eventually.holds("it to be on its way", () -> hub.hub().injected().get(0) > 0);
		editor.replace("\"mine\"", "\"more\"");
		Eventually.holds("it to be saved", saved::get);
		assertEquals("{\"site\":\"mine\"}", twin("d1").tags());
		assertTrue(editor.dirty(), "what came later is not at the hub");
		assertTrue(editor.text().contains("\"more\""), editor::text);
		hub.hub().inject(FaultPlan.NONE);
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("{\"site\":\"more\"}", twin("d1").tags());
	}

	/** Several editors, and one of them cannot be saved as it is. */
	@Test
	void saveAllSavesTheOthersWhereTwoAreChangedBySomebodyElse() throws Exception {
		for (String id : List.of("d1", "d2", "d3", "d4")) {
			create(id, "{\"site\":\"A\"}", "{}");
		}
		List<DeviceEditorPart> editors = new ArrayList<>();
		for (String id : List.of("d1", "d2", "d3", "d4")) {
			view.activate();
			editors.add(open(id).replace("\"A\"", "\"mine\""));
		}
		for (String id : List.of("d1", "d3")) {
			change(id, TwinPatch.ofTags("{\"floor\":2}"));
		}
		AtomicBoolean saved = new AtomicBoolean();
		Ui.post(() -> {
			HubView.page().saveAllEditors(false);
			saved.set(true);
		});
		Until.holds("an end of saving, with nothing asked meanwhile", saved::get);
		assertEquals("{\"site\":\"mine\"}", twin("d2").tags());
		assertEquals("{\"site\":\"mine\"}", twin("d4").tags());
		assertFalse(editors.get(1).dirty() || editors.get(3).dirty());
		assertTrue(editors.get(0).dirty() && editors.get(2).dirty());
		Set<String> asked = new TreeSet<>();
		while (asked.size() < 2) {
			String title = Until.found("a question", () -> Arrays.stream(Ui.display().getShells()).map(Shell::getText)
					.filter(text -> text.endsWith(": Both Changes Are Put Together") && !asked.contains(text)).findFirst().orElse(null));
			assertEquals(1, Ui.get(() -> Arrays.stream(Ui.display().getShells()).filter(shell -> shell.getText().endsWith("Put Together")).count()));
			asked.add(title);
			press(title, "Save");
			new Form(title).closed();
		}
		Until.holds("all of them", () -> editors.stream().noneMatch(editor -> editor.part().isDirty()));
		for (String id : List.of("d1", "d3")) {
			assertEquals("{\"site\":\"mine\",\"floor\":2}", twin(id).tags());
		}
	}

	/** Whoever wants to close an editor and save it before does not lose what could not be saved. */
	@Test
	void anEditorThatCannotBeSavedIsNotClosed() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "wrong");
		Ui.post(() -> HubView.page().closeEditor(editor.part(), true));
		press("Save Resource", "Save");
		new Form("Save Resource").closed();
		Until.holds("what is wrong", () -> HubView.page().getActiveEditor() == editor.part() && editor.part().isDirty());
		assertTrue(editor.notice().startsWith("Not saved."), editor::notice);
		editor.replace("wrong", "\"mine\"");
		Ui.post(() -> HubView.page().closeEditor(editor.part(), true));
		press("Save Resource", "Save");
		Until.holds("it to be closed", () -> HubView.page().getActiveEditor() == null);
		assertEquals("{\"site\":\"mine\"}", twin("d1").tags());
	}

	@Test
	void rawIsAllThatTheHubHasWithKeysMasked() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		String key = keys("d1");
		DeviceEditorPart editor = open("d1").showPage("raw");
		StyledText raw = (StyledText) Until.found("raw", () -> editor.find("rawText"));
		Until.holds("identity and twin", () -> raw.getText().contains("\"generationId\"") && raw.getText().contains("\"$metadata\""));
		assertFalse(Ui.get(raw::getText).contains(key), "the key");
		change("d1", TwinPatch.ofTags("{\"site\":\"B\"}"));
		Ui.run(() -> editor.find("rawRefresh").notifyListeners(SWT.Selection, new Event()));
		Until.holds("the twin as it is now", () -> raw.getText().contains("\"site\": \"B\""));
		assertFalse(editor.dirty());
		editor.showPage("");
		assertTrue(editor.text().contains("\"A\""));
	}

	private String keys(String id) {
		String string = String.valueOf(hub.hub().deviceConnectionString(id));
		return string.substring(string.indexOf("SharedAccessKey=") + 16);
	}

	@Test
	void whoSavesByTheDocumentProviderSavesAtTheHubOrHearsThatNothingIs() throws Exception {
		create("d1", "{\"site\":\"A\"}", "{}");
		DeviceEditorPart editor = open("d1").replace("\"A\"", "\"mine\"");
		saveByProvider(editor);
		assertFalse(editor.dirty());
		assertEquals("{\"site\":\"mine\"}", twin("d1").tags());
		editor.replace("\"mine\"", "\"mine");
		assertThrows(CoreException.class, () -> saveByProvider(editor));
		assertTrue(editor.dirty());
		assertTrue(editor.notice().startsWith("Not saved."), editor::notice);
		assertEquals("{\"site\":\"mine\"}", twin("d1").tags());
	}

	private static void saveByProvider(DeviceEditorPart editor) throws CoreException {
		editor.part().twin().getDocumentProvider().saveDocument(new NullProgressMonitor(), editor.part().getEditorInput(),
				Ui.get(editor::document), false);
	}

	@Test
	void aDeviceComesBackByItsMemento() {
		DeviceEditorInput input = new DeviceEditorInput("c1", ClientId.device("d1"));
		XMLMemento memento = XMLMemento.createWriteRoot("input");
		input.saveState(memento);
		assertEquals(Set.of("connection", "device"), Set.of(memento.getAttributeKeys()));
		assertEquals(0, memento.getChildren().length);
		assertNull(memento.getTextData());
		assertEquals(input, new DeviceInputFactory().createElement(memento));
		assertEquals("iothubtools.ui.editor.deviceInput", input.getFactoryId());
	}
}
