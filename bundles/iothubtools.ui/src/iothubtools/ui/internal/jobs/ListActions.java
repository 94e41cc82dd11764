// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchCommandConstants;

import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.ViewActions;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.table.ItemTable;

/** What the keys of the platform's own commands do in such a view; whatever concerns the hub has handlers. */
final class ListActions {

	private final ItemTable<?> table;
	private final ListDetails<?> details;

	private ListActions(ItemTable<?> table, ListDetails<?> details) {
		this.table = table;
		this.details = details;
	}

	/** From now on. */
	static void install(HubListView<?> view, ItemTable<?> table, ListDetails<?> details) {
		ListActions actions = new ListActions(table, details);
		IActionBars bars = view.getViewSite().getActionBars();
		ViewActions own = new ViewActions(bars);
		own.keys(IWorkbenchCommandConstants.EDIT_COPY, actions::copy);
		own.keys(IWorkbenchCommandConstants.EDIT_SELECT_ALL, actions::selectAll);
		own.keys(UiIds.CHOOSE_COLUMNS, table::chooseColumns);
		own.keys(UiIds.EXPORT_LIST, () -> ListExport.start(table.widget(), table.headings(), table.texts(), view::say));
		bars.updateActionBars();
	}

	private void copy() {
		Control focus = focus();
		String text = focus == null ? null : details.selectedAsText(focus);
		if (text == null) {
			Clipboards.copy(table.selectedAsText());
		} else if (!text.isEmpty()) {
			Clipboards.copy(text);
		}
	}

	private void selectAll() {
		Control focus = focus();
		if (focus instanceof Text text) {
			text.selectAll();
		} else if (focus instanceof Table other && other != table.widget()) {
			other.selectAll();
		} else {
			table.selectAll();
		}
	}

	private @Nullable Control focus() {
		return table.widget().getDisplay().getFocusControl();
	}
}
