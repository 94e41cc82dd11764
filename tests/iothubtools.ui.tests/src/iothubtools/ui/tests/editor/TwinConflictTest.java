// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubView;

/** The twin of a device that somebody else changed, or made anew, while it is edited. */
class TwinConflictTest extends WithTwinEditor {

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
}
