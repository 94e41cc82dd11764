// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.DeviceIds;

/**
 * How a device connects to its hub.
 *
 * @param host       the hub, also where a gateway stands in between
 * @param deviceId   the device; one with a semicolon cannot be written in a connection string
 * @param credential the device's key, a token made with it, or its certificate
 * @param gateway    the IoT Edge gateway the device connects to instead of the hub
 */
public record DeviceConnectionString(HubHost host, String deviceId, Credential credential, @Nullable HubHost gateway)
		implements ConnectionString {

	/**
	 * @throws InvalidInputException if the device id cannot be or contains a semicolon
	 */
	public DeviceConnectionString {
		checkId(PartName.DEVICE_ID, deviceId);
	}

	static void checkId(PartName part, String id) {
		String problem = DeviceIds.problem(id);
		if (problem != null) {
			throw new InvalidInputException(part.text(), problem);
		}
		if (id.indexOf(';') >= 0) {
			throw new InvalidInputException(part.text(), "an id with a semicolon cannot be written in a connection string");
		}
	}

	static String format(HubHost host, String ids, String credential, @Nullable HubHost gateway) {
		return PartName.HOST_NAME.pair(host) + ";" + ids + ";" + credential
				+ (gateway == null ? "" : ";" + PartName.GATEWAY_HOST_NAME.pair(gateway));
	}

	@Override
	public String resource() {
		return SasToken.deviceResource(host, deviceId);
	}

	@Override
	public @Nullable String policy() {
		return null;
	}

	@Override
	public String format() {
		return format(host, PartName.DEVICE_ID.pair(deviceId), credential.format(), gateway);
	}

	/** The connection string, masked. */
	@Override
	public String toString() {
		return format(host, PartName.DEVICE_ID.pair(deviceId), credential.formatMasked(), gateway);
	}
}
