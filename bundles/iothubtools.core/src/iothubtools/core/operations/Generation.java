// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.status.OtherDeviceException;

/**
 * Which device or module of an id it is (contract §4): one that is deleted and created anew has another generation ID, while its first etags are
 * those that the old one had, so that If-Match does not tell them apart.
 */
final class Generation {

	private Generation() {
	}

	/** Reads it, by GET (contract §3.1 and §3.4). */
	static String of(HubSession session, ClientId id, Cancellation cancellation) throws HubException {
		String module = id.moduleId();
		return module == null ? session.client().devices().get(id.deviceId()).await(cancellation).generationId()
				: ModuleCalls.await(session, id.deviceId(), session.client().modules().get(id.deviceId(), module), cancellation).generationId();
	}

	/**
	 * Passes if it is the one that was seen.
	 *
	 * @param seen empty where it is not known
	 * @throws OtherDeviceException if it is another one
	 * @throws HubException         if it cannot be read, also because it is gone
	 */
	static void check(HubSession session, ClientId id, String seen, Cancellation cancellation) throws HubException, OtherDeviceException {
		if (!seen.isEmpty() && !isSame(session, id, seen, cancellation)) {
			throw new OtherDeviceException(id.toString());
		}
	}

	private static boolean isSame(HubSession session, ClientId id, String seen, Cancellation cancellation) throws HubException {
		try {
			return of(session, id, cancellation).equals(seen);
		} catch (ServiceException e) {
			if (id.moduleId() != null && e.code() == HubErrorCode.DEVICE_DISABLED) {
				// nothing is told of it then, but its twin can be changed (contract §3.4): the etag has to do
				return true;
			}
			throw e;
		}
	}
}
