// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.regex.Pattern;

import iothubtools.localhub.internal.errors.HubError;

/** What a device id may be: 1 to 128 of these ASCII characters (contract §4). */
final class DeviceIdRule {

	private static final Pattern VALID = Pattern.compile("[A-Za-z0-9\\-:.+%_#*?!(),=@;$']{1,128}");

	private DeviceIdRule() {
	}

	/** @throws HubError 400 when it is no device id */
	static void check(String deviceId) {
		if (!VALID.matcher(deviceId).matches()) {
			throw HubError.argumentInvalid("The device id must be 1 to 128 ASCII letters, digits or -:.+%_#*?!(),=@;$'");
		}
	}
}
