// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.commands.Command;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;

import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.jobs.HubListView;
import iothubtools.ui.internal.jobs.ListViews;

/** A view of jobs or configurations as a person uses it; hides all of them when closed. */
public final class ListPart implements AutoCloseable {

	private final String viewId;
	private final HubListView<?> part;

	private ListPart(String viewId, HubListView<?> part) {
		this.viewId = viewId;
		this.part = part;
	}

	/** Opens the jobs of a hub. */
	public static ListPart jobs(HubConnection connection) {
		return open(UiIds.JOBS_VIEW, connection);
	}

	/** Opens the configurations of a hub. */
	public static ListPart configurations(HubConnection connection) {
		return open(UiIds.CONFIGURATIONS_VIEW, connection);
	}

	private static ListPart open(String viewId, HubConnection connection) {
		return new ListPart(viewId, Ui.get(() -> {
			try {
				return ListViews.open(HubView.page(), viewId, connection);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		}));
	}

	/** The one that is open, once it is. */
	public static ListPart only(String viewId) {
		return new ListPart(viewId, Until.found(viewId, () -> {
			for (IViewReference view : HubView.page().getViewReferences()) {
				if (view.getId().equals(viewId) && view.getView(false) instanceof HubListView<?> list) {
					return list;
				}
			}
			return null;
		}));
	}

	public HubListView<?> part() {
		return part;
	}

	/** Waits until the rows are so. */
	public ListPart await(String what, Predicate<Table> passes) {
		Until.holds(what, () -> find(tableId()) instanceof Table table && passes.test(table));
		return this;
	}

	private String tableId() {
		return viewId.equals(UiIds.JOBS_VIEW) ? WidgetIds.JOBS : WidgetIds.CONFIGURATIONS;
	}

	/** The texts of a row by the headings; empty where there is none; on the UI thread. */
	public static Map<String, String> row(Table table, String first) {
		TableColumn[] heads = table.getColumns();
		return Arrays.stream(table.getItems()).filter(item -> item.getText(0).equals(first)).findFirst()
				.map(item -> IntStream.range(0, heads.length).boxed().collect(Collectors.toMap(index -> heads[index].getText(), item::getText)))
				.orElse(Map.of());
	}

	/** Waits until a row says this below a heading. */
	public ListPart await(String first, String heading, String text) {
		String[] last = { "" };
		try {
			return await(first, table -> text.equals(last[0] = row(table, first).getOrDefault(heading, "")));
		} catch (AssertionError e) {
			throw new AssertionError(heading + " of " + first + " is \"" + last[0] + "\" and not \"" + text + "\"", e);
		}
	}

	/** Selects rows as a click does. */
	public ListPart select(String... firsts) {
		return await("rows to select", table -> {
			int[] rows = IntStream.range(0, table.getItemCount()).filter(index -> List.of(firsts).contains(table.getItem(index).getText(0))).toArray();
			if (rows.length < firsts.length) {
				return false;
			}
			table.setFocus();
			table.setSelection(rows);
			table.notifyListeners(SWT.Selection, new Event());
			return true;
		});
	}

	/** The selected rows by their first column. */
	public List<String> selected() {
		return Ui.get(() -> Arrays.stream(((Table) find(tableId())).getSelection()).map(item -> item.getText(0)).toList());
	}

	/** The rows of another table of the view, each as its texts; on any thread. */
	public List<String> rows(String id, int... columns) {
		return Ui.get(() -> find(id) instanceof Table table ? Arrays.stream(table.getItems())
				.map(item -> IntStream.of(columns).mapToObj(item::getText).collect(Collectors.joining(" | "))).toList() : List.of());
	}

	/** Selects a row of another table of the view. */
	public void selectRow(String id, int row) {
		Ui.run(() -> ((Table) find(id)).select(row));
	}

	/** The rows of another table that are selected, by their first column. */
	public List<String> selectedRows(String id) {
		return Ui.get(() -> Arrays.stream(((Table) find(id)).getSelection()).map(item -> item.getText(0)).toList());
	}

	/** What a text of the view says. */
	public String text(String id) {
		return Ui.get(() -> find(id) instanceof Text text ? text.getText() : "");
	}

	/** Waits until the line below the rows says this. */
	public String awaitStatus(Predicate<String> passes) {
		String id = viewId.equals(UiIds.JOBS_VIEW) ? WidgetIds.JOBS_STATUS : WidgetIds.CONFIGURATIONS_STATUS;
		return PartScope.await("status", () -> find(id) instanceof Label line ? line.getText() : "", passes);
	}

	/** Waits until what is said above the rows is so; empty while there is nothing. */
	public String awaitNotice(Predicate<String> passes) {
		String id = viewId.equals(UiIds.JOBS_VIEW) ? WidgetIds.JOBS_NOTICE : WidgetIds.CONFIGURATIONS_NOTICE;
		return PartScope.await("notice", () -> find(id) instanceof Composite notice && notice.isVisible()
				&& PartScope.find(notice, WidgetIds.REASON) instanceof Text text ? text.getText() : "", passes);
	}

	/** Follows the link that says this. */
	public void follow(String words) {
		Link link = Until.found(words, () -> {
			for (Shell shell : Ui.display().getShells()) {
				Link found = link(shell, words);
				if (found != null) {
					return found;
				}
			}
			return null;
		});
		Ui.post(() -> link.notifyListeners(SWT.Selection, new Event()));
	}

	private static Link link(Composite parent, String words) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Link link && link.isVisible() && link.getText().contains(words)) {
				return link;
			}
			Link found = child instanceof Composite composite ? link(composite, words) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** Runs a command as its key would in this view; does not wait. */
	public void post(String id) {
		PartScope.post(part, id);
	}

	/** Whether a command can be run now. */
	public boolean isEnabled(String id) {
		return Boolean.TRUE.equals(Ui.get(() -> {
			HubView.page().activate(part);
			Command command = part.getSite().getService(ICommandService.class).getCommand(id);
			return command.isHandled() && command.isEnabled();
		}));
	}

	/** Whether a button of the tool bar can be pressed, by what its tool tip begins with; on the UI thread. */
	public boolean canPress(String toolTip) {
		ToolBar bar = ((ToolBarManager) part.getViewSite().getActionBars().getToolBarManager()).getControl();
		return Arrays.stream(bar.getItems()).filter(item -> item.getToolTipText() != null && item.getToolTipText().startsWith(toolTip)).findFirst()
				.orElseThrow(() -> new AssertionError("No tool " + toolTip)).isEnabled();
	}

	/** What the tab says. */
	public String name() {
		return Ui.get(part::getPartName);
	}

	/** What has this id, in whichever window; on the UI thread. */
	public Control find(String id) {
		return PartScope.find(id);
	}

	@Override
	public void close() {
		PartScope.closeAll(Objects.requireNonNull(viewId));
	}
}
