// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;

import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Screenshot;
import iothubtools.tour.driver.Until;
import iothubtools.tour.driver.Workbench;

/** The D2C Monitor of a hub, and numbers that its devices send as lines of a chart. */
final class TourChart {

	private static final String COLOUR = "iothubtools.ui.chart.";
	private static final List<String> SENDERS = List.of("sensor-0001", "sensor-0002", "sensor-0004");

	private TourChart() {
	}

	/** @param devices the IoT Hub view, in which the row of the hub reads {@code row} */
	static void play(HubConnection hub, Rows devices, String row, Others others) throws IOException, CoreException {
		Workbench.show(Stage.VIEW);
		devices.select(row);
		devices.choose("Monitor D2C Messages");
		Scope monitor = Workbench.view(Stage.MONITOR);
		monitor.shows("Waiting for messages of the devices of " + hub.name());
		Workbench.zoom();
		int messages = others.measure(SENDERS);
		monitor.shows(messages + " messages");
		Workbench.window().pressTool("Chart: numbers at paths of JSON bodies over time, a line for each device");
		monitor.holds("Chart of", "$.temperature");
		Until.holds("a line for each device", TourChart::hasLines);
		monitor.table().selectFirst();
		Script.picture("monitor-chart");
		Workbench.zoom();
	}

	private static boolean hasLines() {
		ImageData seen = Screenshot.capture();
		Set<RGB> colours = new HashSet<>();
		int[] line = new int[seen.width];
		for (int y = 0; y < seen.height; y++) {
			seen.getPixels(0, y, seen.width, line, 0);
			for (int pixel : line) {
				colours.add(seen.palette.getRGB(pixel));
			}
		}
		return IntStream.rangeClosed(1, SENDERS.size()).mapToObj(i -> JFaceResources.getColorRegistry().getRGB(COLOUR + i)).allMatch(colours::contains);
	}
}
