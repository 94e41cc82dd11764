// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.list;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.FirstNames;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.tasks.StatusLine;

/** Deletes the selected configurations in the version that is shown, after asking; each in a job. */
public final class DeleteConfigurationHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<ConfigurationNode> nodes = HubSelection.configurations(selection(event));
		if (nodes.isEmpty()) {
			return;
		}
		String hub = nodes.get(0).connection().name();
		String question = nodes.size() == 1 ? NLS.bind(Messages.DeleteConfiguration_question_one, nodes.get(0).configuration().id(), hub)
				: NLS.bind(Messages.DeleteConfiguration_question_many, new Object[] { nodes.size(), hub,
						FirstNames.lines(nodes.stream().map(node -> node.configuration().id()).toList()) });
		if (Destructive.confirmed(window.getShell(), List.of(nodes.get(0).connection()), Messages.DeleteConfiguration_title, question,
				Messages.Delete_button)) {
			nodes.forEach(node -> IotHubCore.get().operations()
					.job(new DeleteConfigurationOperation(node.connection(), node.configuration().id(), node.configuration().etag())).whenDone(job -> {
						if (job.result() != null) {
							StatusLine.say(NLS.bind(Messages.DeleteConfiguration_done, node.configuration().id()));
						}
					}).schedule());
		}
	}
}
