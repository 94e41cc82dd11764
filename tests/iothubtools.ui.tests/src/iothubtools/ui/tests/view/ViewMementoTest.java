// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.ui.internal.view.DeviceColumn;
import iothubtools.ui.internal.view.RowOrder;
import iothubtools.ui.internal.view.RowOrderMemento;
import iothubtools.ui.internal.view.TableColumns;

class ViewMementoTest {

	private final IMemento memento = XMLMemento.createWriteRoot("view");
	private Shell shell;

	@BeforeEach
	void open() {
		Ui.run(() -> shell = new Shell(Ui.display()));
	}

	@AfterEach
	void close() {
		Ui.run(() -> shell.dispose());
	}

	@Test
	void widths_and_order_of_columns_come_back() {
		Ui.run(() -> {
			Table table = table();
			TableColumns columns = columns(table);
			table.getColumn(2).setWidth(77);
			table.setColumnOrder(new int[] { 0, 5, 1, 2, 3, 4 });
			columns.save(memento);

			Table later = table();
			columns(later).restore(memento);
			assertEquals(77, later.getColumn(2).getWidth());
			assertArrayEquals(new int[] { 0, 5, 1, 2, 3, 4 }, later.getColumnOrder());
		});
	}

	@Test
	void an_order_of_other_columns_is_ignored() {
		Ui.run(() -> {
			memento.putString("columnOrder", "STATUS,GONE,DEVICE_ID");
			Table table = table();
			columns(table).restore(memento);
			assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5 }, table.getColumnOrder());
		});
	}

	@Test
	void filter_sorting_and_closed_hubs_come_back() {
		RowOrder order = new RowOrder("north 12", DeviceColumn.LAST_ACTIVITY, true, Set.of("a", "b"));
		RowOrderMemento.save(order, memento);
		assertEquals(order, RowOrderMemento.restore(memento));
	}

	@Test
	void nothing_saved_means_the_default() {
		assertEquals(RowOrder.DEFAULT, RowOrderMemento.restore(null));
		assertEquals(RowOrder.DEFAULT, RowOrderMemento.restore(memento));
	}

	private Table table() {
		return new Table(shell, SWT.VIRTUAL);
	}

	private static TableColumns columns(Table table) {
		return new TableColumns(table, (column, descending) -> {
		});
	}
}
