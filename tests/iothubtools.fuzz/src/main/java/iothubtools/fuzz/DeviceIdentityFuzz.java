// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.nio.charset.StandardCharsets;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.InvalidInputException;

/** JSON that a hub, or what stands between, answers with. */
public final class DeviceIdentityFuzz {

	private DeviceIdentityFuzz() {
	}

	/** Called by Jazzer and for each file of the corpus. */
	public static void fuzzerTestOneInput(byte[] input) {
		try {
			DeviceIdentity device = DeviceIdentity.parse(new String(input, StandardCharsets.UTF_8));
			device.prettyMaskedJson();
			device.connectionState();
			device.lastActivityTime();
			device.authentication();
			device.parentScopes();
		} catch (InvalidInputException e) {
			return;
		}
	}
}
