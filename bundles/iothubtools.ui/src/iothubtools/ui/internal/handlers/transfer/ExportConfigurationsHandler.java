// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.configurations.ConfigurationFile;
import iothubtools.core.status.FileReason;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.StatusLine;

/** Asks for a file and has the selected configurations written to it, as they are shown, in the background. */
public final class ExportConfigurationsHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<Configuration> configurations = HubSelection.configurations(selection(event)).stream().map(ConfigurationNode::configuration).toList();
		Path file = configurations.isEmpty() ? null
				: FileChoice.saveAnew(window.getShell(), Messages.ExportConfigurations_title, Messages.ExportConfigurations_file);
		if (file != null) {
			Job.create(NLS.bind(Messages.ExportConfigurations_job, file.getFileName()), monitor -> {
				write(file, configurations);
			}).schedule();
		}
	}

	private static void write(Path file, List<Configuration> configurations) {
		try {
			ConfigurationFile.write(file, configurations);
			StatusLine.say(configurations.size() == 1 ? NLS.bind(Messages.ExportConfigurations_done_one, configurations.get(0).id(), file)
					: NLS.bind(Messages.ExportConfigurations_done_many, configurations.size(), file));
		} catch (IOException e) {
			// without the exception, whose words would be shown below and name a file that nobody knows
			StatusManager.getManager().handle(
					new Status(IStatus.ERROR, UiIds.BUNDLE, NLS.bind(Messages.ExportConfigurations_failed, file, FileReason.of(e))), StatusManager.SHOW);
		}
	}
}
