// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Registers a device identity: PUT /devices/{id} without If-Match (contract §3.1). Returns what the hub made of it. */
public record CreateDeviceOperation(HubConnection connection, DeviceIdentity device)
		implements HubOperation<DeviceIdentity> {

	@Override
	public String title() {
		return NLS.bind(Messages.CreateDevice_title, device.deviceId());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public DeviceIdentity run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		DeviceIdentity created = session.client().devices().create(device).await(cancellation);
		session.deviceKeys().learn(created);
		events.fire(new HubEvent.DevicesCreated(connection, List.of(created)));
		return created;
	}
}
