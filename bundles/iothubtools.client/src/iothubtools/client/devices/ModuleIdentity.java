// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.io.IOException;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.ModuleConnectionString;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.exchange.Masking;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.names.ClientId;
import iothubtools.client.names.DeviceIds;

/**
 * The identity of a module of a device (contract §3.4). Immutable. Members of its JSON that this version does not
 * understand are kept and go back to the hub with an update; what is known to be the hub's own does not.
 */
public final class ModuleIdentity {

	private static final String MODULE_ID = "moduleId";
	private static final String MANAGED_BY = "managedBy";

	private final JsonObject json;
	private final DeviceAuthentication authentication;

	private ModuleIdentity(JsonObject json) {
		this.json = json;
		this.authentication = AuthenticationJson.read(json);
	}

	/**
	 * A new identity, with keys the hub makes.
	 *
	 * @throws InvalidInputException for the field {@code deviceId} or {@code moduleId}, see {@link DeviceIds}; names of
	 *                               modules that start with {@code $} are the hub's own
	 */
	public static ModuleIdentity of(String deviceId, String moduleId) {
		check(DeviceMembers.DEVICE_ID, deviceId);
		check(MODULE_ID, moduleId);
		JsonObject json = new JsonObject();
		json.addProperty(DeviceMembers.DEVICE_ID, deviceId);
		json.addProperty(MODULE_ID, moduleId);
		return new ModuleIdentity(json);
	}

	private static void check(String field, String id) {
		String problem = DeviceIds.problem(id);
		if (problem != null) {
			throw new InvalidInputException(field, problem);
		}
	}

	/**
	 * Reads an identity as the hub writes it.
	 *
	 * @throws InvalidInputException if {@code text} is no JSON object with both ids; never repeats it
	 */
	public static ModuleIdentity parse(String text) {
		try {
			if (JsonText.parse(text) instanceof JsonObject json && JsonFields.text(json, MODULE_ID) != null
					&& JsonFields.text(json, DeviceMembers.DEVICE_ID) != null) {
				return new ModuleIdentity(json);
			}
		} catch (IOException e) {
			// said below, without the parser's message, which repeats parts of the text
		}
		throw new InvalidInputException("module identity", "is not a JSON object with a deviceId and a moduleId");
	}

	/**
	 * The identity with other credentials.
	 *
	 * @throws InvalidInputException as {@link DeviceIdentityBuilder#authentication}
	 */
	public ModuleIdentity withAuthentication(DeviceAuthentication other) {
		DeviceIdentityBuilder.check(other);
		JsonObject changed = json.deepCopy();
		AuthenticationJson.write(changed, other);
		return new ModuleIdentity(changed);
	}

	/**
	 * The identity with another manager.
	 *
	 * @param manager who looks after the module, {@code iotEdge} for modules of IoT Edge; null for no one
	 */
	public ModuleIdentity withManagedBy(@Nullable String manager) {
		JsonObject changed = json.deepCopy();
		changed.addProperty(MANAGED_BY, manager);
		return new ModuleIdentity(changed);
	}

	/** The device it is a module of. */
	public String deviceId() {
		return text(DeviceMembers.DEVICE_ID);
	}

	/** The id, unique within the device; upper and lower case differ. */
	public String moduleId() {
		return text(MODULE_ID);
	}

	/** Both ids. */
	public ClientId id() {
		return ClientId.module(deviceId(), moduleId());
	}

	/** Who looks after the module, e.g. {@code iotEdge}; null for no one. */
	public @Nullable String managedBy() {
		String manager = text(MANAGED_BY);
		return manager.isEmpty() ? null : manager;
	}

	/** Tells apart modules that had the same id one after the other; empty before the hub made it. */
	public String generationId() {
		return text(DeviceMembers.GENERATION_ID);
	}

	/** The version of the identity, unquoted; empty before the hub made it. */
	public String etag() {
		return text(DeviceMembers.ETAG);
	}

	/** Whether the module is connected, known with minutes of delay. */
	public ConnectionState connectionState() {
		return ConnectionState.of(text(DeviceMembers.CONNECTION_STATE));
	}

	/** When it last connected, sent or received; null for never. */
	public @Nullable Instant lastActivityTime() {
		return HubDates.parse(text(DeviceMembers.LAST_ACTIVITY_TIME));
	}

	/** Messages waiting for the module. */
	public int cloudToDeviceMessageCount() {
		return (int) JsonFields.number(json, DeviceMembers.CLOUD_TO_DEVICE_MESSAGE_COUNT);
	}

	/** How the module proves who it is; holds its keys, masked in text. */
	public DeviceAuthentication authentication() {
		return authentication;
	}

	/**
	 * How the module connects to its hub (contract §1.3).
	 *
	 * @param host as the hub was reached here; the connection string has the name that is for devices
	 * @return null if it has neither a key nor a certificate, or one that was not told
	 * @throws InvalidInputException if an id has a semicolon, which no connection string can hold
	 */
	public @Nullable ModuleConnectionString connectionString(HubHost host, KeySlot slot) {
		Credential credential = authentication.credential(slot);
		return credential == null ? null : new ModuleConnectionString(host.forDevices(), deviceId(), moduleId(), credential, null);
	}

	/** The whole JSON, as it was read. <b>Reveals the keys.</b> */
	public String toJson() {
		return JsonText.compact(json);
	}

	/** The JSON a write sends the hub: without what only the hub sets, such as times. <b>Reveals the keys.</b> */
	public String writableJson() {
		return DeviceMembers.writable(json);
	}

	/** The JSON to show: indented, keys masked. */
	public String prettyMaskedJson() {
		return Masking.text(JsonText.pretty(json));
	}

	private String text(String name) {
		String value = JsonFields.text(json, name);
		return value == null ? "" : value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ModuleIdentity that && that.json.equals(json);
	}

	@Override
	public int hashCode() {
		return json.hashCode();
	}

	/** Ids and etag only. */
	@Override
	public String toString() {
		return "ModuleIdentity[" + deviceId() + "/" + moduleId() + ", etag " + etag() + "]";
	}
}
