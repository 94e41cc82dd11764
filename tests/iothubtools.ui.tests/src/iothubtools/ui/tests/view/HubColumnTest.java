// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Screenshot;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HeadMenu;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The name of the hub that a device is on can be a column. */
class HubColumnTest extends WithHubView {

	private static final int HUB = DeviceColumns.ALL.indexOf(DeviceColumns.HUB);

	@Test
	void devicesOfSeveralHubsAreCopiedWithTheNamesOfTheirHubs() throws Exception {
		try (HubFixture factory = HubFixture.start(Files.createDirectory(folder.resolve("a")), "Factory", 2);
				HubFixture plant = HubFixture.start(Files.createDirectory(folder.resolve("b")), "Plant", 1);
				HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("3 devices");
			HeadMenu.show(view, "Hub", true);
			Until.holds("the names", () -> view.column(HUB).equals(List.of("", "Factory", "Factory", "", "Plant")));
			view.command("org.eclipse.ui.edit.selectAll");
			view.awaitStatus("3 devices \u2013 3 selected");
			view.command(UiIds.COPY_ROWS);
			Until.holds("a table on the clipboard", () -> Pasteboard.text().lines().count() == 4);
			assertEquals(List.of("Hub", "Factory", "Factory", "Plant"),
					Pasteboard.text().lines().map(line -> line.substring(line.lastIndexOf('\t') + 1)).toList());
		}
	}

	@Test
	void whoSortsByItSortsTheHubs() throws Exception {
		try (HubFixture factory = HubFixture.start(Files.createDirectory(folder.resolve("a")), "Factory", 2);
				HubFixture plant = HubFixture.start(Files.createDirectory(folder.resolve("b")), "Plant", 1);
				HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("3 devices");
			HeadMenu.show(view, "Hub", true);
			view.clickColumn(HUB);
			view.clickColumn(HUB);
			Until.holds("the last one first",
					() -> view.names().equals(List.of("Plant (1)", "sensor-0001", "Factory (2) \u2013 default", "sensor-0001", "sensor-0002")));
			assertEquals(SWT.DOWN, Ui.get(() -> view.table().getSortDirection()));
			view.clickColumn(HUB);
			Until.holds("the first one first", () -> view.column(HUB).equals(List.of("", "Factory", "Factory", "", "Plant")));
		}
	}

	@Test
	void aFilterFindsTheHubWhereItsNameCanBeSeen() throws Exception {
		try (HubFixture factory = HubFixture.start(Files.createDirectory(folder.resolve("a")), "Factory", 2);
				HubFixture plant = HubFixture.start(Files.createDirectory(folder.resolve("b")), "Plant", 3);
				HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("5 devices");
			view.filter("plant sensor");
			view.awaitStatus("0 of 5 devices");
			HeadMenu.show(view, "Hub", true);
			view.awaitStatus("3 of 5 devices");
			view.filter("plant 0002");
			view.awaitStatus("1 of 5 devices");
			factory.create("gateway");
			view.awaitStatus("1 of 6 devices");
			plant.create("gateway-0002");
			view.awaitStatus("2 of 7 devices");
			HeadMenu.show(view, "Hub", false);
			view.awaitStatus("0 of 7 devices");
			view.filter("");
			view.awaitStatus("7 devices");
		}
	}

	@Test
	void itComesBackWithTheView() throws Exception {
		try (HubFixture factory = HubFixture.start(folder, "Factory", 1); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("1 device");
			assertEquals(0, width());
			HeadMenu.show(view, "Hub", true);
			assertTrue(width() > 0, "it is hidden");
			Ui.run(() -> view.table().getColumn(HUB).setWidth(177));
			view.close();
			view = HubView.open();
			view.awaitStatus("1 device");
			assertEquals(177, width());
			Until.holds("the name", () -> view.column(HUB).equals(List.of("", "Factory")));
		}
	}

	@Test
	void whatGoesAcrossAllColumnsIsDrawnOnceWhereItStandsBehindHiddenOnes() throws Exception {
		try (HubFixture factory = HubFixture.start(folder, "Factory", 1); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("1 device");
			for (String name : List.of("Status", "Connection", "Authentication", "Last activity", "Status reason", "Type")) {
				HeadMenu.show(view, name, false);
			}
			int[][] last = { {}, {} };
			Until.holds("the name to be drawn", () -> {
				last[0] = last[1];
				last[1] = name();
				return Arrays.equals(last[0], last[1]);
			});
			int[] once = last[1];
			HeadMenu.show(view, "Hub", true);
			Ui.run(() -> view.table().getColumn(0).setWidth(200));
			Until.holds("the column to be drawn", () -> view.table().getColumn(0).getWidth() == 200 && width() > 0);
			Until.holds("the name to be drawn as before", () -> Arrays.equals(once, name()));
		}
	}

	/** The pixels of the name of the first hub. */
	private int[] name() {
		Table table = view.table();
		table.redraw();
		table.update();
		Rectangle text = table.getItem(0).getTextBounds(0);
		Point place = table.toDisplay(text.x, text.y);
		ImageData data = Screenshot.of(new Rectangle(place.x, place.y, 60, text.height));
		int[] pixels = new int[data.width * data.height];
		for (int y = 0; y < data.height; y++) {
			data.getPixels(0, y, data.width, pixels, y * data.width);
		}
		return pixels;
	}

	private int width() {
		return Ui.get(() -> view.table().getColumn(HUB).getWidth());
	}
}
