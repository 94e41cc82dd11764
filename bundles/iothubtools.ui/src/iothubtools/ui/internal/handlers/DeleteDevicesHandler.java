// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.TaskReport;

/** Deletes the selected devices after asking, with one job for each hub. Why devices could not be deleted is told by kind. */
public final class DeleteDevicesHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		if (!devices.isEmpty() && Confirmation.given(window.getShell(), Messages.Delete_title,
				DeviceChanges.question(devices, Messages.Delete_question_one, Messages.Delete_question_many), Messages.Delete_button)) {
			DeviceChanges.byHub(devices).forEach(DeleteDevicesHandler::delete);
		}
	}

	private static void delete(HubConnection connection, List<String> deviceIds) {
		IotHubCore.get().operations().job(new DeleteDevicesOperation(connection, deviceIds)).whenDone(job -> {
			TaskOutcome outcome = job.result();
			if (outcome != null && !outcome.allDone()) {
				StatusManager.getManager().handle(new TaskReport(connection, outcome).status(Messages.Delete_failed_one,
						Messages.Delete_failed_many), StatusManager.SHOW);
			}
		}).schedule();
	}
}
