// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;

import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.input.DeviceInputFactory;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubView;

/** The twin of a device in its editor, at a real hub. */
class TwinEditorTest extends WithTwinEditor {

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
