// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;

import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;

/** Somebody looks for devices in a hub that has 2,500 of them. */
class BrowseDevicesJourney extends Journey {

	private static final int DEVICES = 2500;

	@RegisterExtension
	final JourneyHub hub = JourneyHub.withDevices(DEVICES);
	private IotHubViewPage view;

	@BeforeEach
	void connect() throws Exception {
		view = ide.openIotHubView().connect(hub, "Plant");
		view.says("2,500 devices");
	}

	@Test
	void all2500AreThereAndTheLastOneCanBeReached() {
		assertEquals("Plant (2,500)", view.names().get(0));
		assertEquals(DEVICES + 1, view.names().size());
		assertEquals("sensor-0001", view.names().get(1));
		view.select("sensor-2500");
		view.pressTool("Refresh (F5)");
		view.says("2,500 devices");
		Eventually.is(List.of("sensor-2500"), "what is selected", view::selected);
		assertEquals("Disabled", view.cell("sensor-2497", "Status"));
		assertEquals("X.509 self-signed", view.cell("sensor-2493", "Authentication"));
	}

	@Test
	void theFilterShowsThoseThatContainItsWordsInAnyColumn() {
		view.filter("sensor-12");
		view.says("100 of 2,500 devices");
		assertEquals("Plant (100 of 2,500)", view.names().get(0));
		assertEquals("sensor-1299", view.names().get(100));

		view.filter("DISABLED battery sensor-12");
		Eventually.holds("fewer rows", () -> view.names().size() < 100);
		List<String> reasons = devices(view.column("Status reason"));
		assertEquals(List.of("Battery replaced next week"), reasons.stream().distinct().toList());
		assertEquals(List.of("Disabled"), devices(view.column("Status")).stream().distinct().toList());

		view.filter("no such device");
		view.says("0 of 2,500 devices");
		view.pressInFilter(Keystrokes.ESC);
		view.says("2,500 devices");
		assertEquals(DEVICES + 1, view.names().size());
	}

	@Test
	void theTitlesOfTheColumnsSortUpAndDown() {
		view.clickColumn("Device ID");
		isSorted("Device ID", Comparator.reverseOrder());
		assertEquals("sensor-2500", view.names().get(1));

		view.clickColumn("Authentication");
		isSorted("Authentication", Comparator.naturalOrder());
		view.clickColumn("Authentication");
		isSorted("Authentication", Comparator.reverseOrder());

		view.filter("self-signed sensor-00");
		view.clickColumn("Device ID");
		view.says("10 of 2,500 devices");
		Eventually.is("sensor-0003", "the first device", () -> view.names().get(1));
		assertEquals("sensor-0093", view.names().get(10));
	}

	/** A column without the row of the hub. */
	private static List<String> devices(List<String> column) {
		return column.subList(1, column.size());
	}

	private void isSorted(String title, Comparator<String> order) {
		Eventually.holds("the column " + title + " to be sorted", () -> {
			List<String> shown = devices(view.column(title));
			return shown.stream().sorted(order).toList().equals(shown);
		});
		assertEquals(DEVICES + 1, view.names().size());
	}
}
