// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Screenshot;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What is drawn of rows that have no columns but one text: as much of it as there is room in the table, however narrow its first column is. */
class SpanningRowsTest extends WithHubView {

	private static final int NARROW = 90;
	/** How far the text of a row is looked at, in pixels. */
	private static final int LENGTH = 260;

	@Test
	void hubsAndFailuresGoOnBeyondTheFirstColumn() throws Exception {
		view.close();
		try (HubFixture one = HubFixture.start(folder.resolve("one"), "A factory of a name that is rather long", 3);
				HubFixture two = HubFixture.start(folder.resolve("two"), "Two", 3)) {
			two.stop();
			view = HubView.open();
			Until.holds("the failure", () -> view.names().stream().anyMatch(name -> name.startsWith("Nothing answers")));
			view.select("sensor-0002");
			int wide = Ui.get(() -> view.table().getColumn(0).getWidth());
			maximized(true);
			width(3 * LENGTH);
			Drawn hub = settled("A factory");
			Drawn failure = settled("Nothing answers");
			Drawn device = settled("sensor-0001");
			try {
				assertTrue(Ui.get(() -> view.table().getClientArea().width) > 3 * LENGTH, "the window is too small to tell");
				width(NARROW);
				Until.holds("the devices to be drawn anew", () -> !Drawn.of(view.table(), "sensor-0001").equals(device));
				assertGoesOn("the hub", hub, settled("A factory"));
				assertGoesOn("the failure", failure, settled("Nothing answers"));
			} finally {
				width(wide);
				maximized(false);
			}
		}
	}

	/** Beside the view others lie. */
	private void maximized(boolean on) {
		Ui.run(() -> {
			IWorkbenchPage page = HubView.page();
			page.setPartState(page.getReference(view.part()), on ? IWorkbenchPage.STATE_MAXIMIZED : IWorkbenchPage.STATE_RESTORED);
		});
	}

	private void width(int pixels) {
		Ui.run(() -> {
			view.table().getColumn(0).setWidth(pixels);
			view.table().redraw();
			view.table().update();
		});
	}

	/** Once it stays as it is. */
	private Drawn settled(String row) {
		Drawn[] last = { Ui.get(() -> Drawn.of(view.table(), row)) };
		int[] same = new int[1];
		Until.holds("the row " + row + " to be drawn", () -> {
			Drawn now = Drawn.of(view.table(), row);
			same[0] = now.equals(last[0]) ? same[0] + 1 : 0;
			last[0] = now;
			return same[0] > 3;
		});
		return last[0];
	}

	private static void assertGoesOn(String what, Drawn whole, Drawn narrow) {
		long ink = IntStream.range(narrow.cell(), LENGTH).filter(x -> whole.ink()[x]).count();
		assertTrue(ink > LENGTH / 4, what + " is no longer than its column");
		assertEquals(whole.toString(), narrow.toString(), what + " is cut at its column, or goes on beside where it ends there");
	}

	/**
	 * Where a row has letters.
	 *
	 * @param cell where the first column ends, counted from where the text begins
	 * @param ink  for each pixel from where the text begins whether anything is drawn above or below it
	 */
	private record Drawn(int cell, boolean[] ink) {

		/** On the UI thread. */
		static Drawn of(Table table, String name) {
			TableItem item = Arrays.stream(table.getItems()).filter(one -> one.getText(0).startsWith(name)).findFirst().orElseThrow();
			Rectangle text = item.getTextBounds(0);
			Rectangle row = item.getBounds(0);
			Point place = table.toDisplay(text.x, row.y);
			ImageData data = Screenshot.of(new Rectangle(place.x, place.y, LENGTH, row.height));
			RGB ground = data.palette.getRGB(data.getPixel(LENGTH - 1, 1));
			boolean[] ink = new boolean[LENGTH];
			for (int x = 0; x < LENGTH; x++) {
				// the lines between rows are no letters
				for (int y = 3; y < data.height - 3; y++) {
					RGB colour = data.palette.getRGB(data.getPixel(x, y));
					ink[x] |= Math.abs(colour.red - ground.red) + Math.abs(colour.green - ground.green) + Math.abs(colour.blue - ground.blue) > 150;
				}
			}
			return new Drawn(row.x + row.width - text.x, ink);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Drawn drawn && cell == drawn.cell && Arrays.equals(ink, drawn.ink);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(ink);
		}

		@Override
		public String toString() {
			StringBuilder text = new StringBuilder();
			for (boolean each : ink) {
				text.append(each ? '#' : '.');
			}
			return text.toString();
		}
	}
}
