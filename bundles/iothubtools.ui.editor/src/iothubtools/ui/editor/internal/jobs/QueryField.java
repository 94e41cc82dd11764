// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** The choice among the queries that are saved for a hub; the first entry is for a condition that is of none of them. */
final class QueryField {

	private final Combo combo;
	private List<SavedQuery> queries = List.of();

	/** Makes label and field; {@code change} is told each query that is chosen, or null for none. */
	QueryField(Composite parent, Consumer<@Nullable SavedQuery> change) {
		Fields.label(parent, Messages.Query_label);
		combo = WidgetIds.mark(new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY), JobFields.QUERY);
		combo.setToolTipText(Messages.Query_toolTip);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(combo);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			int index = combo.getSelectionIndex() - 1;
			change.accept(index < 0 ? null : queries.get(index));
		}));
	}

	/** What is to be marked. */
	Combo control() {
		return combo;
	}

	/** Offers the queries of a hub; null for no hub. */
	void fill(@Nullable HubConnection hub, @Nullable SavedQuery chosen) {
		queries = hub == null ? List.of() : IotHubCore.get().queries().of(hub);
		List<String> items = new ArrayList<>();
		items.add(queries.isEmpty() ? Messages.Query_none : Messages.Query_own);
		queries.forEach(query -> items.add(query.name()));
		combo.setItems(items.toArray(String[]::new));
		combo.setEnabled(!queries.isEmpty());
		show(chosen);
	}

	/** Shows which query the condition is of; null for none. */
	void show(@Nullable SavedQuery chosen) {
		combo.select(chosen == null ? 0 : queries.indexOf(chosen) + 1);
	}
}
