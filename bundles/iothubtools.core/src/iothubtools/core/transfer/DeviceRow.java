// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;

/** A device as it is written: what a query says of it, and its keys if they are asked for. */
final class DeviceRow {

	/** By the names of {@link FileColumns}; what is not there is left empty. */
	private final Map<String, String> texts = new LinkedHashMap<>();
	private final JsonObject tags;
	private final JsonObject desired;

	/** @param twin a row of {@code SELECT * FROM devices} */
	DeviceRow(JsonObject twin) {
		put(FileColumns.DEVICE_ID, twin.get(FileColumns.DEVICE_ID));
		put(FileColumns.STATUS, twin.get(FileColumns.STATUS));
		put(FileColumns.STATUS_REASON, twin.get(FileColumns.STATUS_REASON));
		put(FileColumns.AUTHENTICATION, twin.get("authenticationType"));
		if (twin.get("x509Thumbprint") instanceof JsonObject thumbprints) {
			// some services write the names with a capital
			thumbprints.entrySet().forEach(member -> put(
					member.getKey().toLowerCase(Locale.ROOT).startsWith("primary") ? FileColumns.PRIMARY_THUMBPRINT
							: FileColumns.SECONDARY_THUMBPRINT,
					member.getValue()));
		}
		texts.put(FileColumns.IOT_EDGE, Boolean.toString(DeviceJson.isEdge(twin)));
		String parent = DeviceJson.parent(twin);
		if (parent != null) {
			texts.put(FileColumns.PARENT, parent);
		}
		tags = twin.get(FileColumns.TAGS) instanceof JsonObject object ? object : new JsonObject();
		desired = twin.get("properties") instanceof JsonObject properties && properties.get(FileColumns.DESIRED) instanceof JsonObject object
				? DeviceJson.withoutMetadata(object) : new JsonObject();
	}

	private void put(String column, @Nullable JsonElement value) {
		if (value != null && value.isJsonPrimitive() && !value.getAsString().isEmpty()) {
			texts.put(column, value.getAsString());
		}
	}

	/** Adds the keys that a device has. */
	void keysOf(DeviceIdentity device) {
		if (device.authentication() instanceof SymmetricKeys keys && keys.primary() != null && keys.secondary() != null) {
			texts.put(FileColumns.PRIMARY_KEY, keys.primary().reveal());
			texts.put(FileColumns.SECONDARY_KEY, keys.secondary().reveal());
		}
	}

	String deviceId() {
		return text(FileColumns.DEVICE_ID);
	}

	/** What is in a column of the identity; empty if nothing is. */
	String text(String column) {
		return texts.getOrDefault(column, "");
	}

	/** The tags and desired properties by the names of their columns. */
	Map<String, JsonElement> leaves() {
		Map<String, JsonElement> leaves = new LinkedHashMap<>();
		collect(FileColumns.TAG_PREFIX, tags, leaves);
		collect(FileColumns.DESIRED_PREFIX, desired, leaves);
		return leaves;
	}

	/** Adds the values in an object, and in objects in it, by their dotted paths. */
	static void collect(String path, JsonObject object, Map<String, JsonElement> leaves) {
		for (Map.Entry<String, JsonElement> member : object.entrySet()) {
			String name = path + member.getKey();
			if (member.getValue() instanceof JsonObject inner && inner.size() > 0) {
				collect(name + ".", inner, leaves);
			} else {
				leaves.put(name, member.getValue());
			}
		}
	}

	/** All of it as one object. */
	JsonObject toJson() {
		JsonObject json = new JsonObject();
		texts.forEach((name, text) -> {
			if (name.equals(FileColumns.IOT_EDGE)) {
				json.addProperty(name, Boolean.valueOf(text));
			} else {
				json.addProperty(name, text);
			}
		});
		json.add(FileColumns.TAGS, tags);
		json.add(FileColumns.DESIRED, desired);
		return json;
	}
}
