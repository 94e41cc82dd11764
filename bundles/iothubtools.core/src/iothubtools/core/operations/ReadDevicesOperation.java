// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Retrieves device identities with their keys, one GET /devices/{id} after another (contract §3.1), as no other call gives keys of chosen
 * devices. One that the hub does not know does not stop the others; any other failure would come again, and ends it.
 */
public record ReadDevicesOperation(HubConnection connection, List<String> deviceIds) implements HubOperation<DevicesRead> {

	public ReadDevicesOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return deviceIds.size() == 1 ? NLS.bind(Messages.GetDevice_title, deviceIds.get(0))
				: NLS.bind(Messages.ReadDevices_title, deviceIds.size());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public DevicesRead run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) {
		SubMonitor progress = monitor.setWorkRemaining(deviceIds.size());
		List<DeviceIdentity> devices = new ArrayList<>();
		List<ItemOutcome> outcomes = new ArrayList<>();
		boolean ended = false;
		for (String id : deviceIds) {
			if (ended) {
				outcomes.add(ItemOutcome.notTried(id));
				continue;
			}
			progress.subTask(id);
			try {
				DeviceIdentity device = session.client().devices().get(id).await(cancellation);
				session.deviceKeys().learn(device);
				devices.add(device);
				outcomes.add(ItemOutcome.done(id));
			} catch (HubException e) {
				outcomes.add(ItemOutcome.failed(id, e));
				ended = !(e instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND);
			}
			progress.worked(1);
		}
		return new DevicesRead(devices, new TaskOutcome(outcomes, false));
	}
}
