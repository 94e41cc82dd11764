// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.FirstNames;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.remedies.FailureDialog;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.tasks.TaskRest;
import iothubtools.ui.internal.text.Numbers;

/** Changes selected devices, with one job for each hub, and tells what was not done, which can be done from there. */
final class DeviceChangeJobs {

	private DeviceChangeJobs() {
	}

	/** Begins; what becomes of it is told when it has ended. */
	static void start(List<DeviceNode> devices, IdentityChange change) {
		byHub(devices).forEach((connection, ids) -> start(connection, ids, change));
	}

	private static void start(HubConnection connection, List<String> deviceIds, IdentityChange change) {
		IotHubCore.get().operations().job(new UpdateDevicesOperation(connection, deviceIds, change)).whenDone(job -> {
			TaskOutcome outcome = job.result();
			if (outcome != null && !outcome.allDone()) {
				new TaskRest(outcome, change.canBeRepeated(), rest -> start(connection, rest, change))
						.tell(new TaskReport(connection, outcome).whole(Messages.Change_failed_one, Messages.Change_failed_many), job);
			}
		}).schedule();
	}

	/** Tells why a change of one device failed. */
	static void tell(DeviceNode device, HubJob<?> job) {
		IStatus failure = job.outcome();
		if (!failure.matches(IStatus.CANCEL)) {
			String message = NLS.bind(Messages.Change_failed_one, device.deviceId(), failure.getMessage());
			FailureDialog.show(failure instanceof HubStatus hub ? hub.saying(message) : new Status(failure.getSeverity(), UiIds.BUNDLE, message), job,
					job::schedule);
		}
	}

	/** The ids of the devices of each hub, in order of selection. */
	static Map<HubConnection, List<String>> byHub(List<DeviceNode> devices) {
		return devices.stream().collect(Collectors.groupingBy(DeviceNode::connection, LinkedHashMap::new,
				Collectors.mapping(DeviceNode::deviceId, Collectors.toList())));
	}

	/** The hubs of devices, each once. */
	static Set<HubConnection> hubs(List<DeviceNode> devices) {
		return devices.stream().map(DeviceNode::connection).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * A question about devices, which names the first of them.
	 *
	 * @param one  what to ask about one device: {0} is the device and {1} its hub
	 * @param many what to ask about several: {0} is how many there are, {1} their hubs and {2} their names, a line each
	 */
	static String question(List<DeviceNode> devices, String one, String many) {
		if (devices.size() == 1) {
			DeviceNode device = devices.get(0);
			return NLS.bind(one, device.deviceId(), device.connection().name());
		}
		String hubs = devices.stream().map(device -> device.connection().name()).distinct()
				.collect(Collectors.joining(", "));
		return NLS.bind(many, new Object[] { Numbers.of(devices.size()), hubs, FirstNames.lines(devices.stream().map(DeviceNode::deviceId).toList()) });
	}
}
