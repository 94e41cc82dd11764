// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HeadMenu;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** The menu of the columns' heads. */
class ColumnMenuTest extends WithHubView {

	private static final int CONNECTION = DeviceColumns.ALL.indexOf(DeviceColumns.CONNECTION);

	@Test
	void aRightClickOnAHeadOpensTheMenuOfTheColumnsAndOnARowThatOfTheRows() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			List<String> opened = new CopyOnWriteArrayList<>();
			HeadMenu.open(view, menu -> opened.addAll(texts(menu)));
			assertTrue(opened.containsAll(List.of("Device ID", "Status", "Connection", "Type", "Parent")), opened.toString());
			assertTrue(opened.stream().noneMatch(text -> text.startsWith("Delete")), opened.toString());
			assertTrue(HeadMenu.rightClick(view, row(), SWT.MENU_MOUSE), "the menu of the rows is kept from opening");
			assertTrue(HeadMenu.rightClick(view, HeadMenu.head(view), SWT.MENU_KEYBOARD), "the menu key has the menu of the rows");
		}
	}

	@Test
	void aColumnIsHiddenAndShownByItsEntry() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			HeadMenu.show(view, "Connection", false);
			Until.holds("the column to be hidden", () -> view.table().getColumn(CONNECTION).getWidth() == 0);
			HeadMenu.show(view, "Connection", true);
			Until.holds("the column to be shown", () -> view.table().getColumn(CONNECTION).getWidth() > 0);
		}
	}

	private Point row() {
		return Ui.get(() -> {
			Table table = view.table();
			return table.toDisplay(20, table.getClientArea().y + table.getHeaderHeight() + table.getItemHeight() / 2);
		});
	}

	private static List<String> texts(Menu menu) {
		return Stream.of(menu.getItems()).map(item -> item.getText().replace("&", "")).toList();
	}
}
