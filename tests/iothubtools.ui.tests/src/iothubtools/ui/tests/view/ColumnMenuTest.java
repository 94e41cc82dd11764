// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.view.DeviceColumns;
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
			onHead(menu -> opened.addAll(texts(menu)));
			assertTrue(opened.containsAll(List.of("Device ID", "Status", "Connection", "Type", "Parent")), opened.toString());
			assertTrue(opened.stream().noneMatch(text -> text.startsWith("Delete")), opened.toString());
			assertTrue(rightClick(row(), SWT.MENU_MOUSE), "the menu of the rows is kept from opening");
			assertTrue(rightClick(head(), SWT.MENU_KEYBOARD), "the menu key has the menu of the rows");
		}
	}

	@Test
	void aColumnIsHiddenAndShownByItsEntry() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			onHead(menu -> choose(menu, "Connection", false));
			Until.holds("the column to be hidden", () -> view.table().getColumn(CONNECTION).getWidth() == 0);
			onHead(menu -> choose(menu, "Connection", true));
			Until.holds("the column to be shown", () -> view.table().getColumn(CONNECTION).getWidth() > 0);
		}
	}

	/** Right-clicks the head of the first column, and comes back when the menu that opens was looked at and closed again. */
	private void onHead(Consumer<Menu> opens) {
		AtomicBoolean seen = new AtomicBoolean();
		Listener shown = event -> {
			if (event.widget instanceof Menu menu && menu.getItemCount() > 0) {
				Ui.display().asyncExec(() -> menu.setVisible(false));
				opens.accept(menu);
				seen.set(true);
			}
		};
		Ui.run(() -> Ui.display().addFilter(SWT.Show, shown));
		try {
			assertFalse(rightClick(head(), SWT.MENU_MOUSE), "the menu of the rows opens");
			Until.holds("the menu", seen::get);
		} finally {
			Ui.run(() -> Ui.display().removeFilter(SWT.Show, shown));
		}
	}

	/** Whether the menu that is the table's own would open. */
	private boolean rightClick(Point place, int how) {
		return Boolean.TRUE.equals(Ui.get(() -> {
			Event event = new Event();
			event.x = place.x;
			event.y = place.y;
			event.detail = how;
			view.table().notifyListeners(SWT.MenuDetect, event);
			return event.doit;
		}));
	}

	private Point head() {
		return Ui.get(() -> {
			Table table = view.table();
			return table.toDisplay(20, table.getClientArea().y + table.getHeaderHeight() / 2);
		});
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

	private static void choose(Menu menu, String text, boolean on) {
		MenuItem entry = Stream.of(menu.getItems()).filter(item -> item.getText().replace("&", "").equals(text)).findFirst().orElseThrow();
		assertEquals(!on, entry.getSelection(), "whether the column is shown");
		entry.setSelection(on);
		entry.notifyListeners(SWT.Selection, new Event());
	}
}
