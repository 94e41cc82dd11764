// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;

/** The rows of a table, and what a person does with them. */
public record TableRows(Table table) {

	/** Those of a control that is a table. */
	public static TableRows of(Control table) {
		return new TableRows((Table) table);
	}

	/** What stands in the heads. */
	public List<String> heads() {
		return Objects.requireNonNull(Ui.get(() -> Stream.of(table.getColumns()).map(column -> column.getText()).toList()));
	}

	/** The texts of the first rows, as they are when one looks at them. */
	public List<List<String>> first(int most) {
		return Objects.requireNonNull(Ui.get(() -> IntStream.range(0, Math.min(most, table.getItemCount()))
				.mapToObj(row -> IntStream.range(0, table.getColumnCount()).mapToObj(column -> table.getItem(row).getText(column)).toList()).toList()));
	}

	/** What stands in one column. */
	public List<String> column(String head) {
		int column = heads().indexOf(head);
		return first(Integer.MAX_VALUE).stream().map(row -> row.get(column)).toList();
	}

	/** Waits for these in a column; they may be on their way. */
	public TableRows await(String head, String... texts) {
		Until.holds(List.of(texts) + " as " + head, () -> column(head).equals(List.of(texts)));
		return this;
	}

	/** Waits for so many. */
	public TableRows awaitCount(int count) {
		Until.holds(count + " rows", () -> table.getItemCount() == count);
		return this;
	}

	/** Waits for such a first row. */
	public TableRows awaitFirst(Predicate<List<String>> row) {
		Until.holds("the first row", () -> table.getItemCount() > 0 && row.test(first(1).get(0)));
		return this;
	}

	/** Clicks a head. */
	public TableRows sort(String head) {
		int column = heads().indexOf(head);
		Ui.run(() -> table.getColumn(column).notifyListeners(SWT.Selection, new Event()));
		return this;
	}

	/** Selects rows by their places. */
	public TableRows select(int... rows) {
		Ui.run(() -> {
			table.setSelection(rows);
			table.notifyListeners(SWT.Selection, new Event());
		});
		return this;
	}

	/** Presses Ctrl+C, on a Mac Command+C, in the table: in a text beside it that would copy from there. */
	public void copy() {
		Ui.run(table::forceFocus);
		Ui.run(() -> {
			Event copy = new Event();
			copy.stateMask = SWT.MOD1;
			copy.keyCode = 'c';
			table.notifyListeners(SWT.KeyDown, copy);
		});
	}
}
