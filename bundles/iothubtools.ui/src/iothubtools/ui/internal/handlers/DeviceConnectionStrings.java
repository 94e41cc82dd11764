// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.X509Credential;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;

/** The connection string of a device whose identity is known (contract §1.3). */
final class DeviceConnectionStrings {

	private DeviceConnectionStrings() {
	}

	/**
	 * Reveals the primary key.
	 *
	 * @throws InvalidInputException when there is no connection string for this device
	 */
	static String of(HubHost host, DeviceIdentity device) {
		return new DeviceConnectionString(host.forDevices(), device.deviceId(), credential(device.authentication()), null).format();
	}

	private static Credential credential(DeviceAuthentication authentication) {
		SharedAccessKey primary = authentication instanceof SymmetricKeys keys ? keys.primary() : null;
		if (primary != null) {
			return primary;
		} else if (authentication instanceof SelfSigned || authentication instanceof CertificateAuthority) {
			return new X509Credential();
		}
		throw new InvalidInputException(authentication.type(), Messages.CopyConnectionString_noKey);
	}
}
