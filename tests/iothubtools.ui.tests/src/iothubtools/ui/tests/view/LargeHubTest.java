// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.UiStalls;

/** The UI thread stays free while very many devices are listed, filtered, sorted and scrolled. */
class LargeHubTest {

	private static final int DEVICES = 100_000;
	private static final long TOLERATED_MILLIS = 100;
	private static final int ATTEMPTS = 3;

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@TempDir
	Path folder;

	/**
	 * What takes too long is done again: whatever else the machine does only ever adds to it, so the best time of each step counts.
	 * What holds the UI thread up by itself does so each time.
	 */
	@Test
	void theUiThreadStaysFree() throws Exception {
		Map<String, Long> best = new LinkedHashMap<>();
		for (int attempt = 0; attempt < ATTEMPTS && !areTolerated(best); attempt++) {
			workWithALargeHub(best);
		}
		assertTrue(areTolerated(best), () -> "UI stalls in ms: " + best);
	}

	private static boolean areTolerated(Map<String, Long> stalls) {
		return !stalls.isEmpty() && stalls.values().stream().allMatch(millis -> millis < TOLERATED_MILLIS);
	}

	private void workWithALargeHub(Map<String, Long> best) throws Exception {
		try (HubView view = HubView.open(); UiStalls stalls = UiStalls.watch(best)) {
			String all = String.format("%,d devices", DEVICES);
			try (HubFixture hub = HubFixture.start(folder, "Large", DEVICES)) {
				view.awaitRows(DEVICES + 1);
				view.awaitStatus(all);
				stalls.report("list of " + all);

				Ui.run(() -> view.table().setTopIndex(DEVICES / 2));
				stalls.report("scroll");

				view.filter("0777");
				Until.holds("the filter", () -> view.table().getItemCount() < DEVICES / 10);
				stalls.report("filter");
				view.filter("");
				view.awaitRows(DEVICES + 1);
				stalls.report("unfilter");

				view.clickColumn(DeviceColumns.ALL.indexOf(DeviceColumns.LAST_ACTIVITY));
				Until.holds("the order", () -> !"sensor-0001".equals(view.table().getItem(1).getText(0)));
				stalls.report("sort");

				view.command("org.eclipse.ui.file.refresh");
				view.awaitStatus(all + ", loading\u2026");
				view.awaitStatus(all);
				stalls.report("refresh");
				assertEquals(DEVICES + 1, Ui.get(() -> view.table().getItemCount()));
			}
			HubView.awaitQuiet();
			stalls.report("remove");
		}
	}
}
