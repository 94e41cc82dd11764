// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.HubTime;

/** The scopes that tie devices to IoT Edge devices (contract §4): who has which, and which may be asked for. */
public final class EdgeScopes {

	private static final String PREFIX = "ms-azure-iot-edge://";

	private final DeviceStore devices;

	EdgeScopes(DeviceStore devices) {
		this.devices = devices;
	}

	/** The deviceScope and parentScopes a device gets. */
	record Scopes(@Nullable String deviceScope, @Nullable List<String> parentScopes) {
	}

	/**
	 * The scopes of a device that is written.
	 *
	 * @param before what it was, null when it is new
	 * @param created when it is or was created
	 * @throws HubError 400 for an Edge scope that is changed, or for one that no Edge device has
	 */
	Scopes scopes(DeviceWrite wanted, @Nullable Device before, Instant created) {
		return wanted.iotEdge() ? ofEdge(wanted, before, created) : ofLeaf(wanted);
	}

	private Scopes ofEdge(DeviceWrite wanted, @Nullable Device before, Instant created) {
		String own = before != null && before.iotEdge() ? before.deviceScope() : null;
		String asked = wanted.deviceScope();
		if (own == null ? asked != null : !own.equals(asked)) {
			throw HubError.argumentInvalid("Device scope is immutable.");
		}
		List<String> parents = wanted.parentScopes();
		if (parents != null) {
			parents.forEach(this::checkExists);
		}
		return new Scopes(own == null ? newScope(wanted.deviceId(), created) : own,
				parents == null || parents.isEmpty() ? null : List.copyOf(parents));
	}

	/** The own scope of a new Edge device. */
	public static String newScope(String deviceId, Instant created) {
		return PREFIX + deviceId + "-" + HubTime.ticks(created);
	}

	private Scopes ofLeaf(DeviceWrite wanted) {
		String parent = wanted.deviceScope();
		if (parent == null) {
			return new Scopes(null, null);
		}
		checkExists(parent);
		return new Scopes(parent, List.of(parent));
	}

	/** A scope holds the id of its device, so that no index is needed to find it. */
	private void checkExists(String scope) {
		int dash = scope.lastIndexOf('-');
		Device edge = scope.startsWith(PREFIX) && dash > PREFIX.length()
				? devices.get(scope.substring(PREFIX.length(), dash))
				: null;
		if (edge == null || !edge.iotEdge() || !scope.equals(edge.deviceScope())) {
			throw new HubError(ErrorCode.INVALID_DEVICE_SCOPE, "There is no IoT Edge device with the scope " + scope + ".");
		}
	}
}
