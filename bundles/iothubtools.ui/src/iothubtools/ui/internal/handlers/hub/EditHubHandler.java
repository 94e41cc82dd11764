// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.PreferencesUtil;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;

/** Opens the preferences with the selected hub's connection, to be changed. */
public final class EditHubHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubConnection connection = HubSelection.connection(selection(event));
		if (connection != null) {
			PreferencesUtil.createPreferenceDialogOn(window.getShell(), UiIds.PREFERENCE_PAGE, null, connection.id()).open();
		}
	}
}
