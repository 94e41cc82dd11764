// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/**
 * Who has a twin, takes direct methods and connects to a hub: a device or a module of one.
 *
 * @param deviceId the device
 * @param moduleId the module of it, null for the device itself
 */
public record ClientId(String deviceId, @Nullable String moduleId) {

	/**
	 * @throws InvalidInputException if an id is empty; what else it may be, {@link DeviceIds} knows and the hub decides
	 */
	public ClientId {
		if (deviceId.isEmpty()) {
			throw new InvalidInputException("deviceId", "is empty");
		}
		if (moduleId != null && moduleId.isEmpty()) {
			throw new InvalidInputException("moduleId", "is empty");
		}
	}

	/** A device. */
	public static ClientId device(String deviceId) {
		return new ClientId(deviceId, null);
	}

	/** A module of a device. */
	public static ClientId module(String deviceId, String moduleId) {
		return new ClientId(deviceId, moduleId);
	}

	/** {@code device} or {@code device/module}, as MQTT writes it (contract §8.1). */
	@Override
	public String toString() {
		return moduleId == null ? deviceId : deviceId + "/" + moduleId;
	}
}
