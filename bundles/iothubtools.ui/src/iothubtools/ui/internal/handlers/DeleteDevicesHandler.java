// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
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

	private static final int NAMED = 10;

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		if (!devices.isEmpty() && Confirmation.given(window.getShell(), Messages.Delete_title,
				question(devices), Messages.Delete_button)) {
			byHub(devices).forEach(DeleteDevicesHandler::delete);
		}
	}

	private static Map<HubConnection, List<String>> byHub(List<DeviceNode> devices) {
		return devices.stream().collect(Collectors.groupingBy(DeviceNode::connection, LinkedHashMap::new,
				Collectors.mapping(DeviceNode::deviceId, Collectors.toList())));
	}

	private static String question(List<DeviceNode> devices) {
		if (devices.size() == 1) {
			DeviceNode device = devices.get(0);
			return NLS.bind(Messages.Delete_question_one, device.deviceId(), device.connection().name());
		}
		String names = devices.stream().limit(NAMED).map(DeviceNode::deviceId).collect(Collectors.joining("\n"));
		String more = devices.size() > NAMED ? NLS.bind(Messages.Delete_more, devices.size() - NAMED) : "";
		String hubs = devices.stream().map(device -> device.connection().name()).distinct()
				.collect(Collectors.joining(", "));
		return NLS.bind(Messages.Delete_question_many, new Object[] { devices.size(), hubs, names + more });
	}

	private static void delete(HubConnection connection, List<String> deviceIds) {
		IotHubCore.get().operations().job(new DeleteDevicesOperation(connection, deviceIds)).whenDone(job -> {
			TaskOutcome outcome = job.result();
			if (outcome != null && !outcome.failures().isEmpty()) {
				StatusManager.getManager().handle(new TaskReport(connection, outcome).status(Messages.Delete_failed_one,
						Messages.Delete_failed_many), StatusManager.SHOW);
			}
		}).schedule();
	}
}
