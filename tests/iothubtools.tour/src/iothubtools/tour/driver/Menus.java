// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** How menus, which the workbench fills only when they open, are gone through. Everything here is for the UI thread. */
final class Menus {

	private Menus() {
	}

	/** The enabled entry at the end of a path through a menu, which is opened on the way and closed again; null if there is none. */
	static @Nullable MenuItem find(Menu menu, String... path) {
		Menu current = menu;
		for (int depth = 0;; depth++) {
			current.notifyListeners(SWT.Show, new Event());
			MenuItem item = entry(current, path[depth]);
			Menu next = item == null ? null : item.getMenu();
			if (item == null || depth == path.length - 1) {
				return item;
			}
			if (next == null) {
				return null;
			}
			current = next;
		}
	}

	/** Chooses an entry that was found. */
	static void choose(MenuItem item) {
		Menu menu = item.getParent();
		item.notifyListeners(SWT.Selection, new Event());
		if (!menu.isDisposed()) {
			menu.notifyListeners(SWT.Hide, new Event());
		}
	}

	private static @Nullable MenuItem entry(Menu menu, String text) {
		for (MenuItem item : menu.getItems()) {
			if (isCalled(item, text) && item.isEnabled()) {
				return item;
			}
		}
		return null;
	}

	/** Eclipse's own entries gained the dots of "this opens a dialog" between its oldest and its newest: Preferences... */
	private static boolean isCalled(MenuItem item, String text) {
		String shown = Widgets.plain(item.getText());
		return shown.equals(text) || shown.equals(text + "...");
	}
}
