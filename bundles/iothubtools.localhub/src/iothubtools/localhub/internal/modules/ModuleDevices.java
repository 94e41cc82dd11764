// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.HubError;

/** The devices that modules are on, as the operations on module identities see them. */
record ModuleDevices(DeviceStore devices) {

	/**
	 * The service finds out about the device while it looks at the token, so that a device which is missing or disabled
	 * looks like a wrong token (contract §3.4).
	 *
	 * @throws HubError 401 when there is no such device, or it is disabled
	 */
	void check(String deviceId) {
		Device device = devices.get(deviceId);
		if (device == null || !device.enabled()) {
			throw HubError.unauthorized();
		}
	}
}
