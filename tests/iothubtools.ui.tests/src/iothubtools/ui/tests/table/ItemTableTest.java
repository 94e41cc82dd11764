// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.clipboard.CopyRows;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.TableFrame;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** A table of a form: its columns share the room, a click on them sorts, and its rows are copied. */
class ItemTableTest {

	private static final List<Thing> THINGS = List.of(new Thing("b", "second", 2), new Thing("c", "third", 10), new Thing("a", "first", 1));

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();
	private final AtomicInteger selections = new AtomicInteger();
	private Shell shell;
	private ItemTable<Thing> table;

	@BeforeEach
	void open() {
		Ui.run(() -> {
			shell = new Shell(Ui.display());
			GridLayoutFactory.fillDefaults().applyTo(shell);
			table = new ItemTable<>(TableFrame.in(shell), SWT.BORDER | SWT.MULTI, "things", "Things", Thing.COLUMNS, Thing::name)
					.whenSelected(selections::incrementAndGet);
			TableFrame.grab(table.widget(), 600, 5);
			CopyRows.install(table);
			shell.setSize(700, 300);
			shell.open();
			table.show(THINGS);
		});
		awaitRows("a", "b", "c");
	}

	@AfterEach
	void close() {
		Ui.run(shell::dispose);
	}

	private Table widget() {
		return table.widget();
	}

	private void awaitRows(String... names) {
		Until.holds("the rows " + List.of(names), () -> List.of(names).equals(names()));
	}

	private List<String> names() {
		return Objects.requireNonNull(Ui.get(() -> Arrays.stream(widget().getItems()).map(TableItem::getText).toList()));
	}

	private void click(Column<Thing> column) {
		Ui.run(() -> widget().getColumn(Thing.COLUMNS.indexOf(column)).notifyListeners(SWT.Selection, new Event()));
	}

	private void select(int... rows) {
		Ui.run(() -> {
			widget().setSelection(rows);
			widget().notifyListeners(SWT.Selection, new Event());
		});
	}

	private void press(char key) {
		Ui.run(() -> {
			Event pressed = new Event();
			pressed.stateMask = SWT.MOD1;
			pressed.keyCode = key;
			widget().notifyListeners(SWT.KeyDown, pressed);
		});
	}

	private List<String> selected() {
		return Objects.requireNonNull(Ui.get(() -> table.selected().stream().map(Thing::name).toList()));
	}

	@Test
	void rowsStandAsTheyCameUntilAColumnIsClicked() {
		Ui.run(() -> table.order(RowOrder.asTheyCame()));
		awaitRows("b", "c", "a");
		assertNull(Ui.get(() -> widget().getSortColumn()));
		click(Thing.SIZE);
		awaitRows("a", "b", "c");
		assertEquals(SWT.UP, Ui.get(() -> widget().getSortDirection()));
		click(Thing.SIZE);
		awaitRows("c", "b", "a");
		assertEquals(SWT.DOWN, Ui.get(() -> widget().getSortDirection()));
	}

	@Test
	void columnsFillTheTableAndNoneIsNarrowerThanItSays() {
		Ui.run(() -> {
			PixelConverter font = new PixelConverter(widget());
			for (int i = 0; i < Thing.COLUMNS.count(); i++) {
				assertTrue(widget().getColumn(i).getWidth() >= font.convertWidthInCharsToPixels(Thing.COLUMNS.all().get(i).width()));
			}
			int all = Stream.of(widget().getColumns()).mapToInt(TableColumn::getWidth).sum();
			int room = widget().getClientArea().width;
			assertTrue(Math.abs(room - all) <= 5, all + " of " + room);
		});
	}

	@Test
	void selectedRowsAreCopiedByKeyAndByMenuBelowTheHeads() {
		Pasteboard.put("before");
		press('c');
		assertEquals("before", Pasteboard.text(), "none is selected");
		assertFalse(copyEntryEnabled());
		select(0, 2);
		press('c');
		Until.holds("two rows", () -> Pasteboard.text().lines().toList().equals(List.of("Name\tKind\tSize", "a\tfirst\t1", "c\tthird\t10")));
		press('a');
		assertEquals(List.of("a", "b", "c"), selected());
		select(1);
		assertTrue(copyEntryEnabled());
		Ui.run(() -> widget().getMenu().getItem(0).notifyListeners(SWT.Selection, new Event()));
		Until.holds("a row", () -> Pasteboard.text().lines().toList().equals(List.of("Name\tKind\tSize", "b\tsecond\t2")));
	}

	private boolean copyEntryEnabled() {
		return Boolean.TRUE.equals(Ui.get(() -> {
			Menu menu = widget().getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			assertEquals("Copy &Rows", menu.getItem(0).getText());
			return menu.getItem(0).isEnabled();
		}));
	}

	@Test
	void whatIsSelectedStaysAndIsToldWhenItSaysSomethingElse() {
		select(1);
		int told = selections.get();
		Ui.run(() -> table.show(List.of(new Thing("a", "first", 1), new Thing("aa", "new", 5), new Thing("b", "other", 2))));
		awaitRows("a", "aa", "b");
		Until.holds("the selection to be told", () -> selections.get() > told);
		assertEquals(List.of("b"), selected());
	}

	@Test
	void aRowIsSelectedAsSoonAsItComes() {
		Ui.run(() -> table.reveal("z"));
		awaitRows("a", "b", "c");
		assertEquals(List.of(), selected());
		Ui.run(() -> table.show(List.of(new Thing("z", "last", 0), new Thing("y", "last but one", 0))));
		Until.holds("it to be selected", () -> selected().equals(List.of("z")));
	}

	@Test
	void otherColumnsTakeThePlaceOfThoseBefore() {
		click(Thing.SIZE);
		Ui.run(() -> table.show(Columns.of(Column.of("kind", "What it is", 20, Thing::kind)), THINGS));
		awaitRows("second", "third", "first");
		Ui.run(() -> {
			assertEquals(List.of("What it is"), Stream.of(widget().getColumns()).map(TableColumn::getText).toList());
			assertNull(widget().getSortColumn());
		});
		Until.holds("it to fill the table", () -> Math.abs(widget().getClientArea().width - widget().getColumn(0).getWidth()) <= 5);
	}

	@Test
	void whatAColumnIsTooNarrowForIsToldUnderTheMouse() {
		String whole = "a long story ".repeat(20).strip();
		Ui.run(() -> table.show(List.of(new Thing("a", whole, 1), new Thing("b", "two\nlines & more", 2))));
		awaitRows("a", "b");
		assertEquals(whole, toolTip(0, Thing.KIND));
		assertNull(toolTip(0, Thing.NAME));
		assertEquals("two\nlines && more", toolTip(1, Thing.KIND), "a single one is no mnemonic");
		assertEquals("two lines & more", Ui.get(() -> widget().getItem(1).getText(1)), "a row is a line");
	}

	private String toolTip(int row, Column<Thing> column) {
		return Ui.get(() -> {
			Rectangle cell = widget().getItem(row).getBounds(Thing.COLUMNS.indexOf(column));
			Event rest = new Event();
			rest.x = cell.x + 5;
			rest.y = cell.y + cell.height / 2;
			widget().notifyListeners(SWT.MouseHover, rest);
			return widget().getToolTipText();
		});
	}
}
