// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.SendReceipt;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.DeviceRefusedException;

/**
 * Sends one device-to-cloud message as the device would: POST /devices/{id}/messages/events with a token of the
 * device's own key, which is retrieved when it is not known yet; for a device without keys (X.509) with a token of the
 * hub policy, which then needs the right DeviceConnect (contract §3.12).
 */
public record SendMessageOperation(HubConnection connection, String deviceId, DeviceMessage message)
		implements HubOperation<SendReceipt> {

	private static final int UNAUTHORIZED = 401;

	@Override
	public String title() {
		return NLS.bind(Messages.SendMessage_title, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.DEVICE;
	}

	@Override
	public SendReceipt run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException, DeviceRefusedException {
		SharedAccessKey known = session.deviceKeys().get(deviceId);
		if (known != null) {
			try {
				return session.client().device(deviceId, known).send(message).await(cancellation);
			} catch (ServiceException e) {
				if (e.status() != UNAUTHORIZED) {
					throw e;
				}
				// the key may have been regenerated since it was learnt
				session.deviceKeys().forget(deviceId);
			}
		}
		DeviceIdentity device = session.client().devices().get(deviceId).await(cancellation);
		session.deviceKeys().learn(device);
		SharedAccessKey key = session.deviceKeys().get(deviceId);
		if (key == null) {
			return session.client().device(deviceId).send(message).await(cancellation);
		}
		try {
			return session.client().device(deviceId, key).send(message).await(cancellation);
		} catch (ServiceException e) {
			if (e.status() == UNAUTHORIZED) {
				throw new DeviceRefusedException(deviceId, device.status() == DeviceStatus.DISABLED, e);
			}
			throw e;
		}
	}
}
