// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.credentials;

import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.DeviceClient;
import iothubtools.client.HubCall;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.status.DeviceRefusedException;

/**
 * Speaks for a device: with its own primary key, which is retrieved when it is not known yet; a device without one, as one
 * with a certificate, whose private key is not here, is spoken for by the policy of the connection, which then needs the right
 * DeviceConnect (contract §1.2). The only place that decides it; what a device is handed to speak with itself is its {@link OwnCredential}.
 */
public final class DeviceVoice {


	private final HubSession session;
	private final String deviceId;

	/** The voice of a device, by what the session knows of it and may. */
	public DeviceVoice(HubSession session, String deviceId) {
		this.session = session;
		this.deviceId = deviceId;
	}

	/**
	 * Makes one call as the device. A known key that is refused is read anew, once, as it may have been regenerated since.
	 *
	 * @throws DeviceRefusedException when the hub does not let the device in though its key was read just now
	 */
	public <T> T call(Function<DeviceClient, HubCall<T>> call, Cancellation cancellation)
			throws HubException, DeviceRefusedException {
		SharedAccessKey known = session.deviceKeys().get(deviceId);
		if (known != null) {
			try {
				return call.apply(client(known)).await(cancellation);
			} catch (ServiceException e) {
				if (!e.isUnauthorized()) {
					throw e;
				}
				session.deviceKeys().forget(deviceId);
			}
		}
		DeviceIdentity device = session.client().devices().get(deviceId).await(cancellation);
		session.deviceKeys().learn(device);
		SharedAccessKey key = session.deviceKeys().get(deviceId);
		try {
			return call.apply(client(key)).await(cancellation);
		} catch (ServiceException e) {
			if (key != null && e.isUnauthorized()) {
				throw new DeviceRefusedException(deviceId, device.status() == DeviceStatus.DISABLED, e);
			}
			throw e;
		}
	}

	private DeviceClient client(@Nullable SharedAccessKey key) {
		return key == null ? session.client().device(deviceId) : session.client().device(deviceId, key);
	}
}
