// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.Twin;

/** A device and its twin, as they were read one after the other. */
public record DeviceWithTwin(DeviceIdentity device, Twin twin) implements IdentityWithTwin {

	@Override
	public String maskedIdentity() {
		return device.prettyMaskedJson();
	}
}
