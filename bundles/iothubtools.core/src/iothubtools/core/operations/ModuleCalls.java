// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import iothubtools.client.HubCall;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceError;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;

/**
 * Calls about the identities of modules. Where the device does not exist or is disabled the hub answers as if the key was wrong (contract §9.13):
 * the device is asked for then, and what is with it is told instead.
 */
final class ModuleCalls {

	private static final int FORBIDDEN = 403;

	private ModuleCalls() {
	}

	/**
	 * Waits for a call about a module of a device.
	 *
	 * @throws HubException as the call; {@link HubErrorCode#DEVICE_NOT_FOUND} or {@link HubErrorCode#DEVICE_DISABLED} where it is that
	 */
	static <T> T await(HubSession session, String deviceId, HubCall<T> call, Cancellation cancellation) throws HubException {
		try {
			return call.await(cancellation);
		} catch (ServiceException refused) {
			throw refused.isUnauthorized() ? explained(refused, session, deviceId, cancellation) : refused;
		}
	}

	private static HubException explained(ServiceException refused, HubSession session, String deviceId, Cancellation cancellation) {
		try {
			DeviceIdentity device = session.client().devices().get(deviceId).await(cancellation);
			if (device.status() == DeviceStatus.DISABLED) {
				return disabled(refused);
			}
			// then it is the key or a right: which one is to be said
			RefusedRights.explain(session, cancellation);
			return refused;
		} catch (ServiceException e) {
			return e.code() == HubErrorCode.DEVICE_NOT_FOUND ? e : refused;
		} catch (HubException e) {
			// the refusal has to speak for itself
			return refused;
		}
	}

	private static ServiceException disabled(ServiceException refused) {
		HubErrorCode code = HubErrorCode.DEVICE_DISABLED;
		return new ServiceException(new ServiceError(FORBIDDEN, code, code.wireName(), code.number(), refused.serviceMessage(), refused.trackingId(), null, null));
	}
}
