// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.PurgeQueuesOperation;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.PurgeOutcome;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.tasks.StatusLine;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.tasks.TaskRest;

/** Drops the cloud-to-device messages that wait for the selected devices after asking, with one job for each hub. */
public final class PurgeQueueHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		if (!devices.isEmpty() && Destructive.confirmed(window.getShell(), DeviceChangeJobs.hubs(devices), Messages.Purge_title,
				DeviceChangeJobs.question(devices, Messages.Purge_question_one, Messages.Purge_question_many) + "\n\n" + waiting(devices), Messages.Purge_button)) {
			DeviceChangeJobs.byHub(devices).forEach(PurgeQueueHandler::purge);
		}
	}

	/** How many messages that is, by what was read last. */
	private static String waiting(List<DeviceNode> devices) {
		long count = devices.stream().mapToLong(node -> node.device().cloudToDeviceMessageCount()).sum();
		return count == 0 ? Messages.Purge_waiting_none : count == 1 ? Messages.Purge_waiting_one : NLS.bind(Messages.Purge_waiting, count);
	}

	private static void purge(HubConnection connection, List<String> deviceIds) {
		IotHubCore.get().operations().job(new PurgeQueuesOperation(connection, deviceIds)).whenDone(job -> {
			PurgeOutcome outcome = job.result();
			if (outcome != null) {
				tell(connection, outcome, job);
			}
		}).schedule();
	}

	private static void tell(HubConnection connection, PurgeOutcome outcome, Job job) {
		if (!outcome.devices().ids(Result.DONE).isEmpty()) {
			StatusLine.say(outcome.messages() == 1 ? Messages.Purge_done_one : NLS.bind(Messages.Purge_done, outcome.messages()));
		}
		if (!outcome.devices().allDone()) {
			new TaskRest(outcome.devices(), true, rest -> purge(connection, rest)).tell(new TaskReport(connection, outcome.devices(),
					PurgeQueuesOperation.NEEDS).whole(Messages.Purge_failed_one, Messages.Purge_failed_many), job);
		}
	}
}
