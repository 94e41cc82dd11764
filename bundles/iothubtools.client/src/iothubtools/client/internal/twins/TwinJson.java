// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.twins;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;

import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinProperties;

/** Reads the JSON of a twin (contract §§3.3, 3.5). */
public final class TwinJson {

	private static final String VERSION = "$version";
	private static final String METADATA = "$metadata";

	private TwinJson() {
	}

	/** The twin a reply holds. */
	public static Twin read(HubReply reply) throws ProtocolException {
		try {
			return of(ReplyJson.object(reply));
		} catch (IllegalStateException e) {
			throw ReplyJson.unexpected(reply, "a twin", null);
		}
	}

	/**
	 * The twin {@code reader} stands at.
	 *
	 * @throws IllegalStateException if it stands at something else
	 */
	public static Twin read(JsonReader reader) throws IOException {
		if (JsonText.read(reader) instanceof JsonObject json) {
			return of(json);
		}
		throw new IllegalStateException("Not a twin");
	}

	private static Twin of(JsonObject json) {
		String deviceId = JsonFields.text(json, "deviceId");
		String moduleId = JsonFields.text(json, "moduleId");
		if (deviceId == null || deviceId.isEmpty()) {
			throw new IllegalStateException("A twin without deviceId");
		}
		String etag = JsonFields.text(json, "etag");
		JsonObject tags = JsonFields.object(json, "tags");
		JsonObject properties = JsonFields.object(json, "properties");
		return new Twin(new ClientId(deviceId, moduleId == null || moduleId.isEmpty() ? null : moduleId),
				etag == null ? "" : etag, JsonFields.number(json, "version"), tags == null ? "{}" : JsonText.compact(tags),
				properties(JsonFields.object(properties, "desired")), properties(JsonFields.object(properties, "reported")),
				JsonText.compact(json));
	}

	private static TwinProperties properties(@Nullable JsonObject json) {
		JsonObject own = new JsonObject();
		if (json != null) {
			json.entrySet().forEach(member -> {
				if (!member.getKey().equals(VERSION) && !member.getKey().equals(METADATA)) {
					own.add(member.getKey(), member.getValue());
				}
			});
		}
		JsonObject metadata = JsonFields.object(json, METADATA);
		return new TwinProperties(JsonText.compact(own), JsonFields.number(json, VERSION),
				HubDates.parse(JsonFields.text(metadata, "$lastUpdated")),
				metadata == null ? "{}" : JsonText.compact(metadata));
	}
}
