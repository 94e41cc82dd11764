// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.IdRule;

/**
 * What a request body asks a device to be, checked by itself; what it does not say has its default. Members that are the
 * service's own (etag, generationId, times) and unknown ones are ignored, as the service does (contract §4).
 */
public record DeviceWrite(String deviceId, boolean enabled, @Nullable String statusReason, Credentials credentials,
		boolean iotEdge, @Nullable String deviceScope, @Nullable List<String> parentScopes) {

	private static final int MAX_STATUS_REASON = 128;

	/**
	 * Reads the body of a PUT of this device.
	 *
	 * @throws HubError 400 for whatever breaks a rule
	 */
	static DeviceWrite parse(String deviceId, JsonObject body) {
		JsonMembers members = new JsonMembers(body);
		if (!deviceId.equals(members.string("deviceId"))) {
			throw HubError.argumentInvalid("The deviceId of the body must be that of the path.");
		}
		return of(deviceId, members);
	}

	/**
	 * Reads what members ask of this device, its id aside.
	 *
	 * @throws HubError 400 for whatever breaks a rule
	 */
	public static DeviceWrite of(String deviceId, JsonMembers members) {
		IdRule.DEVICE.check(deviceId);
		String reason = members.string("statusReason");
		if (reason != null && reason.length() > MAX_STATUS_REASON) {
			throw HubError.argumentInvalid("The statusReason must not be longer than " + MAX_STATUS_REASON + " characters.");
		}
		return new DeviceWrite(deviceId, enabled(members.string("status")), reason,
				CredentialRules.ofDevice(members.object("authentication")), members.object("capabilities").flag("iotEdge"),
				emptyAsMissing(members.string("deviceScope")), members.strings("parentScopes"));
	}

	private static boolean enabled(@Nullable String status) {
		if (status == null || status.equalsIgnoreCase("enabled")) {
			return true;
		}
		if (status.equalsIgnoreCase("disabled")) {
			return false;
		}
		throw HubError.argumentInvalid("The status must be enabled or disabled.");
	}

	private static @Nullable String emptyAsMissing(@Nullable String text) {
		return text == null || text.isEmpty() ? null : text;
	}
}
