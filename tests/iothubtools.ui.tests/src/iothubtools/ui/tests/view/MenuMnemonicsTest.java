// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.core.IotHubCore;
import iothubtools.core.queries.SavedQuery;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Each entry of the rows' menu is reached by a letter, and no letter leads to two, whatever is selected. */
class MenuMnemonicsTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant", 2);

	@BeforeEach
	void awaitTheDevices() {
		view.awaitRows(3);
	}

	private void check(String what, String entry, int... rows) {
		Ui.run(() -> {
			view.table().setSelection(rows);
			view.table().notifyListeners(SWT.Selection, new Event());
		});
		List<String> wrong = new ArrayList<>();
		List<String> seen = new ArrayList<>();
		Ui.run(() -> look(view.table().getMenu(), what, seen, wrong));
		assertTrue(seen.contains(entry), what + ": " + seen);
		assertEquals(List.of(), wrong);
	}

	private static void look(Menu menu, String where, List<String> seen, List<String> wrong) {
		menu.notifyListeners(SWT.Show, new Event());
		Map<Character, String> letters = new TreeMap<>();
		for (MenuItem item : menu.getItems()) {
			String text = item.getText();
			if ((item.getStyle() & SWT.SEPARATOR) != 0) {
				continue;
			}
			seen.add(text.replace("&", "").replaceAll("\t.*", ""));
			int mark = text.indexOf('&');
			if (mark < 0) {
				wrong.add(where + ": no letter in " + text);
			} else {
				String other = letters.put(text.toLowerCase(Locale.ROOT).charAt(mark + 1), text);
				if (other != null) {
					wrong.add(where + ": " + other + " and " + text);
				}
			}
			if (item.getMenu() != null) {
				look(item.getMenu(), where + " > " + text, seen, wrong);
			}
		}
		menu.notifyListeners(SWT.Hide, new Event());
	}

	@Test
	void eachEntryHasALetterOfItsOwn() {
		check("nothing", "Refresh");
		check("hub", "Properties", 0);
		check("device", "Delete", 1);
		check("devices", "Delete", 1, 2);
		check("hub and device", "Delete", 0, 1);
		IotHubCore.get().queries().save(hub.connection(), SavedQuery.create("All", "SELECT * FROM devices"));
		Until.holds("the row of the query", () -> view.names().contains("All"));
		check("query", "Rename", view.names().indexOf("All"));
	}
}
