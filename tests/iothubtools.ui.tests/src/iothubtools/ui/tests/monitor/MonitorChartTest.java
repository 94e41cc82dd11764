// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiPredicate;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithMonitor;

/** The chart of a monitor. */
class MonitorChartTest extends WithMonitor {

	/** With room for the chart. */
	@BeforeEach
	void zoom() {
		Ui.run(() -> HubView.page().toggleZoom(HubView.page().getReference(monitor.part())));
	}

	@AfterEach
	void unzoom() {
		zoom();
	}

	/** Each line has its own colour, in the picture that is saved, too. */
	@Test
	void numbersOfDevicesAreLinesOfAChartThatIsSavedAsAPicture() throws Exception {
		monitor.command(UiIds.START_MONITOR).awaitReading();
		for (int i = 0; i < 4; i++) {
			send(1, "{\"a\":{\"t\":" + i + "},\"text\":\"x\"}");
			send(2, "{\"a\":{\"t\":" + (9 - i) + "}}");
		}
		Until.holds("eight rows", () -> monitor.table().getItemCount() == 8);
		assertFalse(Boolean.TRUE.equals(Ui.get(() -> monitor.find(WidgetIds.MONITOR_CHART).isVisible())));
		monitor.command(UiIds.SHOW_CHART);
		Until.holds("the chart", () -> monitor.find(WidgetIds.MONITOR_CHART).isVisible());
		// the only number there is
		assertEquals("$.a.t", Ui.get(() -> ((Combo) monitor.find(WidgetIds.MONITOR_CHART_PATHS)).getText()));
		Path file = folder.resolve("chart.png");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			Until.holds("two lines", () -> {
				try {
					Files.deleteIfExists(file);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
				monitor.find(WidgetIds.MONITOR_CHART_EXPORT).notifyListeners(SWT.Selection, new Event());
				ImageData picture = new ImageData(file.toString());
				return has(picture, "iothubtools.ui.chart.1") && has(picture, "iothubtools.ui.chart.2") && !has(picture, "iothubtools.ui.chart.3");
			});
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		monitor.awaitNotice(text -> text.equals("The chart is in " + file + "."));
		monitor.command(UiIds.SHOW_CHART);
		Until.holds("no chart", () -> !monitor.find(WidgetIds.MONITOR_CHART).isVisible());
	}

	/** Java names the file and SWT says "i/o error": neither is a reason. */
	@Test
	void aPictureThatCannotBeWrittenIsToldWithItsReason() throws Exception {
		showChart("{\"t\":0}", "{\"t\":1}");
		Path file = folder.resolve("gone").resolve("chart.png");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			Ui.run(() -> monitor.find(WidgetIds.MONITOR_CHART_EXPORT).notifyListeners(SWT.Selection, new Event()));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		monitor.awaitNotice(text -> text.equals(file + " cannot be written: " + file.getParent() + " is not there."));
	}

	@Test
	void theNumberNextToThePointerIsSaidUntilThePointerLeaves() throws Exception {
		showChart("{\"t\":0}", "{\"t\":1}", "{\"t\":2}", "{\"t\":3}");
		Ui.run(() -> {
			Control chart = monitor.find(WidgetIds.MONITOR_CHART);
			ImageData before = painted();
			Point last = rightmost(before);
			Event there = new Event();
			there.x = last.x;
			there.y = last.y;
			chart.notifyListeners(SWT.MouseMove, there);
			ImageData said = painted();
			assertFalse(Arrays.equals(before.data, said.data), "nothing is said");
			// in a box of two lines, and not only by a larger dot
			assertTrue(differing(before, said).height > 30, differing(before, said).toString());
			there.x = 2;
			there.y = chart.getSize().y - 2;
			chart.notifyListeners(SWT.MouseMove, there);
			assertArrayEquals(before.data, painted().data, "far from all numbers");
			there.x = last.x;
			there.y = last.y;
			chart.notifyListeners(SWT.MouseMove, there);
			chart.notifyListeners(SWT.MouseExit, new Event());
			assertArrayEquals(before.data, painted().data, "the pointer has left");
		});
	}

	/** No line leads to it. */
	@Test
	void aNumberThatIsAloneIsADotThatCanBeSeen() throws Exception {
		showChart("{\"t\":21.5}");
		Ui.run(() -> {
			ImageData picture = painted();
			Point right = rightmost(picture);
			int width = 0;
			while (isLine(picture, right.x - width, right.y)) {
				width++;
			}
			assertTrue(width >= 7, width + " pixels");
		});
	}

	/** Below the lines are times by the clock of this machine, above them whose they are. */
	@Test
	void theChartHasATimeAxisAndALegend() throws Exception {
		showChart("{\"t\":0}", "{\"t\":1}");
		Ui.run(() -> {
			ImageData picture = painted();
			int line = JFaceResources.getDefaultFont().getFontData()[0].getHeight();
			Rectangle own = lines(picture);
			assertTrue(own.y < 2 * line + 12, "a sample above: " + own);
			RGB paper = picture.palette.getRGB(picture.getPixel(picture.width - 1, picture.height - 1));
			assertTrue(inked(picture, new Rectangle(0, picture.height - line - 12, picture.width, line + 8), paper) > 40, "times below");
			assertTrue(inked(picture, new Rectangle(own.x + 24, 2, 120, 2 * line), paper) > 40, "a name beside the sample");
		});
	}

	@Test
	void aNumberWithACommaInItsNameHasALine() throws Exception {
		showChart("{\"a,b\":1}", "{\"a,b\":3}");
		assertEquals("$['a,b']", Ui.get(() -> ((Combo) monitor.find(WidgetIds.MONITOR_CHART_PATHS)).getText()));
	}

	/** Shows the chart of what the first device sends. */
	private void showChart(String... bodies) throws Exception {
		monitor.command(UiIds.START_MONITOR).awaitReading();
		for (String body : bodies) {
			send(1, body);
		}
		Until.holds("all rows", () -> monitor.table().getItemCount() == bodies.length);
		monitor.command(UiIds.SHOW_CHART);
		Until.holds("a line", () -> monitor.find(WidgetIds.MONITOR_CHART).isVisible() && rightmost(painted()) != null);
		// the pointer of the display may be above it
		Ui.run(() -> monitor.find(WidgetIds.MONITOR_CHART).notifyListeners(SWT.MouseExit, new Event()));
	}

	/** What the chart paints now; on the UI thread. */
	private ImageData painted() {
		Canvas canvas = (Canvas) monitor.find(WidgetIds.MONITOR_CHART);
		Image image = new Image(canvas.getDisplay(), Math.max(1, canvas.getClientArea().width), Math.max(1, canvas.getClientArea().height));
		GC gc = new GC(image);
		try {
			Event painting = new Event();
			painting.gc = gc;
			canvas.notifyListeners(SWT.Paint, painting);
			return image.getImageData();
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	/** Where the line of the first device ends; null where it is not. */
	private static Point rightmost(ImageData picture) {
		for (int x = picture.width - 1; x >= 0; x--) {
			for (int y = 0; y < picture.height; y++) {
				if (isLine(picture, x, y)) {
					// in the middle of it
					int end = y;
					while (end < picture.height && isLine(picture, x, end)) {
						end++;
					}
					return new Point(x, (y + end) / 2);
				}
			}
		}
		return null;
	}

	private static boolean isLine(ImageData picture, int x, int y) {
		return x >= 0 && picture.palette.getRGB(picture.getPixel(x, y)).equals(JFaceResources.getColorRegistry().getRGB("iothubtools.ui.chart.1"));
	}

	/** All that has the colour of the first device. */
	private static Rectangle lines(ImageData picture) {
		return around(picture, (x, y) -> isLine(picture, x, y));
	}

	private static Rectangle differing(ImageData one, ImageData other) {
		return around(one, (x, y) -> one.getPixel(x, y) != other.getPixel(x, y));
	}

	private static Rectangle around(ImageData picture, BiPredicate<Integer, Integer> in) {
		Rectangle all = null;
		for (int y = 0; y < picture.height; y++) {
			for (int x = 0; x < picture.width; x++) {
				if (in.test(x, y)) {
					Rectangle pixel = new Rectangle(x, y, 1, 1);
					all = all == null ? pixel : all.union(pixel);
				}
			}
		}
		return all == null ? new Rectangle(0, 0, 0, 0) : all;
	}

	private static int inked(ImageData picture, Rectangle room, RGB paper) {
		int count = 0;
		for (int y = room.y; y < room.y + room.height; y++) {
			for (int x = room.x; x < room.x + room.width; x++) {
				count += picture.palette.getRGB(picture.getPixel(x, y)).equals(paper) ? 0 : 1;
			}
		}
		return count;
	}

	private static boolean has(ImageData picture, String colour) {
		RGB searched = JFaceResources.getColorRegistry().getRGB(colour);
		for (int y = 0; y < picture.height; y++) {
			for (int x = 0; x < picture.width; x++) {
				if (picture.palette.getRGB(picture.getPixel(x, y)).equals(searched)) {
					return true;
				}
			}
		}
		return false;
	}
}
