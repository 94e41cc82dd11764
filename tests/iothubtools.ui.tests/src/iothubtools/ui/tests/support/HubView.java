// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.StatusLineManager;
import org.eclipse.jface.action.SubStatusLineManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

import iothubtools.core.operations.HubJob;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.view.IotHubView;

/** The IoT Hub view as a person uses it; hides it when closed. Methods are called on the test's thread. */
public final class HubView implements AutoCloseable {

	private final IotHubView view;
	private final Composite content;

	private HubView(IotHubView view, Composite content) {
		this.view = view;
		this.content = content;
	}

	/** Opens the view in the workbench, where nothing else is open. */
	public static HubView open() {
		return Ui.get(() -> {
			IWorkbenchPage page = page();
			IViewPart welcome = page.findView("org.eclipse.ui.internal.introview");
			if (welcome != null) {
				page.hideView(welcome);
			}
			try {
				IotHubView view = (IotHubView) page.showView(UiIds.VIEW);
				return new HubView(view, page.getWorkbenchWindow().getShell());
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	public static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
	}

	public IotHubView part() {
		return view;
	}

	/** Brings the view to the front of its stack. */
	public HubView activate() {
		Ui.run(() -> page().activate(view));
		return this;
	}

	/** Whether a command can be run in the view now. */
	public boolean isEnabled(String command) {
		return Boolean.TRUE.equals(Ui.get(() -> {
			page().activate(view);
			return view.getSite().getService(ICommandService.class).getCommand(command).isEnabled();
		}));
	}

	/** Waits until this many devices and hubs are rows of the table. */
	public void awaitRows(int count) {
		Until.holds(count + " rows", () -> find(WidgetIds.DEVICE_TREE) instanceof Table table && table.getItemCount() == count);
	}

	public void awaitStatus(String text) {
		await("status \"" + text + "\"", () -> status(), text::equals);
	}

	/** Waits until the value passes; says the last value when it does not. */
	private static void await(String what, Supplier<String> value, Predicate<String> passes) {
		String[] last = { "" };
		try {
			Until.holds(what, () -> passes.test(last[0] = value.get()));
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is \"" + last[0] + "\"", e);
		}
	}

	/** The line below the rows. */
	public String status() {
		return get(() -> find(WidgetIds.STATUS_LINE) instanceof Label line ? line.getText() : "");
	}

	/** What stands in the first column of all rows. */
	public List<String> names() {
		return column(0);
	}

	/** What stands in a column of all rows. */
	public List<String> column(int column) {
		return get(() -> find(WidgetIds.DEVICE_TREE) instanceof Table table
				? Arrays.stream(table.getItems()).map(item -> item.getText(column)).toList() : List.of());
	}

	/** What the line at the bottom of the window says for the view; on the UI thread. */
	public String statusLine() {
		return view.getViewSite().getActionBars().getStatusLineManager() instanceof SubStatusLineManager line ? statusLine(line) : "";
	}

	/** The same of any part; on the UI thread. */
	public static String statusLine(SubStatusLineManager line) {
		return line.getParent() instanceof StatusLineManager window && window.getControl() instanceof Composite control
						? Stream.of(control.getChildren()).filter(CLabel.class::isInstance).map(label -> ((CLabel) label).getText())
								.map(text -> text == null ? "" : text).findFirst().orElse("")
						: "";
	}

	public Table table() {
		return (Table) find(WidgetIds.DEVICE_TREE);
	}

	public void filter(String text) {
		Ui.run(() -> ((Text) find(WidgetIds.FILTER)).setText(text));
	}

	public void clickColumn(int column) {
		Ui.run(() -> table().getColumn(column).notifyListeners(SWT.Selection, new Event()));
	}

	/**
	 * Selects rows by their first column, as a person does who clicks them. Waits until all are there: a hub that is not loaded yet has a row
	 * that tells so, and a test that only counted rows would select nothing without a word.
	 */
	public void select(String... names) {
		List<String> missing = new ArrayList<>();
		try {
			Until.holds("rows to select", () -> {
				if (!(find(WidgetIds.DEVICE_TREE) instanceof Table table)) {
					return false;
				}
				int[] rows = IntStream.range(0, table.getItemCount())
						.filter(index -> List.of(names).contains(table.getItem(index).getText(0))).toArray();
				missing.clear();
				missing.addAll(List.of(names));
				IntStream.of(rows).forEach(row -> missing.remove(table.getItem(row).getText(0)));
				if (!missing.isEmpty()) {
					return false;
				}
				table.setSelection(rows);
				table.setFocus();
				table.notifyListeners(SWT.Selection, new Event());
				return true;
			});
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", without " + missing + " in " + names(), e);
		}
	}

	/** Brings a row to the top, as a person does who drags the scroll bar. */
	public void scrollTo(int row) {
		Ui.run(() -> {
			if (SWT.getPlatform().equals("gtk")) {
				table().getVerticalBar().setSelection(row * table().getItemHeight());
			} else {
				// the bar counts rows there, or moves none
				table().setTopIndex(row);
			}
		});
	}

	/** The row that lies on top, slide or not: the table's own top index may be the one a slide leads to. */
	public int topRow() {
		return get(() -> {
			Table table = table();
			TableItem item = table.getItem(new Point(1, table.getClientArea().y + table.getHeaderHeight() + 1));
			return item == null ? -1 : table.indexOf(item);
		});
	}

	/** The ids of the selected rows; none while the rows cannot be seen. */
	public List<String> selected() {
		return get(() -> find(WidgetIds.DEVICE_TREE) instanceof Table table
				? Arrays.stream(table.getSelection()).map(item -> item.getText(0)).toList() : List.of());
	}

	/** Runs a command as its menu entry does; comes back at once, even if a dialog opens. */
	public void command(String id) {
		Ui.post(() -> {
			page().activate(view);
			Commands.run(view.getSite(), id);
		});
	}

	/** Follows a link of the view. */
	public void follow(String widgetId) {
		Link link = (Link) Until.found("the link " + widgetId, () -> find(widgetId));
		Ui.post(() -> link.notifyListeners(SWT.Selection, new Event()));
	}

	/** Waits until the widget of that name is visible in the view. */
	public Control awaitVisible(String widgetId) {
		return Until.found(widgetId, () -> find(widgetId));
	}

	public boolean isVisible(String widgetId) {
		return get(() -> find(widgetId) != null);
	}

	/** The reason the error page or the error bar gives. */
	public String reason() {
		return get(() -> {
			Control reason = find(WidgetIds.REASON);
			return reason instanceof Text text ? text.getText() : "";
		});
	}

	/** The visible control of that name; on the UI thread. */
	private Control find(String widgetId) {
		return find(content, widgetId);
	}

	private static Control find(Control control, String widgetId) {
		return find(control, widgetId, true);
	}

	private static Control find(Control control, String widgetId, boolean onlyVisible) {
		if (onlyVisible && !control.isVisible()) {
			return null;
		}
		if (widgetId.equals(control.getData(WidgetIds.KEY))) {
			return control;
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				Control found = find(child, widgetId, onlyVisible);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** Waits until no work with a hub is going on. */
	public static void awaitQuiet() throws InterruptedException {
		Job.getJobManager().join(HubJob.FAMILY, null);
	}

	/** The titles of the windows and dialogs that are open besides the workbench. */
	public static List<String> dialogs() {
		return get(() -> {
			List<String> titles = new ArrayList<>();
			for (Shell shell : Ui.display().getShells()) {
				if (shell.isVisible() && shell != page().getWorkbenchWindow().getShell() && !shell.getText().isEmpty()) {
					titles.add(shell.getText());
				}
			}
			return titles;
		});
	}

	private static <T> T get(Supplier<T> what) {
		T value = Ui.get(what);
		assertNotNull(value);
		return value;
	}

	/** Hides the view, with nothing left in its memento that would change the next one. */
	@Override
	public void close() {
		Ui.run(() -> {
			if (find(content, WidgetIds.FILTER, false) instanceof Text filter
					&& find(content, WidgetIds.DEVICE_TREE, false) instanceof Table table) {
				filter.setText("");
				while (table.getSortColumn() != table.getColumn(0) || table.getSortDirection() != SWT.UP) {
					table.getColumn(0).notifyListeners(SWT.Selection, new Event());
				}
			}
			page().hideView(view);
		});
	}
}
