// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Arrays;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IMemento;

/** The columns of the table: resizable, movable, a click sorts. Widths and order are kept in the view's memento. */
public final class TableColumns {

	private static final String WIDTH = "width.";
	private static final String ORDER = "columnOrder";
	private static final String SEPARATOR = ",";

	private final Table table;
	private final BiConsumer<DeviceColumn, Boolean> sort;

	/** @param sort is told the column that was clicked and whether it is to be sorted descending */
	public TableColumns(Table table, BiConsumer<DeviceColumn, Boolean> sort) {
		this.table = table;
		this.sort = sort;
		for (DeviceColumn column : DeviceColumn.values()) {
			TableColumn widget = new TableColumn(table, SWT.NONE);
			widget.setText(column.title());
			widget.setWidth(column.defaultWidth());
			widget.setMoveable(true);
			widget.addListener(SWT.Selection, event -> clicked(widget, column));
		}
	}

	private void clicked(TableColumn widget, DeviceColumn column) {
		sort.accept(column, table.getSortColumn() == widget && table.getSortDirection() == SWT.UP);
	}

	/** Shows by which column the rows are sorted. */
	void mark(DeviceColumn column, boolean descending) {
		table.setSortColumn(table.getColumn(column.ordinal()));
		table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
	}

	/** The texts of a row in the order the columns have on the screen. */
	String[] inVisibleOrder(String[] texts) {
		return Arrays.stream(table.getColumnOrder()).mapToObj(index -> texts[index]).toArray(String[]::new);
	}

	public void save(IMemento memento) {
		for (DeviceColumn column : DeviceColumn.values()) {
			memento.putInteger(WIDTH + column.name(), table.getColumn(column.ordinal()).getWidth());
		}
		memento.putString(ORDER, String.join(SEPARATOR,
				Arrays.stream(table.getColumnOrder()).mapToObj(index -> DeviceColumn.values()[index].name()).toList()));
	}

	public void restore(IMemento memento) {
		for (DeviceColumn column : DeviceColumn.values()) {
			Integer width = memento.getInteger(WIDTH + column.name());
			if (width != null && width > 0) {
				table.getColumn(column.ordinal()).setWidth(width);
			}
		}
		int[] order = order(memento.getString(ORDER));
		if (order != null) {
			table.setColumnOrder(order);
		}
	}

	/** The order as indices; null when it names other columns than there are, as one kept by another version may. */
	private static int @Nullable [] order(@Nullable String names) {
		if (names == null) {
			return null;
		}
		DeviceColumn[] columns = DeviceColumn.values();
		int[] order = Arrays.stream(names.split(SEPARATOR))
				.flatMapToInt(name -> Arrays.stream(columns).filter(column -> column.name().equals(name))
						.mapToInt(DeviceColumn::ordinal))
				.distinct().toArray();
		return order.length == columns.length ? order : null;
	}
}
