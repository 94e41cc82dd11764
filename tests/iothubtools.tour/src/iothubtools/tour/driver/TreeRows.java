// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The rows of a tree, at any depth that is open. */
public final class TreeRows {

	private final Tree tree;

	TreeRows(Tree tree) {
		this.tree = tree;
	}

	/** Each visible row's first column, top to bottom. */
	public List<String> names() {
		List<String> names = Ui.get(() -> {
			List<String> all = new ArrayList<>();
			visit(tree.getItems(), item -> !all.add(item.getText()));
			return all;
		});
		return names == null ? List.of() : names;
	}

	/** Waits until a row's first column reads like this. */
	public void has(String name) {
		row(name);
	}

	/** What a row shows in a column, counted from 0. */
	public String cell(String name, int column) {
		TreeItem item = row(name);
		String text = Ui.get(() -> item.getText(column));
		return text == null ? "" : text;
	}

	/** Selects one row, as a click does. */
	public void select(String name) {
		TreeItem item = row(name);
		Ui.run(() -> {
			tree.setFocus();
			tree.setSelection(item);
			Event event = new Event();
			event.item = item;
			tree.notifyListeners(SWT.Selection, event);
		});
	}

	/** Chooses an entry of the context menu of what is selected; comes back at once, even if a dialog opens. */
	public void choose(String entry) {
		MenuItem item = Until.found("the menu entry " + entry, () -> {
			Menu menu = tree.getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			for (MenuItem candidate : menu.getItems()) {
				if (Widgets.plain(candidate.getText()).equals(entry) && candidate.isEnabled()) {
					return candidate;
				}
			}
			menu.notifyListeners(SWT.Hide, new Event());
			return null;
		});
		Ui.post(() -> item.notifyListeners(SWT.Selection, new Event()));
	}

	private TreeItem row(String name) {
		return Until.found("the row " + name, () -> tree.isDisposed() ? null : visit(tree.getItems(), item -> item.getText().equals(name)));
	}

	private static @Nullable TreeItem visit(TreeItem[] items, Predicate<TreeItem> stop) {
		for (TreeItem item : items) {
			if (stop.test(item)) {
				return item;
			}
			TreeItem inside = item.getExpanded() ? visit(item.getItems(), stop) : null;
			if (inside != null) {
				return inside;
			}
		}
		return null;
	}
}
