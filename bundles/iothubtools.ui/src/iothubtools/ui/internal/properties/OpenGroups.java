// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Keeps the groups of a table of properties open, but for those that somebody closed, whatever is selected next: Eclipse opens a group by itself
 * only the first time that it has a row, and closes it when its row is taken for something else meanwhile.
 */
final class OpenGroups {

	private final Tree tree;
	private final Set<String> closed;

	/** @param closed names of groups that somebody closed, which outlive the table */
	OpenGroups(Tree tree, Set<String> closed) {
		this.tree = tree;
		this.closed = closed;
		tree.addListener(SWT.Collapse, event -> closed.add(name(event)));
		tree.addListener(SWT.Expand, event -> closed.remove(name(event)));
	}

	private static String name(Event event) {
		return event.item instanceof TreeItem group ? group.getText() : "";
	}

	/** To be called after other rows are shown. */
	void show() {
		for (TreeItem group : tree.getItems()) {
			boolean open = !closed.contains(group.getText());
			if (group.getItemCount() > 0 && group.getExpanded() != open) {
				if (open) {
					fill(group);
				}
				group.setExpanded(open);
			}
		}
	}

	/** What is below a group is made when somebody opens it. */
	private void fill(TreeItem group) {
		Event event = new Event();
		event.item = group;
		tree.notifyListeners(SWT.Expand, event);
	}
}
