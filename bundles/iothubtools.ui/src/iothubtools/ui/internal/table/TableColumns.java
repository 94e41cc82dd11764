// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IMemento;

/** The columns of a table on the screen: resizable, movable, a click sorts. Widths and order are kept in the view's memento. */
public final class TableColumns<T> {

	private static final String WIDTH = "width.";
	private static final String ORDER = "columnOrder";
	private static final String HIDDEN = "columnHidden.";
	/** What {@link #SAMPLE} characters of the table's font took when the widths were kept. */
	private static final String FONT = "widthOfFont";
	/** Whether somebody has chosen the width of the column that has what the others leave. */
	private static final String CHOSEN = "widthChosen";
	private static final int SAMPLE = 100;
	private static final String SEPARATOR = ",";
	/** Beside the text of a head, in pixels: its margins, and the mark of the column that sorts. */
	private static final int BESIDE_HEAD = 32;

	private final Table table;
	private Columns<T> columns;
	private final Consumer<Column<T>> clicked;
	/** Where a column is hidden, the width it had; elsewhere 0. */
	private final List<Integer> widthsOfHidden = new ArrayList<>();
	private Runnable changed = () -> {
	};
	/** Null where no column has what the others leave. */
	private @Nullable SpareWidth spare;

	/** @param clicked is told the column that was clicked */
	public TableColumns(Table table, Columns<T> columns, Consumer<Column<T>> clicked) {
		this.table = table;
		this.columns = columns;
		this.clicked = clicked;
		columns.all().forEach(this::create);
		align();
	}

	private void create(Column<T> column) {
		TableColumn widget = new TableColumn(table, column.alignment());
		widget.setText(column.heading());
		widget.setWidth(firstWidth(table, column));
		widget.setMoveable(true);
		widget.addListener(SWT.Selection, event -> clicked.accept(column));
		widget.addListener(SWT.Move, event -> align());
		widthsOfHidden.add(0);
		hide(column, column.optional());
	}

	/**
	 * Gives a column what the others leave of the width of the table, until somebody chooses its width; where there is not room for all of them, to
	 * its right end, and those behind it are scrolled to. All of them have their first widths again: where the table was seen before, GTK has given the
	 * last one what is to be given here.
	 *
	 * @param least its width in any case, in pixels
	 */
	public void fill(Column<T> column, int least) {
		spare = new SpareWidth(table, table.getColumn(columns.indexOf(column)), least);
		reset();
	}

	private void setWidth(TableColumn widget, int width) {
		widget.setWidth(width);
		if (spare != null) {
			spare.set(widget, width);
		}
	}

	/** How wide a column is before anybody changed it, in pixels: as it says, and at least as its head, so that nobody has to guess at that. */
	static int firstWidth(Table table, Column<?> column) {
		GC gc = new GC(table);
		try {
			return Math.max(new PixelConverter(table).convertWidthInCharsToPixels(column.width()), gc.textExtent(column.heading()).x + BESIDE_HEAD);
		} finally {
			gc.dispose();
		}
	}

	/**
	 * Has other columns from now on. Those that stay are as they are, on the screen too; new ones are behind them. The rows have to be
	 * shown anew.
	 *
	 * @param next columns that stay, in the order they have, and then new ones
	 */
	public void change(Columns<T> next) {
		for (int i = columns.count() - 1; i >= 0; i--) {
			if (next.indexOf(columns.all().get(i)) < 0) {
				table.getColumn(i).dispose();
				widthsOfHidden.remove(i);
			}
		}
		columns = next;
		next.all().stream().skip(table.getColumnCount()).forEach(this::create);
		align();
		changed.run();
	}

	/** GTK gives the last column all room that is left: what begins at its right end would stand far from the row it is of. */
	private void align() {
		if (table.getColumnCount() != columns.count() || widthsOfHidden.size() != columns.count()) {
			// they are just being made
			return;
		}
		int last = Arrays.stream(table.getColumnOrder()).filter(index -> widthsOfHidden.get(index) == 0).reduce(0, (before, next) -> next);
		for (int i = 0; i < columns.count(); i++) {
			int alignment = i == last ? SWT.LEFT : columns.all().get(i).alignment();
			if (table.getColumn(i).getAlignment() != alignment) {
				table.getColumn(i).setAlignment(alignment);
			}
		}
	}

	/** @param listener told that other columns can be seen */
	public void whenChanged(Runnable listener) {
		changed = listener;
	}

