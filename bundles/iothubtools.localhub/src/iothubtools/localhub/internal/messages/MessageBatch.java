// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;

/** Reads a batch of messages: {@code [{"body":"aGVsbG8=","base64Encoded":true,"properties":{…}},…]} (contract §3.12). */
final class MessageBatch {

	private MessageBatch() {
	}

	/**
	 * Its messages, in their order.
	 *
	 * @throws HubError 413 when the batch has more than 256 KB; 400 when it is no batch or has no message
	 */
	static List<SentMessage> read(byte[] json) {
		if (json.length > SentMessage.MAX_SIZE) {
			throw new HubError(ErrorCode.MESSAGE_TOO_LARGE,
					"The batch has " + json.length + " bytes, more than " + SentMessage.MAX_SIZE + ".");
		}
		JsonArray array = Json.readArray(json);
		if (array.isEmpty()) {
			throw HubError.argumentInvalid("The batch has no message.");
		}
		List<SentMessage> messages = new ArrayList<>(array.size());
		for (JsonElement element : array) {
			if (!element.isJsonObject()) {
				throw HubError.argumentInvalid("Each message of a batch must be a JSON object.");
			}
			messages.add(message(element.getAsJsonObject()));
		}
		return messages;
	}

	private static SentMessage message(JsonObject object) {
		JsonMembers members = new JsonMembers(object);
		MessageProperties properties = new MessageProperties();
		JsonObject named = members.object("properties").object();
		if (named != null) {
			for (Map.Entry<String, JsonElement> property : named.entrySet()) {
				properties.add(property.getKey(), text(property.getValue()));
			}
		}
		JsonElement encoded = members.element("base64Encoded");
		boolean base64 = encoded == null || encoded.isJsonNull() || members.flag("base64Encoded");
		return properties.message(body(members.string("body"), base64));
	}

	/** Numbers and flags too, as they are written. */
	private static String text(JsonElement value) {
		if (value instanceof JsonPrimitive primitive) {
			return primitive.getAsString();
		}
		throw HubError.argumentInvalid("The properties of a message must be texts.");
	}

	private static byte[] body(@Nullable String text, boolean base64) {
		if (text == null) {
			throw HubError.argumentInvalid("A message of the batch has no body.");
		}
		try {
			return base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw HubError.argumentInvalid("The body of a message of the batch is not base64.");
		}
	}
}
