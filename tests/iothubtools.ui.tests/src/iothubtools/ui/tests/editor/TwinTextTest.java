// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What an editor of Eclipse has for a text, has the one for a twin: colours, folding, an outline. */
class TwinTextTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	@BeforeEach
	void open() throws Exception {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("d1").build()),
				new TwinContent("{\"site\":\"A\",\"floor\":12}", "{\"gain\":{\"left\":true}}")), new NullProgressMonitor());
		editor = DeviceEditorPart.open(view, "d1");
	}

	@AfterEach
	void close() {
		Ui.run(() -> {
			HubView.page().closeAllEditors(false);
			HubView.page().hideView(HubView.page().findView(IPageLayout.ID_OUTLINE));
		});
	}

	private StyledText widget() {
		return (StyledText) editor.part().twin().getAdapter(Control.class);
	}

	private Color colour(String piece) {
		int at = widget().getText().indexOf(piece);
		StyleRange style = at < 0 ? null : widget().getStyleRangeAtOffset(at);
		return style == null ? null : style.foreground;
	}

	@Test
	void namesTextsNumbersAndWordsHaveColoursOfTheirOwn() {
		Until.holds("colours", () -> Stream.of("\"site\"", "\"A\"", "12", "true").allMatch(piece -> colour(piece) != null));
		List<Color> colours = Ui.get(() -> Stream.of("\"site\"", "\"A\"", "12", "true").map(this::colour).toList());
		assertEquals(4, colours.stream().distinct().count(), colours.toString());
		assertEquals(colours.get(0), Ui.get(() -> colour("\"gain\"")));
	}

	@Test
	void whatHasSeveralLinesIsFoldedAndUnfolded() {
		String text = editor.text();
		int lines = (int) text.lines().count();
		ProjectionViewer viewer = (ProjectionViewer) editor.part().twin().getAdapter(ITextOperationTarget.class);
		Until.holds("what can be folded", () -> viewer.getProjectionAnnotationModel().getAnnotationIterator().hasNext());
		Ui.run(() -> viewer.doOperation(ProjectionViewer.COLLAPSE_ALL));
		Until.holds("fewer lines", () -> widget().getLineCount() < lines);
		assertEquals(text, editor.text(), "it is still there");
		Ui.run(() -> viewer.doOperation(ProjectionViewer.EXPAND_ALL));
		Until.holds("all lines", () -> widget().getLineCount() >= lines);
	}

	@Test
	void theOutlineFollowsTheTextAndLeadsToIt() {
		Ui.run(() -> {
			try {
				HubView.page().showView(IPageLayout.ID_OUTLINE);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		Until.holds("members with their values", () -> rows("tags").equals(List.of("site: \"A\"", "floor: 12")));
		editor.replace("\"floor\": 12", "\"level\": 3");
		Until.holds("what is typed", () -> rows("tags").equals(List.of("site: \"A\"", "level: 3")));
		Ui.run(() -> {
			Tree tree = tree();
			TreeItem level = top("tags").getItem(1);
			tree.setSelection(level);
			Event event = new Event();
			event.item = level;
			tree.notifyListeners(SWT.Selection, event);
		});
		Until.holds("its place in the text", () -> widget().getSelectionText().contains("level"));
		assertTrue(editor.dirty());
		assertNotEquals("", editor.text());
	}

	@Test
	void twoMembersOfOneNameAreTwoRowsOfTheOutlineEachWithItsOwn() {
		Ui.run(() -> {
			try {
				HubView.page().showView(IPageLayout.ID_OUTLINE);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		editor.replace("\"site\": \"A\"", "\"at\": {\"hall\": 1}, \"at\": {\"row\": 2}");
		Until.holds("both", () -> rows("tags").equals(List.of("at", "at", "floor: 12")));
		Ui.run(() -> top("tags").getItem(1).setExpanded(true));
		editor.replace("\"row\": 2", "\"row\": 3");
		Until.holds("what is typed below the second", () -> below(1).equals(List.of("row: 3")));
		assertEquals(List.of("hall: 1"), Ui.get(() -> below(0)));
	}

	private List<String> below(int place) {
		return Stream.of(top("tags").getItem(place).getItems()).map(TreeItem::getText).toList();
	}

	private Tree tree() {
		return (Tree) editor.part().twin().getAdapter(IContentOutlinePage.class).getControl();
	}

	private TreeItem top(String name) {
		return tree() == null ? null : Stream.of(tree().getItems()).filter(item -> item.getText().equals(name)).findFirst().orElse(null);
	}

	private List<String> rows(String name) {
		TreeItem item = top(name);
		return item == null ? List.of() : Stream.of(item.getItems()).map(TreeItem::getText).toList();
	}
}
