// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.stream.Collectors;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;

/** Copies the ids of the selected devices and the names of the selected hubs, one a line. */
public final class CopyIdsHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		Clipboards.copy(HubSelection.elements(selection(event)).stream().map(HubElement::name)
				.collect(Collectors.joining(System.lineSeparator())));
	}
}
