// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/**
 * How a module of a device connects to its hub.
 *
 * @param host       the hub, also where a gateway stands in between
 * @param deviceId   the device
 * @param moduleId   the module, by the rules of a device id
 * @param credential the module's key, a token made with it, or its certificate
 * @param gateway    the IoT Edge gateway the module connects to instead of the hub
 */
public record ModuleConnectionString(HubHost host, String deviceId, String moduleId, Credential credential,
		@Nullable HubHost gateway) implements ConnectionString {

	/**
	 * @throws InvalidInputException if an id cannot be or contains a semicolon
	 */
	public ModuleConnectionString {
		DeviceConnectionString.checkId(PartName.DEVICE_ID, deviceId);
		DeviceConnectionString.checkId(PartName.MODULE_ID, moduleId);
	}

	private String ids() {
		return PartName.DEVICE_ID.pair(deviceId) + ";" + PartName.MODULE_ID.pair(moduleId);
	}

	@Override
	public String resource() {
		return SasToken.moduleResource(host, deviceId, moduleId);
	}

	@Override
	public @Nullable String policy() {
		return null;
	}

	@Override
	public String format() {
		return DeviceConnectionString.format(host, ids(), credential.format(), gateway);
	}

	/** The connection string, masked. */
	@Override
	public String toString() {
		return DeviceConnectionString.format(host, ids(), credential.formatMasked(), gateway);
	}
}
