// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Retrieves one device identity with its keys: GET /devices/{id} (contract §3.1). */
public record GetDeviceOperation(HubConnection connection, String deviceId) implements HubOperation<DeviceIdentity> {

	@Override
	public String title() {
		return NLS.bind(Messages.GetDevice_title, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public DeviceIdentity run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		SeenDevices seen = new SeenDevices(connection, session, events);
		DeviceIdentity device = session.client().devices().get(deviceId).await(cancellation);
		seen.tell(List.of(device));
		return device;
	}
}
