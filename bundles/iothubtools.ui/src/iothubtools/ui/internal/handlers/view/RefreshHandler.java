// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;

import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.view.IotHubView;

/** Lists the devices of the selected hubs anew, of all hubs when none is selected. */
public final class RefreshHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) {
		view.refresh(HubSelection.connections(selection(event)));
	}
}
