// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.PreferencesUtil;

import iothubtools.ui.internal.UiIds;

/** Opens the preferences of the hub connections. */
public final class OpenPreferencesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		PreferencesUtil.createPreferenceDialogOn(window.getShell(), UiIds.PREFERENCE_PAGE, null, null).open();
	}
}
