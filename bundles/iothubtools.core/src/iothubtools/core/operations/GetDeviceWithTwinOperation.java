// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.EnumSet;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/** Retrieves a device identity and its twin: GET /devices/{id} and /twins/{id} (contract §3.1 and §3.5). */
public record GetDeviceWithTwinOperation(HubConnection connection, String deviceId) implements HubOperation<DeviceWithTwin> {

	@Override
	public String title() {
		return NLS.bind(Messages.GetDevice_title, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public Set<HubRight> needs() {
		return EnumSet.of(HubRight.REGISTRY_READ, HubRight.SERVICE_CONNECT);
	}

	@Override
	public DeviceWithTwin run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		DeviceIdentity device = new GetDeviceOperation(connection, deviceId).run(session, events, monitor, cancellation);
		return new DeviceWithTwin(device, session.client().twins().get(ClientId.device(deviceId)).await(cancellation));
	}
}
