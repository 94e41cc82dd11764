// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A device or one of its modules: whatever has a twin, a connection and a queue of its own.
 *
 * @param deviceId the device
 * @param moduleId the module, null for the device itself
 */
public record ClientId(String deviceId, @Nullable String moduleId) {

	/** The device itself. */
	public static ClientId of(String deviceId) {
		return new ClientId(deviceId, null);
	}

	/** The client of a text as {@link #toString} writes it. */
	public static ClientId parse(String text) {
		int slash = text.indexOf('/');
		return slash < 0 ? of(text) : new ClientId(text.substring(0, slash), text.substring(slash + 1));
	}

	/** Whether it is a module. */
	public boolean isModule() {
		return moduleId != null;
	}

	/** {@code deviceId} or {@code deviceId/moduleId}, as MQTT's ClientId writes it (contract §8.1); no id contains a slash. */
	@Override
	public String toString() {
		return moduleId == null ? deviceId : deviceId + '/' + moduleId;
	}
}
