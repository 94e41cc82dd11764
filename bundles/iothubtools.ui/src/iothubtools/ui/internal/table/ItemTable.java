// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

import iothubtools.ui.internal.WidgetIds;

/**
 * Things of one kind in rows that are sorted by their columns; what is selected stays so when there are others. Whoever has a list says its
 * columns, and what a thing is known by: jobs, what became of a task, methods that were run and the like.
 */
public final class ItemTable<T> {

	private final RowTable<ItemRow<T>> rows;
	private final TableColumns<T> heads;
	private final RowArranger<T> arranger;
	/** Rows on their way to the UI thread. */
	private final AtomicReference<@Nullable RowList<ItemRow<T>>> next = new AtomicReference<>();
	private volatile List<T> items = List.of();
	/** Whose row is selected as soon as it is there; null for nobody. */
	private @Nullable Object wanted;
	/** Whether the last column has room for its longest text. */
	private boolean fits;
	private BiConsumer<TableItem, T> images = (item, thing) -> {
		// most have none
	};

	/**
	 * A table with nothing in it, sorted by its first column. In the frame of a {@link TableFrame} its columns share the room; elsewhere they are
	 * as wide as they say, and can be hidden.
	 *
	 * @param style      {@link SWT#MULTI} or {@link SWT#SINGLE}, {@link SWT#BORDER}
	 * @param widgetId   what tests find it by
	 * @param accessible what it is, for screen readers
	 * @param key        what stays the same of a thing when it changes
	 */
	public ItemTable(Composite parent, int style, String widgetId, String accessible, Columns<T> columns, Function<T, Object> key) {
		rows = new RowTable<>(parent, style, table -> (item, row) -> paint(item, row.item()));
		TypeAhead.install(rows, this::beginning);
		Table table = WidgetIds.mark(rows.table(), widgetId);
		table.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = accessible));
		Display display = table.getDisplay();
		arranger = RowArranger.of(columns, arranging -> new RowList<ItemRow<T>>(List.of(RowSection.of(arranging.items(new Listed<>(items)), key))),
				list -> arranged(display, list));
		heads = new TableColumns<>(table, columns, this::sort);
		if (!TableFrame.share(heads, table)) {
			ColumnMenu.install(table, heads, this::chooseColumns);
		}
		CellToolTip.install(rows, heads);
		table.addListener(SWT.Dispose, event -> arranger.close());
		order(RowOrder.of(columns));
	}

	private String beginning(ItemRow<T> row) {
		return heads.columns().first().text(row.item());
	}

	private void paint(TableItem item, T thing) {
		item.setText(Arrays.stream(heads.columns().texts(thing)).map(text -> text.replaceAll("\\s+", " ")).toArray(String[]::new));
		images.accept(item, thing);
	}

	/** @param decorate gives a row that comes into sight its images */
	public ItemTable<T> withImages(BiConsumer<TableItem, T> decorate) {
		images = decorate;
		return this;
	}

	/** @param listener hears when other rows are selected, or the selected ones say something else */
	public ItemTable<T> whenSelected(Runnable listener) {
		widget().addListener(SWT.Selection, event -> listener.run());
		return this;
	}

	/** Gives a column what the others leave of the width of the table, and what it says itself at least; where it stands on its own. */
	public ItemTable<T> filling(Column<T> column) {
		heads.fill(column, TableColumns.firstWidth(widget(), column));
		return this;
	}

	/** Makes room for what the last column says to its end, in a frame: it tells why, and nothing is beside it. */
	public ItemTable<T> fitLast() {
		fits = true;
		return this;
	}

	/** The widget. */
	public Table widget() {
		return rows.table();
	}

	/** Shows these from now on. */
	public void show(List<T> newItems) {
		items = List.copyOf(newItems);
		arranger.arrange(arranger.order());
	}

	/** Shows these in other columns from now on, in the order in which they come. The columns may be asked for those before once more. */
	public void show(Columns<T> columns, List<T> newItems) {
		items = List.copyOf(newItems);
		rows.show(new RowList<>(List.of()));
		heads.change(columns);
		TableFrame.share(heads, widget());
		arranger.arrange(columns);
		order(RowOrder.asTheyCame());
	}

	/** What is shown, in the order in which it came. */
	public List<T> items() {
		return items;
	}

	/** Selects the row of a key, now or when it comes. */
	public void reveal(Object key) {
		wanted = key;
		arranger.arrange(arranger.order());
	}

	private void arranged(Display display, RowList<ItemRow<T>> list) {
		if (next.getAndSet(list) == null && !display.isDisposed()) {
			display.asyncExec(() -> {
				RowList<ItemRow<T>> latest = next.getAndSet(null);
				if (latest != null && !widget().isDisposed()) {
					show(latest);
				}
			});
		}
	}

	private void show(RowList<ItemRow<T>> list) {
		rows.show(list);
		if (fits) {
			TableFrame.fitLast(heads, widget(), list);
		}
		Object key = wanted;
		int[] found = key == null ? new int[0] : list.indicesOf(Set.of(key));
		if (key != null && found.length > 0 && found[0] < widget().getItemCount()) {
			wanted = null;
			rows.reveal(key);
		}
	}

	/** Sorts in another way. */
	public void order(RowOrder<T> order) {
		heads.mark(order.firstKey());
		arranger.arrange(order);
	}

	private void sort(Column<T> column) {
		order(arranger.order().clicked(column, heads.columns()));
	}

	/** Asks which columns are to be seen. */
	public void chooseColumns() {
		ColumnChooser.open(widget().getShell(), heads);
	}

	/** The selected ones in the order of their rows. */
	public List<T> selected() {
		return widget().isDisposed() ? List.of() : rows.selected().stream().map(ItemRow::item).toList();
	}

	/** The selected rows as lines of tab-separated columns, below a line of titles; empty if none is selected. */
	public String selectedAsText() {
		return asText(selected());
	}

	/** The same of all rows. */
	public String asText() {
		return asText(IntStream.range(0, rows.count()).mapToObj(rows::at).map(ItemRow::item).toList());
	}

	private String asText(List<T> some) {
		return some.isEmpty() ? "" : RowsText.of(some, heads);
	}

	/** What stands above the columns that can be seen, in their order. */
	public List<String> headings() {
		return List.of(heads.inVisibleOrder(heads.columns().headings()));
	}

	/** What stands in them, in the order of the rows. */
	public List<List<String>> texts() {
		return IntStream.range(0, rows.count()).mapToObj(row -> List.of(heads.inVisibleOrder(heads.columns().texts(rows.at(row).item())))).toList();
	}

	/** Selects all rows. */
	public void selectAll() {
		widget().selectAll();
		widget().notifyListeners(SWT.Selection, new Event());
	}

	/** Keeps columns and order. */
	public void save(IMemento memento) {
		heads.save(memento);
		RowOrderMemento.save(arranger.order(), memento);
	}

	/** Brings back what was kept. */
	public void restore(IMemento memento) {
		heads.restore(memento);
		order(RowOrderMemento.restore(memento, heads.columns()));
	}
}
