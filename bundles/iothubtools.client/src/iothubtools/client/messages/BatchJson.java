// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.messages;

import java.util.Base64;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.json.JsonText;

/** A message as an element of a batch (contract §3.12). */
final class BatchJson {

	private BatchJson() {
	}

	static String write(DeviceMessage message) {
		String problem = message.problem();
		if (problem != null) {
			throw new InvalidInputException("message", problem);
		}
		JsonObject properties = new JsonObject();
		add(properties, "iothub-messageid", message.messageId());
		add(properties, "iothub-correlationid", message.correlationId());
		add(properties, "iothub-contenttype", message.contentType());
		add(properties, "iothub-contentencoding", message.contentEncoding());
		message.properties().forEach((name, value) -> properties.addProperty("iothub-app-" + name, value));
		JsonObject json = new JsonObject();
		json.addProperty("body", Base64.getEncoder().encodeToString(message.body()));
		json.addProperty("base64Encoded", true);
		json.add("properties", properties);
		return JsonText.compact(json);
	}

	private static void add(JsonObject properties, String name, @Nullable String value) {
		if (value != null) {
			properties.addProperty(name, value);
		}
	}
}
