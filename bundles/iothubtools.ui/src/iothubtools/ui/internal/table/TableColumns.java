// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IMemento;

/** The columns of a table on the screen: resizable, movable, a click sorts. Widths and order are kept in the view's memento. */
public final class TableColumns<T> {

	private static final String WIDTH = "width.";
	private static final String ORDER = "columnOrder";
	private static final String SEPARATOR = ",";

	private final Table table;
	private final Columns<T> columns;

	/** @param clicked is told the column that was clicked */
	public TableColumns(Table table, Columns<T> columns, Consumer<Column<T>> clicked) {
		this.table = table;
		this.columns = columns;
		for (Column<T> column : columns.all()) {
			TableColumn widget = new TableColumn(table, column.alignment());
			widget.setText(column.heading());
			widget.setWidth(column.width());
			widget.setMoveable(true);
			widget.addListener(SWT.Selection, event -> clicked.accept(column));
		}
	}

	/** What the columns are. */
	public Columns<T> columns() {
		return columns;
	}

	/** Shows by which column the rows are sorted before all others. */
	public void mark(SortKey<T> key) {
		table.setSortColumn(table.getColumn(columns.indexOf(key.column())));
		table.setSortDirection(key.descending() ? SWT.DOWN : SWT.UP);
	}

	/** The texts of a row in the order the columns have on the screen. */
	String[] inVisibleOrder(String[] texts) {
		return Arrays.stream(table.getColumnOrder()).mapToObj(index -> texts[index]).toArray(String[]::new);
	}

	/** Keeps widths and order. */
	public void save(IMemento memento) {
		for (int i = 0; i < columns.count(); i++) {
			memento.putInteger(WIDTH + columns.all().get(i).id(), table.getColumn(i).getWidth());
		}
		memento.putString(ORDER, Arrays.stream(table.getColumnOrder()).mapToObj(index -> columns.all().get(index).id())
				.collect(Collectors.joining(SEPARATOR)));
	}

	/** Brings back what was kept. */
	public void restore(IMemento memento) {
		for (int i = 0; i < columns.count(); i++) {
			Integer width = memento.getInteger(WIDTH + columns.all().get(i).id());
			if (width != null && width > 0) {
				table.getColumn(i).setWidth(width);
			}
		}
		String order = memento.getString(ORDER);
		if (order != null) {
			table.setColumnOrder(order(order));
		}
	}

	/** The order as indices: columns that went are left out, and those that came since stand at the end. */
	private int[] order(String ids) {
		Stream<Column<T>> known = Arrays.stream(ids.split(SEPARATOR)).map(columns::find).filter(Objects::nonNull);
		return Stream.concat(known, columns.all().stream()).mapToInt(columns::indexOf).distinct().toArray();
	}
}
