// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.fix.ProblemHover;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What is offered where the text of a twin is wrong, at a real hub. */
class QuickFixTest extends WithHubView {

	/** As Eclipse's text editors call it, whatever the language. */
	private static final String QUICK_ASSIST = "org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	private void open(String desired) throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("d1").build()),
				new TwinContent("{}", desired)), new NullProgressMonitor());
		editor = DeviceEditorPart.open(view, "d1");
	}

	private String desired() throws CoreException {
		return IotHubCore.get().operations().run(new GetTwinOperation(hub.connection(), ClientId.device("d1")), new NullProgressMonitor()).desired().json();
	}

	/** Puts the cursor there. */
	private void go(String piece) {
		Ui.run(() -> {
			editor.part().twin().selectAndReveal(editor.document().get().indexOf(piece), 0);
			((Control) editor.part().twin().getAdapter(Control.class)).setFocus();
		});
	}

	/** The list that Ctrl+1 opens. */
	private Table fixes() {
		Ui.run(() -> assertTrue(Commands.run(editor.part().twin().getSite(), QUICK_ASSIST, Map.of()), "it is enabled"));
		return Until.found("quick fixes", QuickFixTest::list);
	}

	private static Table list() {
		for (Shell shell : Ui.display().getShells()) {
			if (shell.isVisible() && shell.getText().isEmpty()) {
				for (Control child : shell.getChildren()) {
					if (child instanceof Table table && table.getItemCount() > 0) {
						return table;
					}
				}
			}
		}
		return null;
	}

	private static List<String> texts(Table table) {
		return Objects.requireNonNull(Ui.get(() -> Arrays.stream(table.getItems()).map(item -> item.getText()).toList()));
	}

	@Test
	void whatCtrlOneOffersMendsTheTextWhichIsSavedThen() throws Exception {
		open("{\"gain\":1}");
		editor.replace("\"gain\"", "\"my.gain\"");
		go("my.gain");
		TriggerSequence key = Ui.get(() -> HubView.page().getWorkbenchWindow().getService(IBindingService.class).getBestActiveBindingFor(QUICK_ASSIST));
		assertEquals("CTRL+1", String.valueOf(key).toUpperCase(Locale.ROOT));
		Table list = fixes();
		assertEquals(List.of("Rename to \"my_gain\"", "Remove \"my.gain\" with its value"), texts(list));
		Ui.run(() -> list.notifyListeners(SWT.DefaultSelection, new Event()));
		Until.holds("another name", () -> editor.document().get().contains("\"my_gain\": 1"));
		editor.save();
		assertEquals("{\"my_gain\":1}", desired());
	}

	@Test
	void eachLineOffersWhatIsForItsOwnProblems() throws Exception {
		open("{}");
		editor.replace("\"desired\": {}", "\"desired\": {\n\"n\": 9007199254740993,\n\"list\": [1, null],\n\"a\": 1,\n\"a\": 2\n}");
		go("9007");
		assertEquals(List.of("Put in double quotes: \"9007199254740993\""), choose());
		go("null");
		assertEquals(List.of("Remove this item"), choose());
		go("\"a\": 2");
		assertEquals(List.of("Remove \"a\" with its value", "Rename to \"a2\""), choose());
		assertTrue(editor.text().contains("\"desired\": {\n\"n\": \"9007199254740993\",\n\"list\": [1],\n\"a\": 1\n}"), editor::text);
		editor.save();
		assertTrue(desired().contains("\"n\":\"9007199254740993\""), desired());
	}

	/** Takes the first of what Ctrl+1 offers. */
	private List<String> choose() {
		String before = editor.text();
		Table list = fixes();
		List<String> offered = texts(list);
		Ui.run(() -> list.notifyListeners(SWT.DefaultSelection, new Event()));
		Until.holds("another text", () -> !editor.document().get().equals(before));
		return offered;
	}

	@Test
	void whereThePointerIsTheProblemAndItsFixesAreSaid() throws Exception {
		open("{\"gain\":1}");
		editor.replace("\"gain\"", "\"my.gain\"");
		ISourceViewer viewer = Ui.get(() -> (ISourceViewer) editor.part().twin().getAdapter(ITextOperationTarget.class));
		Until.holds("the mark", () -> hovered(viewer) != null);
		ProblemHover hover = new ProblemHover();
		AbstractInformationControl window = Ui.get(() -> {
			IInformationControl control = hover.getHoverControlCreator().createInformationControl(HubView.page().getWorkbenchWindow().getShell());
			((IInformationControlExtension2) control).setInput(hover.getHoverInfo2(viewer, hovered(viewer)));
			control.setVisible(true);
			return (AbstractInformationControl) control;
		});
		assertNotNull(window);
		Shell shell = Until.found("the window", () -> {
			for (Shell each : Ui.display().getShells()) {
				if (!links(each).isEmpty() && each.isVisible() && each.getText().isEmpty()) {
					return each;
				}
			}
			return null;
		});
		List<Link> links = Ui.get(() -> links(shell));
		assertEquals(List.of("<a>Rename to \"my_gain\"</a>", "<a>Remove \"my.gain\" with its value</a>"), Ui.get(() -> links.stream().map(Link::getText).toList()));
		Ui.run(() -> links.get(1).notifyListeners(SWT.Selection, new Event()));
		assertTrue(editor.text().contains("\"desired\": {}"), editor::text);
		assertTrue(Ui.get(shell::isDisposed));
	}

	private IRegion hovered(ISourceViewer viewer) {
		return new ProblemHover().getHoverRegion(viewer, editor.document().get().indexOf("my.gain"));
	}

	private static List<Link> links(Composite parent) {
		List<Link> links = new ArrayList<>();
		for (Control child : parent.getChildren()) {
			if (child instanceof Link link && "quickFix".equals(link.getData(WidgetIds.KEY))) {
				links.add(link);
			} else if (child instanceof Composite composite) {
				links.addAll(links(composite));
			}
		}
		return links;
	}

	@Test
	void whatIsMendedIsTakenBackByUndo() throws Exception {
		open("{\"gain\":1}");
		editor.replace("\"gain\"", "\"my.gain\"");
		String before = editor.text();
		go("my.gain");
		choose();
		Ui.run(() -> ((ITextOperationTarget) editor.part().twin().getAdapter(ITextOperationTarget.class)).doOperation(ITextOperationTarget.UNDO));
		assertEquals(before, editor.text());
		assertTrue(Ui.get(() -> ((StyledText) editor.part().twin().getAdapter(Control.class)).getText()).contains("my.gain"));
	}
}
