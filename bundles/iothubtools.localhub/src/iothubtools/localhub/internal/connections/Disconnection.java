// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.connections;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceListener;

/** Ends the connections of devices that are disabled or deleted, and of their modules (contract §4). */
public record Disconnection(Connections connections) implements DeviceListener {

	@Override
	public void changed(@Nullable Device before, @Nullable Device after) {
		boolean mayConnect = after != null && after.enabled();
		if (before != null && before.enabled() && !mayConnect) {
			connections.disconnectAll(before.deviceId());
		}
	}
}
