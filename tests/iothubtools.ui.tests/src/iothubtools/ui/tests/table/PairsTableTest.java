// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import java.util.stream.IntStream;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Screenshot;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.content.PairsTable;

/** Names and values in groups. */
class PairsTableTest {

	private Shell shell;
	private PairsTable pairs;

	@BeforeEach
	void open() {
		Ui.run(() -> {
			shell = new Shell(Ui.display());
			shell.setLayout(new FillLayout());
			pairs = new PairsTable(shell, "pairs", "Pairs");
			pairs.fill(() -> {
				pairs.group("Some");
				pairs.line("name", "value");
				pairs.group("A heading that is longer than all names");
			});
			shell.setBounds(50, 50, 400, 200);
			shell.open();
		});
	}

	@AfterEach
	void close() {
		Ui.run(shell::dispose);
	}

	@Test
	void aLongHeadingGoesOnThroughTheColumnOfValues() {
		Until.holds("the end of the long heading", () -> isPainted(2) && isPainted(1) && !isPainted(0));
	}

	/** Whether there is something in the middle of the cell of the value. */
	private boolean isPainted(int row) {
		Rectangle cell = pairs.table().getItem(row).getBounds(1);
		ImageData seen = Screenshot.of(Ui.display().map(pairs.table(), null, new Rectangle(cell.x + 2, cell.y + 4, cell.width - 12, cell.height - 8)));
		return IntStream.range(0, seen.width * seen.height).map(i -> seen.getPixel(i % seen.width, i / seen.width)).distinct().count() > 1;
	}
}
