// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Whose messages somebody wants to see.
 *
 * @param deviceId only those of this device and its modules; null for those of all devices
 * @param moduleId only those of this module of the device; null for any
 */
public record MessageFilter(@Nullable String deviceId, @Nullable String moduleId) {

	/** Messages of all devices. */
	public static final MessageFilter ALL = new MessageFilter(null, null);

	/**
	 * The filter in the query of a request.
	 *
	 * @throws HubError 400 for a module without a device
	 */
	static MessageFilter of(Map<String, String> query) {
		String device = query.get("deviceid");
		String module = query.get("moduleid");
		if (module != null && device == null) {
			throw HubError.argumentInvalid("The parameter moduleId needs deviceId.");
		}
		return new MessageFilter(device, module);
	}

	/** Whether it is one of them. */
	public boolean accepts(KeptMessage message) {
		ClientId sender = message.sender();
		return (deviceId == null || deviceId.equals(sender.deviceId()))
				&& (moduleId == null || moduleId.equals(sender.moduleId()));
	}
}
