// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PartInitException;

import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.query.QueryView;
import iothubtools.ui.internal.query.QueryViews;

/** A query view as a person uses it; hides all of them when closed. */
public record QueryPart(QueryView part) implements AutoCloseable {

	/** Opens one for a hub. */
	public static QueryPart open(HubConnection connection) {
		return Ui.get(() -> {
			try {
				return new QueryPart(QueryViews.open(HubView.page(), connection));
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	/** The one that is open, once it is. */
	public static QueryPart only() {
		return new QueryPart(Until.found("a query view", () -> {
			for (IViewReference view : HubView.page().getViewReferences()) {
				if (view.getView(true) instanceof QueryView query) {
					return query;
				}
			}
			return null;
		}));
	}

	/** Types a query instead of what is there. */
	public QueryPart type(String query) {
		Ui.run(() -> {
			StyledText text = (StyledText) find(WidgetIds.QUERY_TEXT);
			text.setFocus();
			text.setText(query);
			text.setCaretOffset(query.length());
		});
		return this;
	}

	public String typed() {
		return Ui.get(() -> ((StyledText) find(WidgetIds.QUERY_TEXT)).getText());
	}

	public StyledText text() {
		return Ui.get(() -> (StyledText) find(WidgetIds.QUERY_TEXT));
	}

	/** Types a query and runs it, as M1+Enter does. */
	public QueryPart run(String query) {
		type(query);
		command(UiIds.RUN_QUERY);
		return this;
	}

	/** Runs a command as its key would in this view. */
	public void command(String id) {
		PartScope.command(part, id);
	}

	/** The same without waiting, as a dialog opens. */
	public void post(String id) {
		PartScope.post(part, id);
	}

	/** Waits until the line below the rows says this. */
	public String awaitStatus(Predicate<String> passes) {
		return PartScope.await("status", () -> find(WidgetIds.QUERY_STATUS) instanceof Label line ? line.getText() : "", passes);
	}

	/** Waits until the line below the query says this. */
	public String awaitNotice(Predicate<String> passes) {
		return PartScope.await("notice", this::shownNotice, passes);
	}

	/** Empty while there is none. */
	public String notice() {
		return Ui.get(this::shownNotice);
	}

	private String shownNotice() {
		return find(WidgetIds.QUERY_NOTICE) instanceof Composite notice && notice.isVisible()
				&& PartScope.find(notice, WidgetIds.REASON) instanceof Text text ? text.getText() : "";
	}

	/** Clicks a link that may open a dialog. */
	public void follow(String id) {
		Until.holds(id, () -> find(id) instanceof Link link && link.isVisible());
		Ui.post(() -> find(id).notifyListeners(SWT.Selection, new Event()));
	}

	/** Clicks a link. */
	public void click(String id) {
		Until.holds(id, () -> find(id) instanceof Link link && link.isVisible());
		Ui.run(() -> find(id).notifyListeners(SWT.Selection, new Event()));
	}

	public Table table() {
		return Ui.get(() -> (Table) find(WidgetIds.QUERY_RESULT));
	}

	/** Waits until the table has so many rows. */
	public QueryPart awaitRows(int rows) {
		Until.holds(rows + " rows", () -> find(WidgetIds.QUERY_RESULT) instanceof Table table && table.getItemCount() == rows);
		return this;
	}

	/** The headings of the columns that can be seen. */
	public List<String> headings() {
		return Ui.get(() -> Arrays.stream(((Table) find(WidgetIds.QUERY_RESULT)).getColumns()).filter(column -> column.getWidth() > 0)
				.map(TableColumn::getText).toList());
	}

	/** What stands below a heading. */
	public List<String> column(String heading) {
		return Ui.get(() -> {
			Table table = (Table) find(WidgetIds.QUERY_RESULT);
			int index = Arrays.stream(table.getColumns()).map(TableColumn::getText).toList().indexOf(heading);
			return Arrays.stream(table.getItems()).map(item -> item.getText(index)).toList();
		});
	}

	/** Selects rows as a click does. */
	public QueryPart select(int... rows) {
		Ui.run(() -> {
			Table table = (Table) find(WidgetIds.QUERY_RESULT);
			table.setFocus();
			table.setSelection(rows);
			table.notifyListeners(SWT.Selection, new Event());
		});
		return this;
	}

	public Combo hubs() {
		return Ui.get(() -> (Combo) find(WidgetIds.QUERY_HUB));
	}

	public Control find(String id) {
		return PartScope.find(id);
	}

	@Override
	public void close() {
		closeAll();
	}

	/** Hides all query views. */
	public static void closeAll() {
		PartScope.closeAll(UiIds.QUERY_VIEW);
	}
}
