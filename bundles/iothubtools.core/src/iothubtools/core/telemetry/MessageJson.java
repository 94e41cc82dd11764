// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.Base64;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.SystemProperties;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.text.HalfCharacters;

/**
 * Messages as JSON, each on one line, with all that is known of them. A body that is JSON is the member {@code body}, one that is text
 * {@code bodyText}, and any other, or one that came packed, {@code bodyBase64} as it came.
 */
public final class MessageJson {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private MessageJson() {
	}

	/** The message on one line. */
	public static String line(TelemetryMessage message) {
		EventPosition position = message.position();
		SystemProperties system = message.system();
		JsonObject json = new JsonObject();
		json.addProperty("enqueuedTime", position.enqueuedTime().toString());
		add(json, "deviceId", MessageText.deviceId(message));
		add(json, "moduleId", MessageText.moduleId(message));
		add(json, "source", MessageText.source(message));
		json.addProperty("partition", position.partition());
		json.addProperty("sequenceNumber", position.sequenceNumber());
		json.addProperty("offset", position.offset());
		add(json, "contentType", system.contentType());
		add(json, "contentEncoding", system.contentEncoding());
		add(json, "messageId", system.messageId());
		add(json, "correlationId", system.correlationId());
		add(json, "userId", system.userId());
		add(json, "to", system.to());
		add(json, "creationTime", system.creationTime());
		add(json, "expiry", system.expiry());
		body(json, message);
		json.add("properties", object(message.properties()));
		json.add("annotations", object(message.annotations()));
		return HalfCharacters.escaped(GSON.toJson(json));
	}

	private static void body(JsonObject json, TelemetryMessage message) {
		MessageBody body = MessageBody.of(message);
		JsonElement value = body.json();
		if (body.text() == null || body.notes().contains(MessageBody.Note.UNPACKED)) {
			json.addProperty("bodyBase64", Base64.getEncoder().encodeToString(message.body().bytes()));
		} else if (value != null) {
			json.add("body", value);
		} else {
			json.addProperty("bodyText", body.text());
		}
	}

	private static void add(JsonObject json, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			json.addProperty(name, value.toString());
		}
	}

	private static JsonObject object(Map<String, Object> entries) {
		JsonObject json = new JsonObject();
		entries.forEach((name, value) -> json.add(name, value(value)));
		return json;
	}

	private static JsonElement value(Object value) {
		return value instanceof Boolean truth ? new JsonPrimitive(truth)
				: value instanceof Double || value instanceof Float ? decimal((Number) value)
						: value instanceof Number number ? new JsonPrimitive(number) : new JsonPrimitive(MessageText.of(value));
	}

	/** JSON has no infinite numbers. */
	private static JsonElement decimal(Number number) {
		return Double.isFinite(number.doubleValue()) ? new JsonPrimitive(number) : new JsonPrimitive(number.toString());
	}
}
