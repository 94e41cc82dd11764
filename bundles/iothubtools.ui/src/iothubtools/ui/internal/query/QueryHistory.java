// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.images.HubImages;

/** A drop-down with the queries that were run last at the hub of the view, the last one first. A click shows one, and does not run it. */
final class QueryHistory extends Action implements IMenuCreator {

	/** Of a query, in the menu. */
	private static final int LONGEST = 80;

	private final QueryPane page;
	private @Nullable Menu menu;

	QueryHistory(QueryPane page) {
		super(Messages.Action_history, IAction.AS_DROP_DOWN_MENU);
		this.page = page;
		setToolTipText(Messages.Action_history_toolTip);
		setImageDescriptor(HubImages.HISTORY.descriptor());
		setMenuCreator(this);
		setActionDefinitionId(UiIds.RECENT_QUERIES);
	}

	/** By a key or Quick Access: where the query is typed. */
	@Override
	public void run() {
		Control text = page.text().widget();
		Menu opened = getMenu(text);
		opened.setLocation(text.toDisplay(0, 0));
		opened.setVisible(true);
	}

	@Override
	public void runWithEvent(@Nullable Event event) {
		// a click beside the arrow opens the menu, too
		if (event != null && event.widget instanceof ToolItem item) {
			Menu opened = getMenu(item.getParent());
			opened.setLocation(item.getParent().toDisplay(item.getBounds().x, item.getBounds().y + item.getBounds().height));
			opened.setVisible(true);
		} else {
			run();
		}
	}

	@Override
	public Menu getMenu(@Nullable Control parent) {
		dispose();
		Menu made = new Menu(parent);
		fill(made);
		menu = made;
		return made;
	}

	@Override
	public Menu getMenu(@Nullable Menu parent) {
		Menu made = new Menu(parent);
		made.addListener(SWT.Show, event -> {
			for (MenuItem item : made.getItems()) {
				item.dispose();
			}
			fill(made);
		});
		return made;
	}

	private void fill(Menu made) {
		HubConnection connection = page.connection();
		List<String> recent = connection == null ? List.of() : IotHubCore.get().queries().recent(connection);
		for (String query : recent) {
			MenuItem item = new MenuItem(made, SWT.PUSH);
			item.setText(label(query));
			item.addListener(SWT.Selection, event -> {
				page.text().setText(query);
				page.setFocus();
			});
		}
		if (recent.isEmpty()) {
			MenuItem none = new MenuItem(made, SWT.PUSH);
			none.setText(Messages.Action_history_none);
			none.setEnabled(false);
		}
	}

	private static String label(String query) {
		String line = query.strip().replaceAll("\\s+", " ");
		String start = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + '\u2026' : line;
		return start.replace("&", "&&");
	}

	@Override
	public void dispose() {
		Menu before = menu;
		if (before != null) {
			before.dispose();
		}
		menu = null;
	}
}
