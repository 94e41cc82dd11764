// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowArranger;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.table.TableColumns;
import iothubtools.ui.tests.table.Thing.Group;

/** A window with a table of things, wired as a view does it. Methods are called on the test's thread. */
final class ThingTable implements AutoCloseable {

	private final Shell shell;
	private final RowTable<ItemRow<Thing>> rows;
	private final TableColumns<Thing> columns;
	private final RowArranger<Thing> arranger;
	private volatile List<Thing> things;
	private final AtomicInteger selections = new AtomicInteger();

	private ThingTable(List<Thing> things) {
		this.things = things;
		shell = new Shell(Ui.display());
		shell.setLayout(new FillLayout());
		rows = new RowTable<>(shell, SWT.MULTI, table -> (item, row) -> item.setText(Thing.COLUMNS.texts(row.item())));
		columns = new TableColumns<>(rows.table(), Thing.COLUMNS, this::clicked);
		arranger = RowArranger.of(Thing.COLUMNS, arranging -> Thing.rows(arranging.items(new Group("things", this.things))),
				this::arranged);
		rows.table().addListener(SWT.Selection, event -> selections.incrementAndGet());
		shell.setSize(400, 300);
		shell.open();
		arrange(arranger.order());
	}

	static ThingTable of(List<Thing> things) {
		ThingTable table = get(() -> new ThingTable(things));
		table.awaitRows(things.size());
		return table;
	}

	private void clicked(Column<Thing> column) {
		arrange(arranger.order().clicked(column, Thing.COLUMNS));
	}

	private void arrange(RowOrder<Thing> order) {
		columns.mark(order.firstKey());
		arranger.arrange(order);
	}

	private void arranged(RowList<ItemRow<Thing>> list) {
		Ui.post(() -> {
			if (!shell.isDisposed()) {
				rows.show(list);
			}
		});
	}

	void show(List<Thing> others) {
		things = others;
		arranger.itemsChanged();
	}

	void filter(String text) {
		arranger.arrange(arranger.order().withFilter(text));
	}

	void click(int column) {
		Ui.run(() -> table().getColumn(column).notifyListeners(SWT.Selection, new Event()));
	}

	/** Selects rows by name, as a person does who clicks them. */
	void select(String... names) {
		Ui.run(() -> {
			table().setSelection(IntStream.range(0, table().getItemCount())
					.filter(index -> Set.of(names).contains(table().getItem(index).getText())).toArray());
			table().notifyListeners(SWT.Selection, new Event());
		});
	}

	/** Brings a row to the top, as a person does who drags the scroll bar. */
	void scrollTo(int row) {
		Ui.run(() -> {
			if (SWT.getPlatform().equals("gtk")) {
				table().getVerticalBar().setSelection(row * table().getItemHeight());
			} else {
				table().setTopIndex(row);
			}
		});
	}

	void reveal(String name) {
		Ui.run(() -> rows.reveal(name));
	}

	List<String> names() {
		return get(() -> Arrays.stream(table().getItems()).map(TableItem::getText).toList());
	}

	List<String> selected() {
		return get(() -> rows.selected().stream().map(row -> row.item().name()).toList());
	}

	/** How often somebody was told of another selection. */
	int selections() {
		return selections.get();
	}

	/** What lies on top. */
	String top() {
		return get(() -> {
			TableItem item = table().getItem(new Point(1, table().getClientArea().y + table().getHeaderHeight() + 1));
			return item == null ? "" : item.getText();
		});
	}

	void awaitRows(int count) {
		Until.holds(count + " rows", () -> table().getItemCount() == count);
	}

	void awaitTop(String name) {
		Until.holds(name + " on top", () -> name.equals(top()));
	}

	TableColumns<Thing> columns() {
		return columns;
	}

	Table table() {
		return rows.table();
	}

	private static <T> T get(Supplier<T> what) {
		return Objects.requireNonNull(Ui.get(what));
	}

	@Override
	public void close() {
		arranger.close();
		Ui.run(shell::dispose);
	}
}
