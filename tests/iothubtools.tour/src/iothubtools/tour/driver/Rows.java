// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The rows of a table, or those of a tree at any depth that is open. */
public final class Rows {

	private final Composite control;

	/** @param control a {@link Table} or a {@link Tree} */
	Rows(Composite control) {
		this.control = control;
	}

	/** Waits until there is a row whose first column reads like this. */
	public void has(String name) {
		row(name);
	}

	/** Waits until that row has this in another of its columns. */
	public void has(String name, String cell) {
		Until.holds("the row " + name + " to have " + cell, () -> items().stream().anyMatch(item -> item.getText().equals(name) && cells(item).contains(cell)));
	}

	private List<String> cells(Item item) {
		return item instanceof TableItem row ? IntStream.range(1, ((Table) control).getColumnCount()).mapToObj(row::getText).toList()
				: IntStream.range(1, ((Tree) control).getColumnCount()).mapToObj(((TreeItem) item)::getText).toList();
	}

	/** Selects one row, as a click does. */
	public void select(String name) {
		select(row(name));
	}

	/** Selects the first row, once there is one. */
	public void selectFirst() {
		select(Until.found("a row", () -> items().isEmpty() ? null : items().get(0)));
	}

	private void select(Item item) {
		Ui.run(() -> {
			control.setFocus();
			if (item instanceof TableItem row) {
				((Table) control).setSelection(row);
				((Table) control).showSelection();
			} else {
				((Tree) control).setSelection((TreeItem) item);
			}
			Event event = new Event();
			event.item = item;
			control.notifyListeners(SWT.Selection, event);
		});
	}

	/** Opens one row of a tree, as a click on its handle does. */
	public void expand(String name) {
		TreeItem item = (TreeItem) row(name);
		Ui.run(() -> {
			Event event = new Event();
			event.item = item;
			control.notifyListeners(SWT.Expand, event);
			item.setExpanded(true);
		});
	}

	/**
	 * Chooses an entry of the context menu of what is selected; comes back at once, even if a dialog opens.
	 *
	 * @param path the entry, after the submenus it is in
	 */
	public void choose(String... path) {
		MenuItem item = Until.found("the menu entry " + String.join(" > ", path), () -> Menus.find(control.getMenu(), path));
		Ui.post(() -> Menus.choose(item));
	}

	private Item row(String name) {
		return Until.found("the row " + name, () -> {
			for (Item item : items()) {
				if (item.getText().equals(name)) {
					return item;
				}
			}
			return null;
		});
	}

	private List<Item> items() {
		if (control.isDisposed()) {
			return List.of();
		}
		if (control instanceof Table table) {
			return List.of(table.getItems());
		}
		List<Item> items = new ArrayList<>();
		collect(((Tree) control).getItems(), items);
		return items;
	}

	private static void collect(TreeItem[] some, List<Item> items) {
		for (TreeItem item : some) {
			items.add(item);
			if (item.getExpanded()) {
				collect(item.getItems(), items);
			}
		}
	}
}
