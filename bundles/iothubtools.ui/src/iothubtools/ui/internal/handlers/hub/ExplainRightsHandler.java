// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import java.util.stream.Collectors;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.PreferencesUtil;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.MissingRights;
import iothubtools.ui.internal.text.LabelText;

/** Says why commands are disabled: which rights the policies of the selected hubs lack, and what to do about it. */
public final class ExplainRightsHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		String text = HubSelection.connections(selection(event)).stream().map(MissingRights::explained).filter(one -> !one.isEmpty()).collect(Collectors.joining("\n\n"));
		HubConnection lacking = HubSelection.connections(selection(event)).stream().filter(hub -> !MissingRights.explained(hub).isEmpty())
				.findFirst().orElse(null);
		if (lacking != null && HelpContext.open(new MessageDialog(window.getShell(), Messages.Rights_title, null, LabelText.of(text),
				MessageDialog.INFORMATION, 1, Messages.Rights_edit, IDialogConstants.CLOSE_LABEL), ExplainRightsHandler.class) == 0) {
			PreferencesUtil.createPreferenceDialogOn(window.getShell(), UiIds.PREFERENCE_PAGE, null, lacking.id()).open();
		}
	}
}
