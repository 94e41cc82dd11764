// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.OtherDeviceException;

/**
 * Changes the identity of a device that somebody has seen: PUT /devices/{id} under the etag it had then (contract §3.1). Fails when it is
 * another one by now, or the device is another one with the same id. Returns what the hub made of it.
 *
 * @param seen   the identity as it was read, with its etag
 * @param change may name a parent by its device ID
 */
public record ReplaceDeviceOperation(HubConnection connection, DeviceIdentity seen, IdentityChange change)
		implements HubOperation<DeviceIdentity> {

	@Override
	public String title() {
		return NLS.bind(Messages.UpdateDevices_title_one, seen.deviceId());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public DeviceIdentity run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException, OtherDeviceException {
		Generation.check(session, ClientId.device(seen.deviceId()), seen.generationId(), cancellation);
		IdentityChange known = NamedParent.resolved(change, session, cancellation);
		DeviceIdentity written = session.client().devices().replace(known.applyTo(seen)).await(cancellation);
		session.deviceKeys().learn(written);
		events.fire(new HubEvent.DevicesChanged(connection, List.of(written)));
		return written;
	}
}
