// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.Wizards;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.transfer.CopyConfigurationsWizard;

/** Opens Copy Configurations to Hub on the selected ones, which are of one hub; with the other hub if one is given. */
public final class CopyConfigurationsHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<ConfigurationNode> nodes = HubSelection.configurations(selection(event));
		if (!nodes.isEmpty()) {
			List<String> ids = nodes.stream().map(node -> node.configuration().id()).toList();
			Wizards.open(CopyConfigurationsWizard.ofHub(nodes.get(0).connection(), ids, CopyDevicesHandler.target(event)), window);
		}
	}
}
