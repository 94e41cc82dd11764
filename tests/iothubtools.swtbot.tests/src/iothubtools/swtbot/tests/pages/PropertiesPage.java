// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swtbot.eclipse.finder.widgets.SWTBotView;

import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.tour.driver.Ui;

/** The Properties view, whose lines stand below the names of what they are about. */
public final class PropertiesPage {

	private final SWTBotView view;

	PropertiesPage(SWTBotView view) {
		this.view = view;
	}

	/** Waits until a line has this value. */
	public void shows(String category, String name, String value) {
		Eventually.is(value, category + " > " + name, () -> value(category, name));
	}

	/** What a line says; null when there is no such line. */
	public @Nullable String value(String category, String name) {
		Tree tree = view.bot().tree().widget;
		return Ui.get(() -> Arrays.stream(tree.getItems()).filter(item -> item.getText().equals(category))
				.flatMap(item -> Arrays.stream(item.getItems())).filter(item -> item.getText().equals(name)).findFirst()
				.map(PropertiesPage::value).orElse(null));
	}

	private static String value(TreeItem item) {
		return item.getText(1);
	}
}
