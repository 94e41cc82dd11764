// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.tasks.DeviceDeletion;
import iothubtools.ui.internal.tasks.StatusLine;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.tasks.TaskRest;
import iothubtools.ui.internal.text.Numbers;

/**
 * Deletes the selected devices after asking, with one job for each hub. Why devices could not be deleted is told by kind. Edit &gt; Undo
 * makes them anew, unless they are very many, which the question says.
 */
public final class DeleteDevicesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		boolean kept = devices.size() <= DeletedDevices.LIMIT;
		String question = DeviceChangeJobs.question(devices, Messages.Delete_question_one,
				kept ? Messages.Delete_question_many : Messages.Delete_question_tooMany);
		if (!devices.isEmpty() && Destructive.confirmed(window.getShell(), DeviceChangeJobs.hubs(devices),
				Messages.Delete_title, question, Messages.Delete_button)) {
			IWorkbenchPart part = HandlerUtil.getActivePart(event);
			DeviceChangeJobs.byHub(devices)
					.forEach((connection, ids) -> delete(connection, ids, kept ? new DeletedDevices() : null, part));
		}
	}

	private static void delete(HubConnection connection, List<String> deviceIds, @Nullable DeletedDevices kept,
			@Nullable IWorkbenchPart part) {
		IotHubCore.get().operations().job(new DeleteDevicesOperation(connection, deviceIds, kept)).whenDone(job -> {
			if (kept != null && !kept.ids().isEmpty()) {
				DeviceDeletion.remember(connection, kept);
				say(kept, part);
			}
			TaskOutcome outcome = job.result();
			if (outcome != null && !outcome.allDone()) {
				new TaskRest(outcome, false, rest -> delete(connection, rest, kept == null ? null : new DeletedDevices(), part))
						.tell(new TaskReport(connection, outcome).whole(Messages.Delete_failed_one, Messages.Delete_failed_many), job);
			}
		}).schedule();
	}

	/** Where Undo is to be found, at the place where a person looks after the command. */
	private static void say(DeletedDevices kept, @Nullable IWorkbenchPart part) {
		if (part instanceof IViewPart) {
			List<String> ids = kept.ids();
			String done = ids.size() == 1 ? NLS.bind(Messages.Delete_done_one, ids.get(0)) : NLS.bind(Messages.Delete_done_many, Numbers.of(ids.size()));
			// as long as it can be undone
			StatusLine.sayThere(part, kept.withoutTwins() ? NLS.bind(Messages.Delete_done_withoutTwins, done) : done, 0);
		}
	}
}
