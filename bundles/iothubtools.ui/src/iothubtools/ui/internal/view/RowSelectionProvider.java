// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;

import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.QueryNode;
import iothubtools.ui.internal.model.SelectionSource;
import iothubtools.ui.internal.table.RowTable;

/** The selected rows as hubs and devices for the rest of the workbench. */
final class RowSelectionProvider extends SelectionSource {

	private final RowTable<Row> table;

	RowSelectionProvider(RowTable<Row> table) {
		this.table = table;
		table.table().addListener(SWT.Selection, event -> changed());
	}

	@Override
	public ISelection getSelection() {
		List<HubElement> elements = table.selected().stream().map(Row::element).filter(Objects::nonNull).toList();
		return new StructuredSelection(elements);
	}

	/** Selects the first hub or device of the selection. */
	@Override
	public void setSelection(@Nullable ISelection selection) {
		HubSelection.elements(selection).stream().findFirst().ifPresent(element -> table.reveal(element instanceof QueryNode query
				? Row.Query.key(query)
				: new Row.Key(element.connection().id(), element instanceof DeviceNode device ? device.deviceId() : "")));
	}
}
