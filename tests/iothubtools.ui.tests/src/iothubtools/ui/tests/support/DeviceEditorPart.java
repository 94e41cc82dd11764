// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.Objects;
import java.util.function.Predicate;

import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.remedies.Remedy;

/** The editor of a device as a person uses it. Methods are called on the test's thread. */
public record DeviceEditorPart(DeviceEditor part) {

	/** Opens the editor of a device by Enter on its row, once it is listed; its twin is read when this returns. */
	public static DeviceEditorPart open(HubView view, String deviceId) {
		Until.holds(deviceId + " to be listed", () -> view.names().contains(deviceId));
		view.select(deviceId);
		Ui.run(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
		return awaitOpen(deviceId).awaitRead();
	}

	/** Waits until the editor of a device is the one in front, and its twin is there. */
	public static DeviceEditorPart awaitOpen(String deviceId) {
		DeviceEditorPart opened = new DeviceEditorPart(Until.found("the editor of " + deviceId, () -> {
			IEditorPart active = HubView.page().getActiveEditor();
			return active instanceof DeviceEditor editor && deviceId.equals(editor.getTitle()) && editor.twin() != null ? editor : null;
		}));
		return opened;
	}

	/** Waits until the twin was read. */
	public DeviceEditorPart awaitRead() {
		Until.holds("the twin", () -> !document().get().isEmpty());
		return this;
	}

	/** The text that can be edited. */
	public String text() {
		return Objects.requireNonNull(Ui.get(() -> document().get()));
	}

	/** The document of it; use it on the UI thread. */
	public IDocument document() {
		return part.twin().getDocumentProvider().getDocument(part.getEditorInput());
	}

	/** Brings a page to the front, by its id; the twin by none. */
	public DeviceEditorPart showPage(String id) {
		Ui.run(() -> {
			if (id.isEmpty()) {
				part.setActiveEditor(part.twin());
			} else {
				part.setActivePage(id);
			}
		});
		return this;
	}

	/** Puts one piece of the text in the place of another, as typing does. */
	public DeviceEditorPart replace(String piece, String by) {
		Ui.run(() -> {
			String text = document().get();
			int at = text.indexOf(piece);
			if (at < 0) {
				throw new AssertionError(piece + " is not in " + text);
			}
			StyledText widget = (StyledText) part.twin().getAdapter(Control.class);
			part.twin().selectAndReveal(at, piece.length());
			widget.insert(by);
		});
		return this;
	}

	/** Saves as Ctrl+S does; what comes of it can be seen when this returns. */
	public DeviceEditorPart save() {
		Ui.run(() -> HubView.page().saveEditor(part, false));
		return this;
	}

	public boolean dirty() {
		return Boolean.TRUE.equals(Ui.get(part::isDirty));
	}

	/** What stands above the page in front; empty for nothing. */
	public String notice() {
		return Objects.requireNonNull(Ui.get(() -> {
			Control shown = notice(WidgetIds.REASON);
			return shown instanceof Text text ? text.getText() : "";
		}));
	}

	/** What can be seen of that name above the page in front. */
	private Control notice(String widgetId) {
		Control shown = find(folder(), control -> "editorNotice".equals(control.getData(WidgetIds.KEY)) && control.isVisible());
		return shown == null ? null : find(shown, control -> widgetId.equals(control.getData(WidgetIds.KEY)) && control.isVisible());
	}

	/** Whether this can be done about what stands above the page in front. */
	public boolean offers(Remedy remedy) {
		return Boolean.TRUE.equals(Ui.get(() -> notice(remedy.widgetId()) != null));
	}

	/** What the link says that does this about what stands above the page in front; null for none. On the UI thread. */
	public String remedy(Remedy remedy) {
		return notice(remedy.widgetId()) instanceof Link link ? link.getText() : null;
	}

	/** Does this about what stands above the page in front, once it is offered. */
	public DeviceEditorPart follow(Remedy remedy) {
		Control link = Until.found("the link of " + remedy, () -> notice(remedy.widgetId()));
		Ui.post(() -> link.notifyListeners(SWT.Selection, new Event()));
		return this;
	}

	/** Waits for what stands above the page. */
	public DeviceEditorPart awaitNotice(String what, Predicate<String> passes) {
		String[] last = { "" };
		try {
			Until.holds(what, () -> passes.test(last[0] = notice()));
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is \"" + last[0] + "\"", e);
		}
		return this;
	}

	/** The control of that name, on whatever page; on the UI thread. */
	public Control find(String widgetId) {
		return find(folder(), control -> widgetId.equals(control.getData(WidgetIds.KEY)));
	}

	/** The page that is in front; on the UI thread. */
	public Composite page() {
		return (Composite) ((CTabFolder) folder()).getSelection().getControl();
	}

	/** What has the pages. */
	private Composite folder() {
		Composite whole = ((Control) part.twin().getAdapter(Control.class)).getParent();
		while (!(whole instanceof CTabFolder)) {
			whole = whole.getParent();
		}
		return whole;
	}

	private static Control find(Control control, Predicate<Control> passes) {
		if (passes.test(control)) {
			return control;
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				Control found = find(child, passes);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** Closes it and forgets what is typed. */
	public void close() {
		Ui.run(() -> HubView.page().closeEditor(part, false));
	}
}
