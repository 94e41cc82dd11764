// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.operations.IdentityChange;
import iothubtools.ui.internal.model.HubSelection;

/** Makes the primary key of the selected devices their secondary one, and the other way round. Both keep working. */
public final class SwapKeysHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		DeviceChanges.start(HubSelection.devices(selection(event)), new IdentityChange.SwapKeys());
	}
}
