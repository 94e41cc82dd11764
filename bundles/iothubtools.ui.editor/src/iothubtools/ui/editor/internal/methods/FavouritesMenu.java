// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import iothubtools.client.methods.DirectMethod;
import iothubtools.core.methods.MethodHistory;

/** The favourites of a hub: each puts itself into the form, and what is in the form can be made one. */
final class FavouritesMenu {

	private static final int SHORT = 60;

	private FavouritesMenu() {
	}

	/**
	 * Opens it below a control.
	 *
	 * @param current what is in the form; null where it is not complete
	 * @param chosen  hears of a favourite that is to be in the form
	 * @param change  hears that the current one is to be a favourite, or none any more
	 */
	static void open(Control below, List<DirectMethod> favourites, @Nullable DirectMethod current, Consumer<DirectMethod> chosen, Consumer<Boolean> change) {
		Menu menu = new Menu(below);
		favourites.forEach(method -> item(menu, text(method), true, () -> chosen.accept(method)));
		if (favourites.isEmpty()) {
			item(menu, Messages.Favourites_none, false, () -> { });
		}
		MenuItem separator = new MenuItem(menu, SWT.SEPARATOR);
		separator.setEnabled(false);
		boolean is = current != null && favourites.contains(current);
		boolean may = current != null && MethodHistory.mayBeKept(current);
		if (is) {
			item(menu, Messages.Favourites_remove, true, () -> change.accept(false));
		} else {
			item(menu, current == null || may ? Messages.Favourites_add : Messages.Favourites_secret, may, () -> change.accept(true));
		}
		Point place = below.toDisplay(0, below.getSize().y);
		menu.setLocation(place);
		menu.addListener(SWT.Hide, event -> below.getDisplay().asyncExec(() -> {
			if (!menu.isDisposed()) {
				menu.dispose();
			}
		}));
		// the right mouse button opens it, too
		below.setMenu(menu);
		menu.setVisible(true);
	}

	private static void item(Menu menu, String text, boolean enabled, Runnable action) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.setEnabled(enabled);
		item.addListener(SWT.Selection, event -> action.run());
	}

	/** Such as "reboot {"delay":5}", shortened. */
	static String text(DirectMethod method) {
		String payload = method.payload();
		String line = payload == null ? method.name() : NLS.bind(Messages.Favourite, method.name(), payload.replaceAll("\\s+", " "));
		return (line.length() > SHORT ? line.substring(0, SHORT) + '\u2026' : line).replace("&", "&&");
	}
}
