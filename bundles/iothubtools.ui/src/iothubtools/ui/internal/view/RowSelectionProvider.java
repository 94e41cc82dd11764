// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;

import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.QueryNode;
import iothubtools.ui.internal.model.SelectionSource;
import iothubtools.ui.internal.table.RowTable;

/** The selected rows as hubs and devices for the rest of the workbench. */
final class RowSelectionProvider extends SelectionSource {

	private final RowTable<Row> table;
	/** Asked for by many for each change; null when it has to be read anew. */
	private @Nullable ISelection known;

	RowSelectionProvider(RowTable<Row> table) {
		this.table = table;
		table.table().addListener(SWT.Selection, event -> {
			known = null;
			changed();
		});
	}

	@Override
	public ISelection getSelection() {
		ISelection selection = known;
		if (selection == null) {
			selection = HubSelection.of(table.selected().stream().map(Row::element).filter(Objects::nonNull).toList());
			known = selection;
		}
		return selection;
	}

	/** Selects the first hub or device of the selection. */
	@Override
	public void setSelection(@Nullable ISelection selection) {
		HubSelection.elements(selection).stream().findFirst().ifPresent(element -> table.reveal(element instanceof QueryNode query
				? Row.Query.key(query)
				: new Row.Key(element.connection().id(), element instanceof DeviceNode device ? device.deviceId() : "")));
	}
}
