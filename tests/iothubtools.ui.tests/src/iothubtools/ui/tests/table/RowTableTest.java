// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.table.RowsText;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** A table of things that are no devices, as a person sees it. */
class RowTableTest {

	private static final int NAME = Thing.COLUMNS.indexOf(Thing.NAME);
	private static final int SIZE = Thing.COLUMNS.indexOf(Thing.SIZE);
	private static final int KIND = Thing.COLUMNS.indexOf(Thing.KIND);

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	private ThingTable table;

	@BeforeEach
	void open() {
		table = ThingTable.of(Thing.numbered(101, 400));
	}

	@AfterEach
	void close() {
		table.close();
	}

	@Test
	void columnsHaveTheirHeadingsAndNumbersStandAtTheRight() {
		Ui.run(() -> {
			table.table().setColumnOrder(new int[] { NAME, SIZE, KIND });
			assertEquals("Name", table.table().getColumn(NAME).getText());
			assertEquals(SWT.LEFT, table.table().getColumn(NAME).getAlignment());
			assertEquals(SWT.RIGHT, table.table().getColumn(SIZE).getAlignment());
			assertEquals(new PixelConverter(table.table()).convertWidthInCharsToPixels(16), table.table().getColumn(NAME).getWidth());
		});
	}

	/** That is as wide as the room that is left. */
	@Test
	void numbersOfTheLastColumnStandBesideTheOthersAndNotAtTheFarEnd() {
		Ui.run(() -> {
			assertEquals(SWT.LEFT, table.table().getColumn(SIZE).getAlignment());
			table.columns().hide(Thing.KIND, true);
			assertEquals(SWT.LEFT, table.table().getColumn(SIZE).getAlignment());
			table.table().setColumnOrder(new int[] { SIZE, NAME, KIND });
			assertEquals(SWT.RIGHT, table.table().getColumn(SIZE).getAlignment());
			table.table().setColumnOrder(new int[] { NAME, SIZE, KIND });
			assertEquals(SWT.LEFT, table.table().getColumn(SIZE).getAlignment(), "what is behind it cannot be seen");
			table.columns().hide(Thing.KIND, false);
			assertEquals(SWT.RIGHT, table.table().getColumn(SIZE).getAlignment());
		});
	}

	@Test
	void aClickSortsShowsItAndAnotherOneReverses() {
		table.click(SIZE);
		table.click(SIZE);
		Until.holds("the largest on top", () -> "thing-400".equals(table.names().get(0)));
		Ui.run(() -> {
			assertEquals(SIZE, table.table().indexOf(table.table().getSortColumn()));
			assertEquals(SWT.DOWN, table.table().getSortDirection());
		});
	}

	@Test
	void rowsThatComeAboveLeaveSelectionAndPlace() {
		table.select("thing-200");
		table.scrollTo(90);
		table.awaitTop("thing-191");
		int told = table.selections();
		table.show(Thing.numbered(1, 400));
		table.awaitRows(400);
		table.awaitTop("thing-191");
		assertEquals(List.of("thing-200"), table.selected());
		assertEquals(told, table.selections(), "nobody is told of a selection that is the same");
	}

	@Test
	void whatIsSelectedIsToldAnewWhenItSaysSomethingElseOrIsGone() {
		table.select("thing-200", "thing-300");
		int told = table.selections();
		List<Thing> changed = new ArrayList<>(Thing.numbered(101, 400));
		changed.set(99, new Thing("thing-200", "thing", 0));
		table.show(changed);
		Until.holds("to be told", () -> table.selections() == told + 1);
		assertEquals(List.of("thing-200", "thing-300"), table.selected());
		table.show(changed.subList(0, 150));
		Until.holds("to be told", () -> table.selections() == told + 2);
		assertEquals(List.of("thing-200"), table.selected());
	}

	@Test
	void aFilterKeepsWhatIsSelectedAsLongAsItPasses() {
		table.select("thing-117", "thing-200", "thing-217");
		table.filter("17 THING");
		table.awaitRows(13);
		Until.holds("the selection", () -> List.of("thing-117", "thing-217").equals(table.selected()));
		table.filter("");
		table.awaitRows(300);
		Until.holds("the selection", () -> List.of("thing-117", "thing-217").equals(table.selected()));
	}

	@Test
	void sortingTurnsTheRowsAndWhatLiesOnTopStaysThere() {
		table.select("thing-205");
		table.scrollTo(100);
		table.awaitTop("thing-201");
		table.click(NAME);
		Until.holds("the last first", () -> "thing-400".equals(table.names().get(0)));
		table.awaitTop("thing-201");
		assertEquals(List.of("thing-205"), table.selected());
	}

	@Test
	void aRowThatIsRevealedIsSelected() {
		table.reveal("thing-350");
		assertEquals(List.of("thing-350"), table.selected());
		table.reveal("thing-999");
		assertEquals(List.of("thing-350"), table.selected());
	}

	@Test
	void textForASpreadsheetHasTheColumnsAsTheyStandOnTheScreen() {
		Ui.run(() -> table.table().setColumnOrder(new int[] { 2, 0, 1 }));
		String text = Ui.get(() -> RowsText.of(List.of(new Thing("a\tb", "c\r\nd", 7)), table.columns()));
		assertEquals(List.of("Size\tName\tKind", "7\ta b\tc  d"), text.lines().toList());
	}

	/** Such as a status reason that a stranger wrote. */
	@Test
	void noCellThatIsCopiedIsAFormulaAndANumberStaysOne() {
		String text = Ui.get(() -> RowsText.of(List.of(new Thing("=HYPERLINK(\"http://x\")", "@SUM(1)", -7), new Thing("-2,500.5e+3", "-x", 7),
				new Thing("'=1", "it's", 0)), table.columns()));
		assertEquals(List.of("Name\tKind\tSize", "'=HYPERLINK(\"http://x\")\t'@SUM(1)\t-7", "-2,500.5e+3\t'-x\t7", "''=1\tit's\t0"), text.lines().toList());
	}
}