	/** What the columns are. */
	public Columns<T> columns() {
		return columns;
	}

	/** Shows by which column the rows are sorted before all others; null for none. */
	public void mark(@Nullable SortKey<T> key) {
		table.setSortColumn(key == null ? null : table.getColumn(columns.indexOf(key.column())));
		table.setSortDirection(key == null ? SWT.NONE : key.descending() ? SWT.DOWN : SWT.UP);
	}

	/** Says something of a column when the mouse rests on its head. */
	public void explain(Column<T> column, String text) {
		table.getColumn(columns.indexOf(column)).setToolTipText(text);
	}

	/** Whether a column cannot be seen; also one that is not there yet. */
	public boolean isHidden(Column<T> column) {
		int index = columns.indexOf(column);
		return index < 0 || widthsOfHidden.get(index) > 0;
	}

	/** Hides a column, or shows it as it was before. The one that tells items apart stays. */
	public void hide(Column<T> column, boolean hidden) {
		int index = columns.indexOf(column);
		if (hidden == isHidden(column) || column.equals(columns.first())) {
			return;
		}
		TableColumn widget = table.getColumn(index);
		int width = widget.getWidth();
		widget.setResizable(!hidden);
		setWidth(widget, hidden ? 0 : widthsOfHidden.get(index));
		widthsOfHidden.set(index, hidden ? Math.max(1, width) : 0);
		align();
		if (spare != null) {
			spare.give();
		}
		changed.run();
	}

	/** The columns as they are before anybody changed them. */
	public void reset() {
		table.setColumnOrder(IntStream.range(0, columns.count()).toArray());
		for (Column<T> column : columns.all()) {
			hide(column, false);
			setWidth(table.getColumn(columns.indexOf(column)), firstWidth(table, column));
			hide(column, column.optional());
		}
		if (spare != null) {
			spare.begin(false);
		}
	}

	/** The texts of a row in the order the columns have on the screen, without those that are hidden. */
	public String[] inVisibleOrder(String[] texts) {
		return Arrays.stream(table.getColumnOrder()).filter(index -> widthsOfHidden.get(index) == 0).mapToObj(index -> texts[index])
				.toArray(String[]::new);
	}

	/** Keeps widths, order and what is hidden. */
	public void save(IMemento memento) {
		memento.putInteger(FONT, sample());
		for (int i = 0; i < columns.count(); i++) {
			Column<T> column = columns.all().get(i);
			memento.putInteger(WIDTH + column.id(), isHidden(column) ? widthsOfHidden.get(i) : table.getColumn(i).getWidth());
			memento.putBoolean(HIDDEN + column.id(), isHidden(column));
		}
		if (spare != null) {
			memento.putBoolean(CHOSEN, !spare.isGiven());
		}
		memento.putString(ORDER, Arrays.stream(table.getColumnOrder()).mapToObj(index -> columns.all().get(index).id())
				.collect(Collectors.joining(SEPARATOR)));
	}

	private int sample() {
		return new PixelConverter(table).convertWidthInCharsToPixels(SAMPLE);
	}

	/** Brings back what was kept; with another font the columns have room for as many characters as before. */
	public void restore(IMemento memento) {
		Integer before = memento.getInteger(FONT);
		double larger = before == null || before <= 0 ? 1 : sample() / (double) before;
		for (int i = 0; i < columns.count(); i++) {
			Column<T> column = columns.all().get(i);
			Integer width = memento.getInteger(WIDTH + column.id());
			Boolean hidden = memento.getBoolean(HIDDEN + column.id());
			hide(column, false);
			if (width != null && width > 0) {
				setWidth(table.getColumn(i), (int) Math.round(width * larger));
			}
			hide(column, hidden == null ? column.optional() : hidden);
		}
		String order = memento.getString(ORDER);
		if (order != null) {
			table.setColumnOrder(order(order));
		}
		if (spare != null) {
			spare.begin(Boolean.TRUE.equals(memento.getBoolean(CHOSEN)));
		}
	}

	/** The order as indices: columns that went are left out, and those that came since stand at the end. */
	private int[] order(String ids) {
		Stream<Column<T>> known = Arrays.stream(ids.split(SEPARATOR)).map(columns::find).filter(Objects::nonNull);
		return Stream.concat(known, columns.all().stream()).mapToInt(columns::indexOf).distinct().toArray();
	}
}
