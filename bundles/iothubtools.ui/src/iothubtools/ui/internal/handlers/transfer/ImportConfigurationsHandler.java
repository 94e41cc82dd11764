// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import java.nio.file.Path;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.Wizards;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.transfer.CopyConfigurationsWizard;

/** Asks for a file of configurations and opens Import Configurations on it, at the hub of the selection. */
public final class ImportConfigurationsHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubConnection selected = HubSelection.connection(selection(event));
		Path file = FileChoice.open(window.getShell(), Messages.ImportConfigurations_title, "*.json");
		if (file != null) {
			Wizards.open(CopyConfigurationsWizard.ofFile(file, selected == null ? IotHubCore.get().connections().defaultConnection() : selected), window);
		}
	}
}
