// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
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

/** Things of one kind in rows that are sorted by their columns; what is selected stays so when they are listed anew. */
final class ListTable<T> {

	private final Columns<T> columns;
	private final RowTable<ItemRow<T>> rows;
	private final TableColumns<T> heads;
	private final RowArranger<T> arranger;
	/** Rows on their way to the UI thread. */
	private final AtomicReference<@Nullable RowList<ItemRow<T>>> next = new AtomicReference<>();
	private volatile List<T> items = List.of();
	/** Whose row is selected as soon as it is there; null for nobody. */
	private @Nullable Object wanted;

	/**
	 * @param decorate gives a row that comes into sight its images
	 * @param selected hears when other rows are selected
	 */
	ListTable(Composite parent, String widgetId, String accessible, Columns<T> columns, Function<T, Object> key, BiConsumer<TableItem, T> decorate,
			Runnable selected) {
		this.columns = columns;
		rows = new RowTable<>(parent, table -> (item, row) -> {
			item.setText(columns.texts(row.item()));
			decorate.accept(item, row.item());
		});
		TypeAhead.install(rows, row -> columns.first().text(row.item()));
		Table table = WidgetIds.mark(rows.table(), widgetId);
		Fields.accessibleName(table, accessible);
		arranger = RowArranger.of(columns, arranging -> new RowList<ItemRow<T>>(List.of(RowSection.of(arranging.items(new Listed<>(items)), key))),
				this::arranged);
		heads = new TableColumns<>(table, columns, this::sort);
		ColumnMenu.install(table, heads, this::chooseColumns);
		table.addListener(SWT.Selection, event -> selected.run());
		table.addListener(SWT.Dispose, event -> arranger.close());
		order(RowOrder.of(columns));
	}

	Table widget() {
		return rows.table();
	}

	/** Shows these from now on. */
	void show(List<T> newItems) {
		items = List.copyOf(newItems);
		arranger.arrange(arranger.order());
	}

	/** What is shown, in the order in which it came. */
	List<T> items() {
		return items;
	}

	/** Selects the row of a key, now or when it comes. */
	void reveal(Object newWanted) {
		wanted = newWanted;
		arranger.arrange(arranger.order());
	}

	private void arranged(RowList<ItemRow<T>> list) {
		if (next.getAndSet(list) == null && !widget().isDisposed()) {
			widget().getDisplay().asyncExec(() -> {
				RowList<ItemRow<T>> latest = next.getAndSet(null);
				if (latest != null && !widget().isDisposed()) {
					rows.show(latest);
					Object key = wanted;
					if (key != null && latest.indicesOf(Set.of(key)).length > 0 && widget().getItemCount() == latest.size()) {
						wanted = null;
						rows.reveal(key);
					}
				}
			});
		}
	}

	/** Sorts in another way. */
	void order(RowOrder<T> order) {
		heads.mark(order.firstKey());
		arranger.arrange(order);
	}

	private void sort(Column<T> column) {
		order(arranger.order().clicked(column, columns));
	}

	/** Asks which columns are to be seen. */
	void chooseColumns() {
		ColumnChooser.open(widget().getShell(), heads);
	}

	/** The selected ones in the order of their rows. */
	List<T> selected() {
		return widget().isDisposed() ? List.of() : rows.selected().stream().map(ItemRow::item).toList();
	}

	/** The selected rows as lines of tab-separated columns, below a line of titles. */
	String selectedAsText() {
		return RowsText.of(selected(), heads);
	}

	void selectAll() {
		widget().selectAll();
		widget().notifyListeners(SWT.Selection, new Event());
	}

	void save(IMemento memento) {
		heads.save(memento);
		RowOrderMemento.save(arranger.order(), memento);
	}

	void restore(IMemento memento) {
		heads.restore(memento);
		order(RowOrderMemento.restore(memento, columns));
	}
}
