// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.Objects;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;

/** Tells whether a device is as a request was to make it whose reply got lost (contract §9.14). */
public final class WrittenDevice {

	private WrittenDevice() {
	}

	/** Whether {@code existing} has everything {@code wanted} asked for; what the hub fills in itself does not count. */
	public static boolean isLike(DeviceIdentity existing, DeviceIdentity wanted) {
		return existing.deviceId().equals(wanted.deviceId()) //
				&& existing.status() == wanted.status()
				&& Objects.equals(existing.statusReason(), wanted.statusReason())
				&& existing.iotEdge() == wanted.iotEdge()
				&& (wanted.deviceScope() == null || Objects.equals(existing.deviceScope(), wanted.deviceScope()))
				&& (wanted.parentScopes().isEmpty() || existing.parentScopes().equals(wanted.parentScopes()))
				&& isLike(existing.authentication(), wanted.authentication());
	}

	static boolean isLike(DeviceAuthentication existing, DeviceAuthentication wanted) {
		if (wanted instanceof SymmetricKeys keys && keys.primary() == null) {
			return existing instanceof SymmetricKeys;
		}
		return existing.equals(wanted);
	}
}
