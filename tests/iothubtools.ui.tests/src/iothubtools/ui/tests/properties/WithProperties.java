// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.views.properties.PropertySheet;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.junit.jupiter.api.AfterEach;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Tests of the Properties view, at a real hub. */
abstract class WithProperties extends WithHubView {

	@AfterEach
	void closeProperties() {
		Ui.run(() -> {
			IViewPart properties = HubView.page().findView(IPageLayout.ID_PROP_SHEET);
			if (properties != null) {
				HubView.page().hideView(properties);
			}
		});
	}

	/** Labels of the tabs, from the top. */
	static List<String> tabs() {
		return Ui.get(() -> page() == null ? List.of() : Stream.of(page().getActiveTabs()).map(ITabDescriptor::getLabel).toList());
	}

	/** Shows a tab. */
	static void tab(String label) {
		Until.holds("the tab " + label, () -> tabs().contains(label));
		Ui.run(() -> Stream.of(page().getActiveTabs()).filter(tab -> tab.getLabel().equals(label)).forEach(tab -> page().setSelectedTab(tab.getId())));
	}

	/** What the Properties view shows for us; on the UI thread. */
	static TabbedPropertySheetPage page() {
		return HubView.page().findView(IPageLayout.ID_PROP_SHEET) instanceof PropertySheet sheet
				&& sheet.getCurrentPage() instanceof TabbedPropertySheetPage page ? page : null;
	}

	static List<String> categories() {
		List<String> names = new ArrayList<>();
		Ui.run(() -> {
			for (TreeItem item : tree().getItems()) {
				names.add(item.getText(0));
			}
		});
		return names;
	}

	/** Names and values on the tab that is shown. */
	static Map<String, String> lines() {
		Map<String, String> lines = new LinkedHashMap<>();
		Tree tree = tree();
		if (tree != null) {
			add(tree.getItems(), lines);
		}
		return lines;
	}

	static void add(TreeItem[] items, Map<String, String> lines) {
		for (TreeItem item : items) {
			// a category has no value
			if (item.getItemCount() == 0) {
				lines.put(item.getText(0), item.getText(1));
			}
			add(item.getItems(), lines);
		}
	}

	static Tree tree() {
		return page() == null ? null : shown((Composite) page().getControl());
	}

	/** That of the tab in front, whether or not the view itself can be seen. */
	static Tree shown(Composite parent) {
		for (Control child : parent.getChildren()) {
			Tree tree = !child.getVisible() ? null : child instanceof Tree found ? found : child instanceof Composite below ? shown(below) : null;
			if (tree != null) {
				return tree;
			}
		}
		return null;
	}
}
