// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import java.util.Objects;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.editor.internal.configurations.ConfigurationWizard;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.HubSelection;

/** Opens the wizard of configurations: for a new one at the hub of the selection, for one like that which is selected, or to change that one. */
public final class ConfigurationHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(@Nullable ExecutionEvent event) throws ExecutionException {
		if (event != null) {
			IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
			ConfigurationWizard wizard = wizard(event.getCommand().getId(), HandlerUtil.getCurrentSelection(event),
					Objects.requireNonNull(window.getActivePage()));
			if (wizard != null) {
				new WizardDialog(window.getShell(), wizard).open();
			}
		}
		return null;
	}

	private static @Nullable ConfigurationWizard wizard(String command, @Nullable ISelection selection, IWorkbenchPage page) {
		if (command.equals(UiIds.NEW_CONFIGURATION)) {
			HubConnection selected = HubSelection.connection(selection);
			return ConfigurationWizard.create(page, selected == null ? IotHubCore.get().connections().defaultConnection() : selected, null);
		}
		if (!(selection instanceof IStructuredSelection rows) || !(rows.getFirstElement() instanceof ConfigurationNode node)) {
			return null;
		}
		return command.equals(UiIds.CHANGE_CONFIGURATION) ? ConfigurationWizard.change(page, node.connection(), node.configuration())
				: ConfigurationWizard.create(page, node.connection(), node.configuration());
	}
}
