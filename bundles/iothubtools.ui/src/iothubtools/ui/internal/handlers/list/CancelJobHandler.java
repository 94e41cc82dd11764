// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.list;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.jobs.CancelJobOperation;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.FirstNames;
import iothubtools.ui.internal.model.JobNode;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.tasks.StatusLine;

/** Cancels the selected jobs, which wait, after asking; each in a job of the workbench. */
public final class CancelJobHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<JobNode> jobs = selection(event) instanceof IStructuredSelection selected
				? Stream.of(selected.toArray()).filter(JobNode.class::isInstance).map(JobNode.class::cast).toList() : List.of();
		if (jobs.isEmpty()) {
			return;
		}
		String hub = jobs.get(0).connection().name();
		String question = jobs.size() == 1 ? NLS.bind(Messages.CancelJob_question_one, jobs.get(0).job().jobId(), hub)
				: NLS.bind(Messages.CancelJob_question_many, new Object[] { jobs.size(), hub,
						FirstNames.lines(jobs.stream().map(node -> node.job().jobId()).toList()) });
		if (Destructive.confirmed(window.getShell(), List.of(jobs.get(0).connection()), Messages.CancelJob_title, question, Messages.CancelJob_button)) {
			jobs.forEach(node -> IotHubCore.get().operations().job(new CancelJobOperation(node.connection(), node.job().jobId())).whenDone(job -> {
				if (job.result() != null) {
					StatusLine.say(NLS.bind(Messages.CancelJob_done, node.job().jobId()));
				}
			}).schedule());
		}
	}
}
