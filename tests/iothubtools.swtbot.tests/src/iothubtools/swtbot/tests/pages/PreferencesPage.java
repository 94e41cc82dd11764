// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTable;

import iothubtools.tour.driver.Ui;

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

	/** The pages at the top of the tree, of which the filter leaves those it finds. */
	public List<String> pages() {
		Tree tree = bot().tree().widget;
		return Objects.requireNonNull(Ui.get(() -> Arrays.stream(tree.getItems()).map(TreeItem::getText).toList()));
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
