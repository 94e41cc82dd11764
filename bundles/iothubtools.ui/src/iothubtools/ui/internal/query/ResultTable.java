// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.XMLMemento;

import iothubtools.core.queries.QueryResult;
import iothubtools.core.queries.ResultRow;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.CellToolTip;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.ColumnChooser;
import iothubtools.ui.internal.table.ColumnMenu;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowArranger;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.RowOrderMemento;
import iothubtools.ui.internal.table.RowSection;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.table.RowsText;
import iothubtools.ui.internal.table.TableColumns;
import iothubtools.ui.internal.table.TypeAhead;

/**
 * The rows of a result. Other columns, which come with another query or with rows that have more than those before, are another table; what a
 * person has made of columns that stay is kept.
 */
final class ResultTable {

	/** The table of some columns, with what sorts its rows. */
	private record Shown(Columns<ResultRow> columns, TableColumns<ResultRow> heads, RowTable<ItemRow<ResultRow>> rows,
			RowArranger<ResultRow> arranger) {
	}

	private final Composite parent;
	private final Consumer<Table> made;
	private final Runnable selected;
	/** Rows on their way to the UI thread. */
	private final AtomicReference<@Nullable RowList<ItemRow<ResultRow>>> next = new AtomicReference<>();
	private volatile QueryResult result = new QueryResult("");
	private @Nullable Shown shown;
	private List<String> paths = List.of();

	/**
	 * @param made     is given each new table, to add menus and the like
	 * @param selected hears when other rows are selected
	 */
	ResultTable(Composite parent, Consumer<Table> made, Runnable selected) {
		this.parent = parent;
		this.made = made;
		this.selected = selected;
	}

	/** Shows a result, or what has come since. On the UI thread. */
	void show(QueryResult newResult) {
		boolean other = newResult != result;
		result = newResult;
		List<String> now = newResult.paths();
		Shown before = shown;
		if (before == null || !now.equals(paths)) {
			paths = now;
			shown = table(ResultColumns.of(newResult), before, !other);
		} else if (other) {
			before.arranger().arrange(before.arranger().order());
		} else {
			before.arranger().itemsChanged();
		}
	}

	/** @param keep whether widths, hidden columns and sorting are those of the table before: it is the same result with more columns */
	private Shown table(Columns<ResultRow> columns, @Nullable Shown before, boolean keep) {
		XMLMemento kept = XMLMemento.createWriteRoot("columns");
		boolean focused = false;
		if (before != null) {
			focused = before.rows().table().isFocusControl();
			before.heads().save(kept);
			RowOrderMemento.save(before.arranger().order(), kept);
			before.arranger().close();
			before.rows().table().dispose();
		}
		RowTable<ItemRow<ResultRow>> rows = new RowTable<>(parent, SWT.MULTI, table -> (item, row) -> item.setText(columns.texts(row.item())));
		TypeAhead.install(rows, row -> columns.first().text(row.item()));
		Table table = WidgetIds.mark(rows.table(), WidgetIds.QUERY_RESULT);
		Fields.accessibleName(table, Messages.Result_accessible);
		RowArranger<ResultRow> arranger = RowArranger.of(columns,
				arranging -> new RowList<ItemRow<ResultRow>>(List.of(RowSection.of(arranging.items(new ResultRows(result.pages())), ResultRow::number))),
				list -> arranged(table, list));
		TableColumns<ResultRow> heads = new TableColumns<>(table, columns, column -> sort(column));
		RowOrder<ResultRow> order = RowOrder.of(columns);
		if (before != null && keep && before.columns().count() > 1) {
			heads.restore(kept);
			order = RowOrderMemento.restore(kept, columns);
		}
		heads.mark(order.firstKey());
		arranger.arrange(order);
		CellToolTip.install(rows, heads);
		ColumnMenu.install(table, heads, this::chooseColumns);
		table.addListener(SWT.Selection, event -> selected.run());
		made.accept(table);
		parent.layout();
		if (focused) {
			table.setFocus();
		}
		selected.run();
		return new Shown(columns, heads, rows, arranger);
	}

	private void arranged(Table table, RowList<ItemRow<ResultRow>> list) {
		if (next.getAndSet(list) == null && !table.isDisposed()) {
			table.getDisplay().asyncExec(() -> {
				RowList<ItemRow<ResultRow>> latest = next.getAndSet(null);
				Shown now = shown;
				if (latest != null && now != null && !now.rows().table().isDisposed()) {
					now.rows().show(latest);
				}
			});
		}
	}

	private void sort(Column<ResultRow> column) {
		Shown now = shown;
		if (now != null) {
			RowOrder<ResultRow> order = now.arranger().order().clicked(column, now.columns());
			now.heads().mark(order.firstKey());
			now.arranger().arrange(order);
		}
	}

	/** Asks which columns are to be seen. */
	void chooseColumns() {
		Shown now = shown;
		if (now != null) {
			ColumnChooser.open(parent.getShell(), now.heads());
		}
	}

	QueryResult result() {
		return result;
	}

	/** The selected rows in their order. */
	List<ResultRow> selected() {
		Shown now = shown;
		return now == null || now.rows().table().isDisposed() ? List.of() : now.rows().selected().stream().map(ItemRow::item).toList();
	}

	/** The selected rows as lines of tab-separated columns, below a line of titles. */
	String selectedAsText() {
		Shown now = shown;
		return now == null ? "" : RowsText.of(selected(), now.heads());
	}

	void selectAll() {
		Shown now = shown;
		if (now != null) {
			now.rows().table().selectAll();
			now.rows().table().notifyListeners(SWT.Selection, new Event());
		}
	}

	boolean setFocus() {
		Shown now = shown;
		return now != null && now.rows().table().setFocus();
	}

	void close() {
		Shown now = shown;
		if (now != null) {
			now.arranger().close();
		}
	}
}
