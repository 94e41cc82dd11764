// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.copy;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;

/** Copies the ids of the selected devices, one a line; of hubs their names, where no device is selected. */
public final class CopyIdsHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<HubElement> elements = HubSelection.elements(selection(event));
		List<HubElement> devices = elements.stream().filter(DeviceNode.class::isInstance).toList();
		Clipboards.copy((devices.isEmpty() ? elements : devices).stream().map(HubElement::name)
				.collect(Collectors.joining(System.lineSeparator())));
	}
}
