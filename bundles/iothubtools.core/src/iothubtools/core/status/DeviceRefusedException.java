// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import iothubtools.client.errors.ServiceException;

/** The hub did not let a device in though its key was read from the hub just now: most likely it is disabled. */
public final class DeviceRefusedException extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean disabled;

	/** The message is the id of the device. */
	public DeviceRefusedException(String deviceId, boolean disabled, ServiceException cause) {
		super(deviceId, cause);
		this.disabled = disabled;
	}

	/** Whether the registry says that the device is disabled. */
	public boolean disabled() {
		return disabled;
	}
}
