// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.SelectionSource;

/** What is selected in such a view for the rest of the workbench; the hub where nothing is. */
final class HubListSelection extends SelectionSource {

	private final Supplier<List<?>> selected;
	private final Supplier<@Nullable HubConnection> hub;

	HubListSelection(Supplier<List<?>> selected, Supplier<@Nullable HubConnection> hub) {
		this.selected = selected;
		this.hub = hub;
	}

	@Override
	public ISelection getSelection() {
		List<?> elements = selected.get();
		HubConnection connection = hub.get();
		return !elements.isEmpty() || connection == null ? new StructuredSelection(elements) : new StructuredSelection(new HubNode(connection));
	}

	@Override
	public void setSelection(@Nullable ISelection selection) {
		// rows are selected by whoever looks at them
	}
}
