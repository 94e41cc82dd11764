// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;

/** A parent that somebody named by its device ID: the hub wants its scope, which the identity of the parent alone has (contract §4). */
final class NamedParent {

	/** No device ID has a slash. */
	private static final char OF_SCOPES = '/';

	private NamedParent() {
	}

	/**
	 * The change with scopes only.
	 *
	 * @throws InvalidInputException if there is no IoT Edge device of that ID
	 * @throws HubException          if that cannot be asked
	 */
	static IdentityChange resolved(IdentityChange change, HubSession session, Cancellation cancellation) throws HubException {
		if (change instanceof IdentityChange.Several several) {
			List<IdentityChange> each = new ArrayList<>();
			for (IdentityChange one : several.changes()) {
				each.add(resolved(one, session, cancellation));
			}
			return new IdentityChange.Several(each);
		}
		String parent = change instanceof IdentityChange.Parent named ? named.scope() : null;
		return parent == null || parent.indexOf(OF_SCOPES) >= 0 ? change : new IdentityChange.Parent(scope(parent, session, cancellation));
	}

	private static String scope(String deviceId, HubSession session, Cancellation cancellation) throws HubException {
		String scope = null;
		try {
			DeviceIdentity found = session.client().devices().get(deviceId).await(cancellation);
			// that of another device is the one of its parent
			scope = found.iotEdge() ? found.deviceScope() : null;
		} catch (ServiceException e) {
			if (e.code() != HubErrorCode.DEVICE_NOT_FOUND) {
				throw e;
			}
		}
		if (scope == null) {
			throw new InvalidInputException("parent", "the hub has no IoT Edge device " + deviceId);
		}
		return scope;
	}
}
