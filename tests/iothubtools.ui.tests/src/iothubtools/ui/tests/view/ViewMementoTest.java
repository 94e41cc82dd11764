// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.tour.driver.Ui;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.RowOrderMemento;
import iothubtools.ui.internal.table.SortKey;
import iothubtools.ui.internal.table.TableColumns;
import iothubtools.ui.internal.view.DeviceColumns;

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
	void widthsAndOrderOfColumnsComeBack() {
		Ui.run(() -> {
			Table table = table();
			TableColumns<DeviceSummary> columns = columns(table);
			table.getColumn(2).setWidth(77);
			table.setColumnOrder(new int[] { 0, 6, 5, 1, 2, 3, 4, 7, 8, 9, 10, 11 });
			columns.save(memento);

			Table later = table();
			columns(later).restore(memento);
			assertEquals(77, later.getColumn(2).getWidth());
			assertArrayEquals(new int[] { 0, 6, 5, 1, 2, 3, 4, 7, 8, 9, 10, 11 }, later.getColumnOrder());
		});
	}

	@Test
	void withALargerFontColumnsHaveRoomForAsManyCharactersAsBefore() {
		Ui.run(() -> {
			Table table = table();
			TableColumns<DeviceSummary> columns = columns(table);
			table.getColumn(2).setWidth(80);
			columns.save(memento);
			FontDescriptor usual = FontDescriptor.createFrom(table.getFont());
			Font large = usual.setHeight(usual.getFontData()[0].getHeight() * 2).createFont(table.getDisplay());
			try {
				Table later = table();
				later.setFont(large);
				double larger = new PixelConverter(later).convertWidthInCharsToPixels(100)
						/ (double) new PixelConverter(table).convertWidthInCharsToPixels(100);
				assertTrue(larger > 1.5, () -> "the font is " + larger + " times as wide");
				columns(later).restore(memento);
				assertEquals(80 * larger, later.getColumn(2).getWidth(), 1);
			} finally {
				large.dispose();
			}
		});
	}

	@Test
	void columnsThatWentAndCameDoNotSpoilTheOrder() {
		Ui.run(() -> {
			memento.putString("columnOrder", "STATUS,GONE,DEVICE_ID");
			Table table = table();
			columns(table).restore(memento);
			assertArrayEquals(new int[] { 1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, table.getColumnOrder());
		});
	}

	@Test
	void whichColumnsAreHiddenComesBackWithTheirWidths() {
		Ui.run(() -> {
			Table table = table();
			TableColumns<DeviceSummary> columns = columns(table);
			table.getColumn(1).setWidth(77);
			columns.hide(DeviceColumns.STATUS, true);
			columns.hide(DeviceColumns.QUEUE, false);
			assertEquals(0, table.getColumn(1).getWidth());
			columns.save(memento);

			Table later = table();
			TableColumns<DeviceSummary> restored = columns(later);
			assertTrue(restored.isHidden(DeviceColumns.QUEUE));
			restored.restore(memento);
			assertEquals(0, later.getColumn(1).getWidth());
			assertTrue(restored.isHidden(DeviceColumns.STATUS));
			assertFalse(restored.isHidden(DeviceColumns.QUEUE));
			restored.hide(DeviceColumns.STATUS, false);
			assertEquals(77, later.getColumn(1).getWidth());
			restored.hide(DeviceColumns.DEVICE_ID, true);
			assertFalse(restored.isHidden(DeviceColumns.DEVICE_ID));
			restored.reset();
			assertTrue(restored.isHidden(DeviceColumns.QUEUE));
		});
	}

	@Test
	void filterSortingAndClosedHubsComeBack() {
		RowOrder<DeviceSummary> order = new RowOrder<>("north 12",
				List.of(SortKey.descending(DeviceColumns.LAST_ACTIVITY), SortKey.ascending(DeviceColumns.STATUS),
						SortKey.descending(DeviceColumns.DEVICE_ID)),
				Set.of("a", "b"));
		RowOrderMemento.save(order, memento);
		assertEquals(order, restored());
	}

	@Test
	void whatAnOlderVersionSavedComesBack() {
		memento.putString("filter", "north 12");
		memento.putString("sort", "LAST_ACTIVITY");
		memento.putBoolean("descending", true);
		memento.putString("collapsed", "a b");
		assertEquals(new RowOrder<>("north 12", List.of(SortKey.descending(DeviceColumns.LAST_ACTIVITY)), Set.of("a", "b")),
				restored());
	}

	@Test
	void columnsThatThereAreNotAreLeftOutOfTheSorting() {
		memento.putString("sort", "GONE");
		memento.putString("thenBy", "-STATUS GONE_TOO CONNECTION -STATUS");
		assertEquals(List.of(SortKey.descending(DeviceColumns.STATUS), SortKey.ascending(DeviceColumns.CONNECTION)),
				restored().sort());
	}

	@Test
	void nothingSavedMeansTheDefault() {
		RowOrder<DeviceSummary> all = new RowOrder<>("", List.of(SortKey.ascending(DeviceColumns.DEVICE_ID)), Set.of());
		assertEquals(all, RowOrderMemento.restore(null, DeviceColumns.ALL));
		assertEquals(all, restored());
	}

	private RowOrder<DeviceSummary> restored() {
		return RowOrderMemento.restore(memento, DeviceColumns.ALL);
	}

	private Table table() {
		return new Table(shell, SWT.VIRTUAL);
	}

	private static TableColumns<DeviceSummary> columns(Table table) {
		return new TableColumns<>(table, DeviceColumns.ALL, column -> {
		});
	}
}
