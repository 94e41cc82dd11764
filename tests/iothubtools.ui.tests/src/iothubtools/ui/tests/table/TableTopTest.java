// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.table.TableTop;

class TableTopTest {

	private static final int ROWS = 300;

	private Shell shell;
	private Table table;
	private TableTop top;

	@BeforeAll
	static void onlyGtkNeedsIt() {
		assumeTrue("gtk".equals(SWT.getPlatform()), "elsewhere it is the table's own top index");
	}

	@BeforeEach
	void open() {
		Ui.run(() -> {
			shell = new Shell(Ui.display());
			shell.setLayout(new FillLayout());
			table = new Table(shell, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
			table.setHeaderVisible(true);
			new TableColumn(table, SWT.NONE).setWidth(100);
			top = new TableTop(table);
			shell.setSize(400, 300);
			shell.open();
			table.setItemCount(ROWS);
		});
		awaitRoomFor(ROWS);
	}

	@AfterEach
	void close() {
		Ui.run(() -> shell.dispose());
	}

	@Test
	void itGoesThereAtOnceAndNotInASlide() {
		Ui.run(() -> {
			top.set(190);
			assertEquals(pixels(190), bar().getSelection());
			assertEquals(190, top.get());
		});
	}

	@Test
	void amongRowsThatWereJustAddedItIsThereBeforeTheyAreDrawn() {
		Ui.run(() -> {
			table.setItemCount(2 * ROWS);
			top.set(500);
			assertEquals(500, top.get());
		});
		Until.holds("row 500 on top", () -> bar().getSelection() == pixels(500));
		assertEquals(500, Ui.get(top::get));
	}

	@Test
	void rowsThatGoBelowLeaveItThere() {
		Ui.run(() -> top.set(250));
		Ui.run(() -> {
			table.setItemCount(ROWS / 2);
			top.set(100);
			assertEquals(100, top.get());
		});
		awaitRoomFor(ROWS / 2);
		Until.holds("row 100 on top", () -> bar().getSelection() == pixels(100));
		assertEquals(100, Ui.get(top::get));
	}

	@Test
	void whoScrollsBackToWhereItWasBeforeIsBelieved() {
		Ui.run(() -> top.set(190));
		Ui.run(() -> bar().setSelection(0));
		assertEquals(0, Ui.get(top::get));
	}

	@Test
	void aRowInSightIsRevealedWhereItIsAndAnotherOneAtTheNearEdge() {
		Ui.run(() -> {
			top.set(100);
			int rowsInSight = bar().getThumb() / table.getItemHeight();
			top.reveal(101);
			assertEquals(100, top.get());
			top.reveal(50);
			assertEquals(50, top.get());
			top.reveal(200);
			assertEquals(200 - rowsInSight + 1, top.get());
		});
	}

	@Test
	void anEmptyTableHasRow0OnTop() {
		Ui.run(() -> table.setItemCount(0));
		assertEquals(0, Ui.get(top::get));
	}

	private void awaitRoomFor(int rows) {
		Until.holds("room for " + rows + " rows", () -> bar().getMaximum() == pixels(rows));
	}

	private int pixels(int rows) {
		return rows * table.getItemHeight();
	}

	private ScrollBar bar() {
		return table.getVerticalBar();
	}
}
