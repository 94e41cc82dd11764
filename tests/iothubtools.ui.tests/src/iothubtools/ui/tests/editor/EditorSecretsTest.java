// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.SymmetricKeys;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.ToldTexts;
import iothubtools.ui.tests.support.WithHubView;

/** While the keys of a device are hidden in its editor, nothing tells them. */
class EditorSecretsTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	private List<String> open() throws Exception {
		SymmetricKeys keys = (SymmetricKeys) hub.create("d1").authentication();
		editor = DeviceEditorPart.open(view, "d1").showPage("raw");
		Until.holds("raw", () -> editor.find("rawText") instanceof StyledText raw && raw.getText().contains("\"primaryKey\""));
		editor.showPage("identity");
		Until.holds("the identity", () -> editor.find("identityPrimary") instanceof Text text && !text.getText().isEmpty());
		return List.of(keys.primary().reveal(), keys.secondary().reveal());
	}

	private void show(boolean keys) {
		Ui.run(() -> {
			Button shown = (Button) editor.find("identityShowKeys");
			shown.setSelection(keys);
			shown.notifyListeners(SWT.Selection, new Event());
		});
	}

	/** All that the window tells, of each page, and what is selected in it. */
	private List<String> told() {
		return Ui.get(() -> {
			List<String> texts = new ArrayList<>(ToldTexts.of(HubView.page().getWorkbenchWindow().getShell()));
			texts.add(editor.part().getTitle());
			texts.add(editor.part().getTitleToolTip());
			texts.add(String.valueOf(editor.part().getEditorInput()));
			texts.add(String.valueOf(HubView.page().getSelection()));
			texts.add(String.valueOf(editor.part().getSite().getSelectionProvider().getSelection()));
			return texts;
		});
	}

	private static boolean tells(List<String> told, String secret) {
		return told.stream().anyMatch(text -> text.contains(secret));
	}

	@Test
	void keysAreToldOnNoPageUntilTheyAreShownAndNotWhenTheyAreHiddenAgain() throws Exception {
		List<String> keys = open();
		for (String key : keys) {
			assertFalse(tells(told(), key), "hidden at first");
		}
		show(true);
		for (String key : keys) {
			assertTrue(tells(told(), key), "shown");
		}
		show(false);
		for (String key : keys) {
			assertFalse(tells(told(), key), "hidden again");
		}
	}

	@Test
	void whoSelectsAHiddenKeyHasNoneOfItInAnyClipboard() throws Exception {
		List<String> keys = open();
		Ui.run(() -> {
			Text primary = (Text) editor.find("identityPrimary");
			primary.setFocus();
			primary.selectAll();
			primary.copy();
		});
		String copied = Ui.get(() -> clipboard(DND.CLIPBOARD) + clipboard(DND.SELECTION_CLIPBOARD));
		assertFalse(copied.contains(keys.get(0)), "the key");
		assertFalse(tells(told(), keys.get(0)), "the key");
	}

	private static String clipboard(int which) {
		Clipboard clipboard = new Clipboard(Ui.display());
		try {
			Transfer text = TextTransfer.getInstance();
			return String.valueOf(clipboard.getContents(text, which));
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void aKeyThatIsNoneIsNotRepeatedInWhatIsSaidOfIt() throws Exception {
		open();
		String typed = "c2VjcmV0IHRoYXQgd2FzIHR5cGVk!";
		Ui.run(() -> ((Text) editor.find("identityPrimary")).setText(typed));
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved. The primary key "), editor::notice);
		assertFalse(tells(told(), typed));
		assertEquals(typed, Ui.get(() -> ((Text) editor.find("identityPrimary")).getText()));
	}
}
