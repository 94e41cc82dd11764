// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import org.eclipse.swtbot.swt.finder.widgets.SWTBotTable;

/** The preferences, and in them the page of the hub connections. */
public final class PreferencesPage extends DialogPage {

	/** The preferences that are opening. */
	public PreferencesPage() {
		super("Preferences");
	}

	/** Types into the field that filters the pages. */
	public void search(String words) {
		bot().textWithMessage("type filter text").setText(words);
	}

	/** Goes to a page of the tree. */
	public void goTo(String page) {
		bot().tree().select(page);
	}

	/** The hub connections of the page. */
	public SWTBotTable connections() {
		return bot().table();
	}

	/** Removes a hub connection. */
	public void remove(String name) {
		connections().select(name);
		press("Remove");
	}

	/** Leaves and keeps the changes. */
	public void applyAndClose() {
		press("Apply and Close");
		closes();
	}
}
