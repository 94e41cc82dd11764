// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
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
		// with room for both
		Ui.run(() -> HubView.page().toggleZoom(HubView.page().getReference(monitor.part())));
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
