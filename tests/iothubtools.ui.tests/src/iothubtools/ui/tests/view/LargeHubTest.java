// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.view.DeviceColumn;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.UiStalls;

/** The UI thread stays free while very many devices are listed, filtered, sorted and scrolled. */
class LargeHubTest {

	private static final int DEVICES = 100_000;
	private static final long TOLERATED_MILLIS = 100;

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@TempDir
	Path folder;

	@Test
	void the_ui_thread_stays_free() throws Exception {
		try (HubView view = HubView.open(); UiStalls stalls = UiStalls.watch()) {
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

				view.clickColumn(DeviceColumn.LAST_ACTIVITY.ordinal());
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
			assertTrue(stalls.longestMillis() < TOLERATED_MILLIS, stalls.toString());
		}
	}
}
