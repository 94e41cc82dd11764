// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.IdentityTask;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Changes the identities of devices as they are when it comes to them, each under the etag it was read with just before (contract
 * §3.1): one that somebody else changes in between is told as failed, and stays as they made it. What was done before a cancel
 * stays done and is told.
 */
public record UpdateDevicesOperation(HubConnection connection, List<String> deviceIds, IdentityChange change)
		implements HubOperation<TaskOutcome> {

	public UpdateDevicesOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return DevicesTitle.of(deviceIds, Messages.UpdateDevices_title_one, Messages.UpdateDevices_title_many);
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		return new IdentityTask(deviceIds, change::applyTo, new IdentityTask.Listener() {
			@Override
			public void changed(List<DeviceIdentity> devices) {
				devices.forEach(session.deviceKeys()::learn);
				events.fire(new HubEvent.DevicesChanged(connection, devices));
			}

			@Override
			public void gone(List<String> ids) {
				GoneDevices.tell(ids, connection, session, events);
			}
		}).run(session, monitor, cancellation);
	}
}
