// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/**
 * Gives one column of a table the width that the others leave, until somebody makes it wider or narrower: the one that says most. It has its least
 * in any case; where the table is too narrow for all of them at that, those that stand behind it are the ones to be scrolled to.
 * <p>
 * GTK makes the last column as wide as there is room, and does so before it tells that the table has become wider: what it adds is to be given here.
 */
final class SpareWidth {

	private static final int NONE = -1;
	/** By how many pixels what GTK fills may seem to be wider than the table. */
	private static final int ROUNDING = 2;

	private final Table table;
	private final TableColumn column;
	private final int least;
	/** What columns have without what GTK adds, in pixels. */
	private final Map<TableColumn, Integer> own = new IdentityHashMap<>();
	/** The width that it was given last; {@link #NONE} for none. */
	private int given = NONE;
	/** Whether it was the last one that is seen when it was given it, which GTK makes as wide as there is room. */
	private boolean last;
	/** Whether somebody has chosen its width. */
	private boolean chosen;
	private boolean asked;

	/**
	 * Gives it, from {@link #begin} on.
	 *
	 * @param least in pixels
	 */
	SpareWidth(Table table, TableColumn column, int least) {
		this.table = table;
		this.column = column;
		this.least = least;
		table.addListener(SWT.Resize, event -> giveSoon());
	}

	/** Not while GTK lays the table out, of which the event tells: it may forget a width that is set meanwhile. */
	private void giveSoon() {
		if (!asked) {
			asked = true;
			table.getDisplay().asyncExec(() -> {
				asked = false;
				give();
			});
		}
	}

	/** Whether the column has what is left, and nobody has chosen its width. */
	boolean isGiven() {
		if (!chosen && given != NONE && !last && !isLast(seen())) {
			int now = column.getWidth();
			chosen = now > 0 && now != given;
		}
		return !chosen;
	}

	/** A column was made so wide, in pixels. */
	void set(TableColumn one, int width) {
		own.put(one, width);
	}

	/** Begins anew, with widths that were set or brought back. */
	void begin(boolean isChosen) {
		chosen = isChosen;
		given = NONE;
		give();
	}

	/** Gives what is left now. */
	void give() {
		if (column.isDisposed() || column.getWidth() == 0 || !isGiven()) {
			return;
		}
		int room = room();
		int[] seen = seen();
		int place = IntStream.range(0, seen.length).filter(index -> seen[index] == table.indexOf(column)).findFirst().orElse(0);
		int before = IntStream.range(0, place).map(index -> width(seen[index])).sum();
		boolean filled = Arrays.stream(seen).map(this::width).sum() <= table.getClientArea().width + ROUNDING;
		int behind = IntStream.range(place + 1, seen.length).map(index -> own(table.getColumn(seen[index]), filled && index == seen.length - 1)).sum();
		int whole = room - before - behind;
		if (room > 0) {
			last = isLast(seen);
			given = Math.max(least, whole >= least ? whole : room - before);
			if (column.getWidth() != given) {
				column.setWidth(given);
			}
		}
	}

	/** @param stretched whether GTK may have added to it */
	private int own(TableColumn one, boolean stretched) {
		int width = one.getWidth();
		int before = own.getOrDefault(one, width);
		if (stretched && width > before) {
			return before;
		}
		own.put(one, width);
		return width;
	}

	private boolean isLast(int[] seen) {
		return seen.length > 0 && seen[seen.length - 1] == table.indexOf(column);
	}

	/** What rows have when there are so many that they are scrolled, as no event tells when they come to be. */
	private int room() {
		ScrollBar bar = table.getVerticalBar();
		return Math.min(table.getClientArea().width, table.getSize().x - 2 * table.getBorderWidth() - (bar == null ? 0 : bar.getSize().x));
	}

	/** Which columns are seen, in their order. */
	private int[] seen() {
		return Arrays.stream(table.getColumnOrder()).filter(index -> width(index) > 0).toArray();
	}

	private int width(int index) {
		return table.getColumn(index).getWidth();
	}
}
