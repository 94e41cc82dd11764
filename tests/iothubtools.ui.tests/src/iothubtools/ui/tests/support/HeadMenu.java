// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;

/** The menu of the heads of the view's columns, as a right click opens it. */
public final class HeadMenu {

	private HeadMenu() {
	}

	/** What a test leaves: the columns as they are before anybody changed them. */
	@FunctionalInterface
	public interface Usual extends AutoCloseable {
		@Override
		void close();
	}

	/** To be closed while the view still has rows. */
	public static Usual usualAfter(Supplier<HubView> view) {
		return () -> reset(view.get());
	}

	/** Right-clicks the head of the first column, and comes back when the menu that opens was looked at and closed again. */
	public static void open(HubView view, Consumer<Menu> opens) {
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
			assertFalse(rightClick(view, head(view), SWT.MENU_MOUSE), "the menu of the rows opens");
			Until.holds("the menu", seen::get);
		} finally {
			Ui.run(() -> Ui.display().removeFilter(SWT.Show, shown));
		}
	}

	/** Shows a column that is hidden, or hides one that is shown. */
	public static void show(HubView view, String column, boolean on) {
		open(view, menu -> {
			MenuItem entry = entry(menu, column);
			assertEquals(!on, entry.getSelection(), "whether the column is shown");
			entry.setSelection(on);
			entry.notifyListeners(SWT.Selection, new Event());
		});
	}

	/** Has the columns as they are before anybody changed them. */
	public static void reset(HubView view) {
		open(view, menu -> entry(menu, "Reset Columns").notifyListeners(SWT.Selection, new Event()));
	}

	private static MenuItem entry(Menu menu, String text) {
		return Stream.of(menu.getItems()).filter(item -> item.getText().replace("&", "").equals(text)).findFirst().orElseThrow();
	}

	/** Whether the menu that is the table's own would open. */
	public static boolean rightClick(HubView view, Point place, int how) {
		return Boolean.TRUE.equals(Ui.get(() -> {
			Event event = new Event();
			event.x = place.x;
			event.y = place.y;
			event.detail = how;
			view.table().notifyListeners(SWT.MenuDetect, event);
			return event.doit;
		}));
	}

	/** On the head of the first column, on the display. */
	public static Point head(HubView view) {
		return Ui.get(() -> {
			Table table = view.table();
			return table.toDisplay(20, table.getClientArea().y + table.getHeaderHeight() / 2);
		});
	}
}
