// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.action.SubStatusLineManager;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.json.BracketPairs;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The bracket that belongs to the one beside the cursor: it is marked, and a key leads to it. */
class TwinBracketsTest extends WithHubView {

	private static final String GO_TO = "iothubtools.ui.editor.goToMatchingBracket";
	private static final String NONE = "No bracket beside the cursor has another one that belongs to it";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	@BeforeEach
	void open() throws Exception {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("d1").build()),
				// nothing desired: what differs from what is reported is coloured some time after the text is there
				new TwinContent("{\"site\":\"A\",\"gain\":{\"left\":[1,2],\"text\":\"}]\\\"}\"}}", "{}")), new NullProgressMonitor());
		editor = DeviceEditorPart.open(view, "d1");
		Until.holds("the editor to be active", () -> HubView.page().getActivePart() == editor.part());
	}

	private StyledText widget() {
		return (StyledText) editor.part().twin().getAdapter(Control.class);
	}

	/** The place of the first of these brackets after a member, in the text. */
	private int after(String member, char bracket) {
		String text = editor.text();
		return text.indexOf(bracket, text.indexOf('"' + member + '"'));
	}

	/** The bracket that ends the object of gain; one of the same kind is in the text in it. */
	private int endOfGain() {
		String text = editor.text();
		int line = text.lastIndexOf('\n', after("gain", '{'));
		String indent = text.substring(line, text.indexOf('"', line));
		return text.indexOf(indent + "}", line) + indent.length();
	}

	private void place(int cursor) {
		Ui.run(() -> editor.part().twin().selectAndReveal(cursor, 0));
	}

	private int cursor() {
		return Ui.get(() -> ((ITextSelection) editor.part().twin().getSelectionProvider().getSelection()).getOffset());
	}

	/** What is seen around a character. */
	private byte[] seen(int at) {
		return Ui.get(() -> {
			StyledText text = widget();
			text.update();
			Rectangle place = text.getTextBounds(at, at);
			Image image = new Image(text.getDisplay(), place.width, place.height);
			GC gc = new GC(text);
			try {
				gc.copyArea(image, place.x, place.y);
				return image.getImageData().data;
			} finally {
				gc.dispose();
				image.dispose();
			}
		});
	}

	@Test
	void theBracketThatBelongsToTheOneAtTheCursorIsMarked() {
		int open = after("gain", '{');
		int end = endOfGain();
		assertEquals('}', editor.text().charAt(end));
		place(editor.text().indexOf("site"));
		byte[] plain = seen(end);
		place(open + 1);
		Until.holds("a mark at the end of the object", () -> !Arrays.equals(plain, seen(end)));
		place(editor.text().indexOf("site"));
		Until.holds("no mark any more", () -> Arrays.equals(plain, seen(end)));
		int list = after("left", '[');
		int listEnd = after("left", ']');
		byte[] without = seen(list);
		place(listEnd);
		Until.holds("a mark where the list begins, with the cursor before its end", () -> !Arrays.equals(without, seen(list)));
	}

	private boolean goTo() {
		return Boolean.TRUE.equals(Ui.get(() -> Commands.run(editor.part().getSite(), GO_TO, Map.of())));
	}

	@Test
	void aKeyLeadsToTheBracketAndBack() throws Exception {
		TriggerSequence key = KeySequence.getInstance("M1+M2+P");
		assertEquals(key, Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class).getBestActiveBindingFor(GO_TO)));
		int open = after("gain", '{');
		int end = endOfGain();
		place(open);
		assertTrue(goTo());
		assertEquals(end, cursor());
		assertTrue(goTo());
		assertEquals(open + 1, cursor());
		goTo();
		assertEquals(end, cursor(), "once more");
		place(editor.text().indexOf("site"));
		awaitNone();
		assertEquals(editor.text().indexOf("site"), cursor(), "there is none");
		place(open);
		goTo();
		assertEquals("", statusLine());
	}

	@Test
	void thatThereIsNoBracketIsSaidAsLongAsTheCursorStays() {
		int name = editor.text().indexOf("site");
		place(name);
		awaitNone();
		place(name + 1);
		assertEquals("", statusLine(), "the cursor is elsewhere");
		awaitNone();
		editor.showPage("raw");
		Until.holds("nothing about a bracket on another page", () -> statusLine().isEmpty());
	}

	private static Shell window() {
		return HubView.page().getWorkbenchWindow().getShell();
	}

	@Test
	void theMenuOfTheWindowLeadsToItWhereTheEditorIsAndHasNoSuchEntryElsewhere() {
		place(after("gain", '{'));
		Scope.of("the window", Objects.requireNonNull(Ui.get(TwinBracketsTest::window))).choose("Navigate", "Go To", "Matching Bracket");
		Until.holds("the cursor at the end of the object",
				() -> editor.part().twin().getSelectionProvider().getSelection() instanceof ITextSelection text && text.getOffset() == endOfGain());
		Ui.run(() -> HubView.page().closeEditor(editor.part(), false));
		Until.holds("no entry", () -> goToEntries().stream().noneMatch("Matching Bracket"::equals));
	}

	/** What Navigate > Go To offers; on the UI thread. */
	private static List<String> goToEntries() {
		Menu menu = window().getMenuBar();
		for (String name : List.of("Navigate", "Go To")) {
			MenuItem item = Arrays.stream(menu.getItems()).filter(each -> name.equals(plain(each))).findFirst().orElseThrow();
			menu = item.getMenu();
			menu.notifyListeners(SWT.Show, new Event());
		}
		return Arrays.stream(menu.getItems()).map(TwinBracketsTest::plain).toList();
	}

	private static String plain(MenuItem item) {
		return item.getText().replace("&", "").replaceFirst("\t.*", "");
	}

	/** What is said goes when the text loses the focus, which it may get and lose some time after the editor has opened. */
	private void awaitNone() {
		Until.holds("said that there is none", () -> {
			goTo();
			return NONE.equals(statusLine());
		});
	}

	private String statusLine() {
		return Ui.get(() -> editor.part().getEditorSite().getActionBars().getStatusLineManager() instanceof SubStatusLineManager line
				? HubView.statusLine(line) : "");
	}

	@Test
	void aBracketInWhatIsFoldedIsShown() {
		ProjectionViewer viewer = (ProjectionViewer) editor.part().twin().getAdapter(ITextOperationTarget.class);
		Until.holds("what can be folded", () -> viewer.getProjectionAnnotationModel().getAnnotationIterator().hasNext());
		int open = after("gain", '{');
		int end = endOfGain();
		Ui.run(() -> viewer.doOperation(ProjectionViewer.COLLAPSE_ALL));
		place(open);
		goTo();
		assertEquals(end, cursor());
		assertTrue(Ui.get(() -> viewer.modelOffset2WidgetOffset(end)) >= 0, "it can be seen");
	}

	@Test
	void bracketsInTextsAndThoseOfAnotherKindBelongToNone() {
		check("{\"a\":\"}\"}", 0, "{\"a\":\"}\"}");
		check("{\"a\":\"}\"}", 6, null);
		check("[{\"a\":1}]", 1, "[{\"a\":1}]");
		check("[ {\"a\":1}]", 2, "{\"a\":1}");
		check("[1]", 3, "[1]");
		check("[1]", 1, "[1]");
		check("{\"a\\\"}\":1}", 0, "{\"a\\\"}\":1}");
		check("{\"a\\\\\":{}}", 0, "{\"a\\\\\":{}}");
		check("{]", 0, null);
		check("{", 0, null);
		check("}", 0, null);
		check("", 0, null);
		// while it is typed
		check("{\"a\":\"b\n,\"c\":[1]}", 13, "[1]");
	}

	private static void check(String json, int cursor, String pair) {
		IRegion found = new BracketPairs().match(new Document(json), cursor);
		assertEquals(pair, found == null ? null : json.substring(found.getOffset(), found.getOffset() + found.getLength()), json + " at " + cursor);
	}
}
