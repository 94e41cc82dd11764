// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.Restoration;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Makes devices anew that were deleted here, or are to be at this hub as they are at another, with the keys, tags and desired properties they had, in bulk calls (contract §3.1). What
 * was done before a cancel stays done and is told; the rest can be asked for again.
 *
 * @param deleted the devices; those that are there again are no longer in it afterwards
 */
public record RestoreDevicesOperation(HubConnection connection, DeletedDevices deleted) implements HubOperation<TaskOutcome> {

	@Override
	public String title() {
		return NLS.bind(Messages.RestoreDevices_title, deleted.ids().size());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		return new Restoration(deleted, devices -> {
			devices.forEach(session.deviceKeys()::learn);
			events.fire(new HubEvent.DevicesCreated(connection, devices.stream().map(DeviceIdentity::justCreated).toList()));
		}).run(session, monitor, cancellation);
	}
}
