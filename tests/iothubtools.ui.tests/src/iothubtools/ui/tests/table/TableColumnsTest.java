// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.table.CellToolTip;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.table.TableColumns;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** How wide columns are before anybody changed them. */
class TableColumnsTest {

	private static final Column<Thing> KIND = Column.of("KIND", "What kind of thing it is", 3, Thing::kind);
	private static final Columns<Thing> COLUMNS = Columns.of(Thing.NAME, KIND, Thing.SIZE);
	private static final int LEAST = 100;

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();
	private Shell shell;
	private RowTable<ItemRow<Thing>> rows;
	private TableColumns<Thing> heads;
	private int firstSize;

	@BeforeEach
	void open() {
		Ui.run(() -> {
			shell = new Shell(Ui.display());
			rows = new RowTable<>(shell, SWT.MULTI, table -> (item, row) -> item.setText(COLUMNS.texts(row.item())));
			heads = heads(table());
			firstSize = table().getColumn(COLUMNS.indexOf(Thing.SIZE)).getWidth();
			// as large as the table ever is: what a window manager makes of another size comes late, and may be the one before
			shell.setSize(1000, 300);
			table().setSize(700, 200);
			shell.open();
		});
	}

	private static TableColumns<Thing> heads(Table table) {
		return new TableColumns<>(table, COLUMNS, column -> {
			// they are not sorted
		});
	}

	@AfterEach
	void close() {
		Ui.run(shell::dispose);
	}

	private Table table() {
		return rows.table();
	}

	private int width(Column<Thing> column) {
		return Ui.get(() -> table().getColumn(COLUMNS.indexOf(column)).getWidth());
	}

	/** Makes a column as wide as somebody drags it. */
	private void drag(Column<Thing> column, int width) {
		Ui.run(() -> table().getColumn(COLUMNS.indexOf(column)).setWidth(width));
	}

	private void resize(int width) {
		Ui.run(() -> table().setSize(width, 200));
	}

	@Test
	void aHeadIsWholeAtFirst() {
		Ui.run(() -> {
			GC gc = new GC(table());
			int text = gc.textExtent(KIND.heading()).x;
			gc.dispose();
			assertTrue(width(KIND) > text + 15, width(KIND) + " for " + text);
			assertEquals(new PixelConverter(table()).convertWidthInCharsToPixels(Thing.NAME.width()), width(Thing.NAME), "what it says is more");
		});
		int before = width(KIND);
		drag(KIND, 20);
		Ui.run(heads::reset);
		assertEquals(before, width(KIND));
	}

	@Test
	void whatGtkGaveTheLastColumnIsLeftToo() {
		Until.holds("the last one to the end of the table", () -> width(Thing.SIZE) > firstSize + 100);
		Ui.run(() -> heads.fill(KIND, LEAST));
		awaitTheRest();
		assertTrue(Math.abs(width(Thing.SIZE) - firstSize) <= 20, firstSize + " at first, " + width(Thing.SIZE) + " now");
	}

	@Test
	void aColumnHasWhatTheOthersLeaveUntilSomebodyChoosesItsWidth() {
		Ui.run(() -> heads.fill(KIND, LEAST));
		awaitTheRest();
		resize(900);
		awaitTheRest();
		Ui.run(() -> heads.hide(Thing.SIZE, true));
		Until.holds("the last one to the end", () -> Math.abs(room() - width(Thing.NAME) - width(KIND)) <= 20);
		Ui.run(() -> heads.hide(Thing.SIZE, false));
		awaitTheRest();
		int room = Ui.get(this::room);
		resize(width(Thing.NAME) + LEAST + width(Thing.SIZE) / 2);
		Until.holds("it to its end, and the one behind it to be scrolled to",
				() -> room() < room && Math.abs(room() - width(Thing.NAME) - width(KIND)) <= 20 && width(KIND) >= LEAST);
		resize(width(Thing.NAME) + 40);
		Until.holds("its least", () -> width(KIND) == LEAST);
		resize(800);
		awaitTheRest();
		drag(KIND, 130);
		resize(900);
		assertEquals(130, width(KIND));
		Ui.run(heads::reset);
		awaitTheRest();
	}

	@Test
	void aWidthThatSomebodyChoseIsKeptAndNoOther() {
		Ui.run(() -> heads.fill(KIND, LEAST));
		awaitTheRest();
		XMLMemento left = XMLMemento.createWriteRoot("left");
		Ui.run(() -> heads.save(left));
		drag(KIND, 130);
		XMLMemento chosen = XMLMemento.createWriteRoot("chosen");
		Ui.run(() -> heads.save(chosen));
		close();
		open();
		Ui.run(() -> {
			heads.fill(KIND, LEAST);
			heads.restore(left);
		});
		awaitTheRest();
		Ui.run(() -> heads.restore(chosen));
		resize(800);
		assertEquals(130, width(KIND));
	}

	private int room() {
		return table().getClientArea().width;
	}

	private void awaitTheRest() {
		String[] seen = new String[1];
		try {
			Until.holds("what is left", () -> {
				int left = room() - width(Thing.NAME) - width(KIND) - width(Thing.SIZE);
				seen[0] = left + " pixels are left of " + room() + " by " + width(Thing.NAME) + ", " + width(KIND) + " and " + width(Thing.SIZE);
				return Math.abs(left) <= 20;
			});
		} catch (AssertionError e) {
			throw new AssertionError(seen[0], e);
		}
	}

	@Test
	void whatAColumnOrTheTableIsTooNarrowForIsToldInTablesOfAnyKind() {
		String kind = "a long story ".repeat(20).strip();
		Ui.run(() -> rows.show(Thing.rows(List.of(new Thing("a", kind, 1)))));
		Until.holds("the row", () -> table().getItemCount() == 1 && table().getItem(0).getText(1).equals(kind));
		Ui.run(() -> {
			assertEquals(kind, CellToolTip.ofCut(table().getItem(0), 1));
			assertNull(CellToolTip.ofCut(table().getItem(0), 0));
		});
		resize(300);
		drag(KIND, 3000);
		Until.holds("it cut by the edge of the table", () -> kind.equals(CellToolTip.ofCut(table().getItem(0), 1)));
	}
}
