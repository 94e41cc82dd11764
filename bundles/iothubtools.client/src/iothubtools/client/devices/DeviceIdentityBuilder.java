// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.names.DeviceIds;

/** Makes or changes a {@link DeviceIdentity}: the members a person may write (contract §4). */
public final class DeviceIdentityBuilder {

	/** Characters a status reason may have. */
	public static final int MAX_STATUS_REASON = 128;

	private final JsonObject json;

	DeviceIdentityBuilder(String deviceId) {
		String problem = DeviceIds.problem(deviceId);
		if (problem != null) {
			throw new InvalidInputException(DeviceMembers.DEVICE_ID, problem);
		}
		json = new JsonObject();
		json.addProperty(DeviceMembers.DEVICE_ID, deviceId);
		status(DeviceStatus.ENABLED);
	}

	DeviceIdentityBuilder(JsonObject json) {
		this.json = json;
	}

	/**
	 * Whether the device may connect.
	 *
	 * @throws InvalidInputException for {@link DeviceStatus#UNKNOWN}, which no one can set
	 */
	public DeviceIdentityBuilder status(DeviceStatus status) {
		if (status == DeviceStatus.UNKNOWN) {
			throw new InvalidInputException(DeviceMembers.STATUS, "must be enabled or disabled");
		}
		json.addProperty(DeviceMembers.STATUS, status.wireName());
		return this;
	}

	/**
	 * Why the device has its status.
	 *
	 * @param reason null or empty for none
	 * @throws InvalidInputException if it is longer than {@link #MAX_STATUS_REASON}
	 */
	public DeviceIdentityBuilder statusReason(@Nullable String reason) {
		if (reason != null && reason.length() > MAX_STATUS_REASON) {
			throw new InvalidInputException(DeviceMembers.STATUS_REASON,
					"is longer than " + MAX_STATUS_REASON + " characters");
		}
		json.addProperty(DeviceMembers.STATUS_REASON, reason == null || reason.isEmpty() ? null : reason);
		return this;
	}

	/**
	 * How the device proves who it is; replaces the credentials there are.
	 *
	 * @throws InvalidInputException for an {@link UnknownAuthentication} and for keys that are not 16 to 64 bytes long
	 */
	public DeviceIdentityBuilder authentication(DeviceAuthentication authentication) {
		check(authentication);
		AuthenticationJson.write(json, authentication);
		return this;
	}

	static void check(DeviceAuthentication authentication) {
		if (authentication instanceof UnknownAuthentication) {
			throw new InvalidInputException("authentication", "this kind cannot be set");
		}
		if (authentication instanceof SymmetricKeys keys) {
			checkKey("primaryKey", keys.primary());
			checkKey("secondaryKey", keys.secondary());
		}
	}

	private static void checkKey(String field, @Nullable SharedAccessKey key) {
		String problem = key == null ? null : DeviceKeys.problem(key.reveal());
		if (problem != null) {
			throw new InvalidInputException(field, problem);
		}
	}

	/** Whether the device runs IoT Edge; other capabilities stay as they are. */
	public DeviceIdentityBuilder iotEdge(boolean iotEdge) {
		JsonObject capabilities = JsonFields.object(json, DeviceMembers.CAPABILITIES);
		if (capabilities == null) {
			capabilities = new JsonObject();
			json.add(DeviceMembers.CAPABILITIES, capabilities);
		}
		capabilities.addProperty(DeviceMembers.IOT_EDGE, iotEdge);
		return this;
	}

	/**
	 * The IoT Edge scope the device belongs to.
	 *
	 * @param scope of the IoT Edge parent of a leaf device; null for none
	 */
	public DeviceIdentityBuilder deviceScope(@Nullable String scope) {
		if (scope == null) {
			json.remove(DeviceMembers.DEVICE_SCOPE);
		} else {
			json.addProperty(DeviceMembers.DEVICE_SCOPE, scope);
		}
		return this;
	}

	/**
	 * The scopes above this Edge device.
	 *
	 * @param scopes of the IoT Edge parents of an Edge device
	 */
	public DeviceIdentityBuilder parentScopes(List<String> scopes) {
		JsonArray array = new JsonArray();
		scopes.forEach(array::add);
		json.add(DeviceMembers.PARENT_SCOPES, array);
		return this;
	}

	/** The identity; the builder can go on being used. */
	public DeviceIdentity build() {
		return new DeviceIdentity(json.deepCopy());
	}
}
