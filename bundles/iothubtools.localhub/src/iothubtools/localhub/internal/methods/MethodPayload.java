// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import java.nio.charset.StandardCharsets;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;

/** What a device says when it answers a direct method. */
public final class MethodPayload {

	private MethodPayload() {
	}

	/**
	 * An answer where it has to be JSON, as it is one of many in a row of a query: what is no JSON is a text. A device that has
	 * nothing to say may send nothing, which is null.
	 *
	 * @throws HubError 413 when it is too large
	 */
	public static JsonElement of(MethodAnswer answer) {
		String text = checked(answer);
		try {
			return text.isBlank() ? JsonNull.INSTANCE : Json.read(text);
		} catch (JsonParseException e) {
			return new JsonPrimitive(text);
		}
	}

	/**
	 * An answer as it stands in the reply to who invoked the method: the service hands it on as it came, so that an answer which
	 * is no JSON makes a reply that is none.
	 *
	 * @throws HubError 413 when it is too large
	 */
	public static String raw(MethodAnswer answer) {
		String text = checked(answer);
		return text.isBlank() ? "null" : text;
	}

	private static String checked(MethodAnswer answer) {
		String text = answer.payload();
		if (text.getBytes(StandardCharsets.UTF_8).length > MethodRequest.MAX_PAYLOAD) {
			throw new HubError(ErrorCode.MESSAGE_TOO_LARGE,
					"The device's answer is larger than " + MethodRequest.MAX_PAYLOAD + " bytes.");
		}
		return text;
	}
}
