// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;

/** A table to read and to copy from, of as many things as there are; only those in sight take time. */
final class ItemTable<T> {

	/** What is known of each thing under a title. */
	record Column<T>(String title, Function<T, String> text) {
	}

	private static final int WIDTH = 600;
	/** Rows whose texts say how wide a column is. */
	private static final int MEASURED = 100;
	private static final int MOST_CHARS = 60;
	private static final int MARGIN = 24;
	/** The header has no height before there are columns; it is higher than a row. */
	private static final int HEADER_LINES = 2;

	private final Table table;
	private List<Column<T>> columns = List.of();
	private List<T> items = List.of();

	/**
	 * @param name  for screen readers
	 * @param lines how many are seen at least
	 */
	ItemTable(Composite parent, String id, String name, int lines) {
		table = WidgetIds.mark(new Table(parent, SWT.BORDER | SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION), id);
		table.setHeaderVisible(true);
		Fields.accessibleName(table, name);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, table.getItemHeight() * (lines + HEADER_LINES)).applyTo(table);
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.KeyDown, this::key);
		table.addListener(SWT.MouseHover, this::hover);
		Menu menu = new Menu(table);
		MenuItem copy = new MenuItem(menu, SWT.PUSH);
		copy.setText(Messages.Copy);
		copy.addListener(SWT.Selection, event -> copy());
		menu.addListener(SWT.Show, event -> copy.setEnabled(table.getSelectionCount() > 0));
		table.setMenu(menu);
	}

	/** Gives it the focus. */
	void setFocus() {
		table.setFocus();
	}

	/** Shows other things. */
	void show(List<Column<T>> newColumns, List<T> newItems) {
		boolean otherColumns = !titles(columns).equals(titles(newColumns));
		columns = List.copyOf(newColumns);
		items = List.copyOf(newItems);
		table.setRedraw(false);
		try {
			table.setItemCount(0);
			if (otherColumns) {
				Arrays.stream(table.getColumns()).forEach(TableColumn::dispose);
				columns.forEach(column -> new TableColumn(table, SWT.NONE).setText(column.title()));
			}
			table.setItemCount(items.size());
			setWidths();
		} finally {
			table.setRedraw(true);
		}
	}

	private static <T> List<String> titles(List<Column<T>> columns) {
		return columns.stream().map(Column::title).toList();
	}

	private void setWidths() {
		GC gc = new GC(table);
		int most = (int) (gc.getFontMetrics().getAverageCharacterWidth() * MOST_CHARS);
		for (int i = 0; i < columns.size(); i++) {
			Column<T> column = columns.get(i);
			int widest = Stream.concat(Stream.of(column.title()), items.stream().limit(MEASURED).map(item -> text(column, item)))
					.mapToInt(text -> gc.textExtent(text).x).max().orElse(0);
			// the last one tells why, and nothing is beside it
			table.getColumn(i).setWidth(MARGIN + (i == columns.size() - 1 ? widest : Math.min(most, widest)));
		}
		gc.dispose();
	}

	private static <T> String text(Column<T> column, T item) {
		return column.text().apply(item).replaceAll("\\s+", " ");
	}

	private void fill(Event event) {
		if (event.item instanceof TableItem item && event.index >= 0 && event.index < items.size()) {
			T shown = items.get(event.index);
			item.setText(columns.stream().map(column -> text(column, shown)).toArray(String[]::new));
		}
	}

	/** The last text of a row, which tells why and may be longer than the window is wide. */
	private void hover(Event event) {
		TableItem item = table.getItem(new Point(event.x, event.y));
		int index = item == null ? -1 : table.indexOf(item);
		table.setToolTipText(index < 0 || index >= items.size() ? null : columns.get(columns.size() - 1).text().apply(items.get(index)));
	}

	private void key(Event event) {
		if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
			copy();
		} else if (event.stateMask == SWT.MOD1 && event.keyCode == 'a') {
			table.selectAll();
		}
	}

	private void copy() {
		Clipboards.copy(text(IntStream.of(table.getSelectionIndices()).mapToObj(items::get).toList()));
	}

	/** All of it, as lines of texts separated by tabs. */
	String text() {
		return text(items);
	}

	private String text(List<T> some) {
		if (some.isEmpty()) {
			return "";
		}
		return Stream.concat(Stream.of(String.join("\t", titles(columns))),
				some.stream().map(item -> columns.stream().map(column -> text(column, item)).collect(Collectors.joining("\t"))))
				.collect(Collectors.joining(System.lineSeparator()));
	}
}
