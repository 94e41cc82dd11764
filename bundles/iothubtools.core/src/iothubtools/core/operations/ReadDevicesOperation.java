// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.Reads;
import iothubtools.core.tasks.Reads.Read;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Retrieves device identities with their keys by GET /devices/{id}, some at a time (contract §3.1), as no other call gives keys of chosen
 * devices. One that the hub does not know does not stop the others; any other failure would come again, and what comes later is not tried.
 */
public record ReadDevicesOperation(HubConnection connection, List<String> deviceIds) implements HubOperation<DevicesRead> {

	public ReadDevicesOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return DevicesTitle.of(deviceIds, Messages.GetDevice_title, Messages.ReadDevices_title);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public DevicesRead run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		SubMonitor progress = monitor.setWorkRemaining(deviceIds.size());
		List<DeviceIdentity> devices = new ArrayList<>();
		List<ItemOutcome> outcomes = new ArrayList<>();
		boolean ended = false;
		for (int from = 0; from < deviceIds.size(); from += Reads.AT_A_TIME) {
			List<String> some = deviceIds.subList(from, Math.min(from + Reads.AT_A_TIME, deviceIds.size()));
			if (ended) {
				some.forEach(id -> outcomes.add(ItemOutcome.notTried(id)));
				continue;
			}
			SeenDevices seen = new SeenDevices(connection, session, events);
			int before = devices.size();
			for (Read<DeviceIdentity> read : Reads.of(some, session.client().devices()::get).await(cancellation)) {
				DeviceIdentity device = read.value();
				HubException failure = read.failure();
				if (device != null) {
					devices.add(device);
					outcomes.add(ItemOutcome.done(read.id()));
				} else if (failure != null) {
					outcomes.add(ItemOutcome.failed(read.id(), failure));
					ended |= !(failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND);
				}
			}
			seen.tell(devices.subList(before, devices.size()));
			progress.worked(some.size());
		}
		return new DevicesRead(devices, new TaskOutcome(outcomes, false));
	}
}
