// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.exchange.Masking;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.names.DeviceIds;

/**
 * A device identity of the hub's registry (contract §4). Immutable. Members of its JSON that this version does not
 * understand are kept and go back to the hub with an update; what is known to be the hub's own does not.
 */
public final class DeviceIdentity {

	private final JsonObject json;
	private final DeviceAuthentication authentication;

	DeviceIdentity(JsonObject json) {
		this.json = json;
		this.authentication = AuthenticationJson.read(json);
	}

	/**
	 * A new identity: enabled, with keys the hub makes.
	 *
	 * @throws InvalidInputException for the field {@code deviceId}, see {@link DeviceIds}
	 */
	public static DeviceIdentityBuilder builder(String deviceId) {
		return new DeviceIdentityBuilder(deviceId);
	}

	/**
	 * Reads an identity as the hub writes it.
	 *
	 * @throws InvalidInputException if {@code text} is no JSON object with a {@code deviceId}; never repeats it
	 */
	public static DeviceIdentity parse(String text) {
		try {
			if (JsonText.parse(text) instanceof JsonObject json
					&& JsonFields.text(json, DeviceMembers.DEVICE_ID) != null) {
				return new DeviceIdentity(json);
			}
		} catch (IOException e) {
			// said below, without the parser's message, which repeats parts of the text
		}
		throw new InvalidInputException("device identity", "is not a JSON object with a deviceId");
	}

	/** As a hub has it just after it was created, as far as that can be told without asking: it has never connected. */
	public DeviceIdentity justCreated() {
		JsonObject copy = json.deepCopy();
		copy.addProperty(DeviceMembers.CONNECTION_STATE, ConnectionState.DISCONNECTED.wireName());
		return new DeviceIdentity(copy);
	}

	/** As it is after a write whose new etag the hub did not tell. */
	public DeviceIdentity withoutEtag() {
		JsonObject copy = json.deepCopy();
		copy.remove(DeviceMembers.ETAG);
		return new DeviceIdentity(copy);
	}

	/** A copy to change. */
	public DeviceIdentityBuilder toBuilder() {
		return new DeviceIdentityBuilder(json.deepCopy());
	}

	/** The id, unique within the hub; upper and lower case differ. */
	public String deviceId() {
		return text(DeviceMembers.DEVICE_ID);
	}

	/** Tells apart devices that had the same id one after the other; empty before the hub made it. */
	public String generationId() {
		return text(DeviceMembers.GENERATION_ID);
	}

	/** The version of the identity, unquoted; empty before the hub made it. */
	public String etag() {
		return text(DeviceMembers.ETAG);
	}

	/** Whether the device is connected, known with minutes of delay. */
	public ConnectionState connectionState() {
		return ConnectionState.of(text(DeviceMembers.CONNECTION_STATE));
	}

	/** Whether the device may connect. */
	public DeviceStatus status() {
		return DeviceStatus.of(text(DeviceMembers.STATUS));
	}

	/** Why the device has its status, at most 128 characters. */
	public @Nullable String statusReason() {
		return JsonFields.text(json, DeviceMembers.STATUS_REASON);
	}

	/** Null if it never connected. */
	public @Nullable Instant connectionStateUpdatedTime() {
		return date(DeviceMembers.CONNECTION_STATE_UPDATED_TIME);
	}

	/** Null if it never changed. */
	public @Nullable Instant statusUpdatedTime() {
		return date(DeviceMembers.STATUS_UPDATED_TIME);
	}

	/** When it last connected, sent or received; null for never. */
	public @Nullable Instant lastActivityTime() {
		return date(DeviceMembers.LAST_ACTIVITY_TIME);
	}

	/** Messages waiting for the device. */
	public int cloudToDeviceMessageCount() {
		return (int) JsonFields.number(json, DeviceMembers.CLOUD_TO_DEVICE_MESSAGE_COUNT);
	}

	/** How the device proves who it is; holds its keys, masked in text. */
	public DeviceAuthentication authentication() {
		return authentication;
	}

	/** Whether this is an IoT Edge device. */
	public boolean iotEdge() {
		return JsonFields.flag(JsonFields.object(json, DeviceMembers.CAPABILITIES), DeviceMembers.IOT_EDGE);
	}

	/** The IoT Edge scope the device belongs to, or its own if it is an Edge device; null for none. */
	public @Nullable String deviceScope() {
		return JsonFields.text(json, DeviceMembers.DEVICE_SCOPE);
	}

	/** The scopes of the IoT Edge parents, nearest first. */
	public List<String> parentScopes() {
		List<String> scopes = new ArrayList<>();
		if (json.get(DeviceMembers.PARENT_SCOPES) instanceof JsonArray array) {
			for (JsonElement element : array) {
				if (element.isJsonPrimitive()) {
					scopes.add(element.getAsString());
				}
			}
		}
		return List.copyOf(scopes);
	}

	/**
	 * How the device connects to its hub (contract §1.3).
	 *
	 * @param host as the hub was reached here; the connection string has the name that is for devices
	 * @return null if it has neither a key nor a certificate, or one that was not told
	 * @throws InvalidInputException if an id has a semicolon, which no connection string can hold
	 */
	public @Nullable DeviceConnectionString connectionString(HubHost host, KeySlot slot) {
		Credential credential = authentication.credential(slot);
		return credential == null ? null : new DeviceConnectionString(host.forDevices(), deviceId(), credential, null);
	}

	/** The whole JSON, as it was read. <b>Reveals the keys.</b> */
	public String toJson() {
		return JsonText.compact(json);
	}

	/** The JSON a write sends the hub: without what only the hub sets, such as times. <b>Reveals the keys.</b> */
	public String writableJson() {
		return DeviceMembers.writable(json);
	}

	/**
	 * What else the hub says of the device, newer members among it, by dotted names such as {@code adrDeviceProperties.uuid};
	 * no secrets. In the hub's order.
	 */
	public Map<String, String> otherMembers() {
		return OtherMembers.of(json);
	}

	/** The JSON to show: indented, keys masked. */
	public String prettyMaskedJson() {
		return Masking.text(JsonText.pretty(json));
	}

	private String text(String name) {
		String value = JsonFields.text(json, name);
		return value == null ? "" : value;
	}

	private @Nullable Instant date(String name) {
		return HubDates.parse(JsonFields.text(json, name));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DeviceIdentity that && that.json.equals(json);
	}

	@Override
	public int hashCode() {
		return json.hashCode();
	}

	/** Id and etag only. */
	@Override
	public String toString() {
		return "DeviceIdentity[" + deviceId() + ", etag " + etag() + "]";
	}
}
