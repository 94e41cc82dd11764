// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.messages.ReceivedMessage;

/** Received messages in JSON, as the extension paths show them. */
final class MessageJson {

	private MessageJson() {
	}

	/** The body in base64, and in {@code text} too when it is UTF-8. */
	static void write(JsonWriter json, KeptMessage kept) throws IOException {
		ReceivedMessage message = kept.received();
		json.beginObject();
		json.name("sequenceNumber").value(message.sequenceNumber());
		json.name("enqueuedTime").value(HubTime.format(message.enqueuedTime()));
		json.name("deviceId").value(message.deviceId());
		if (message.moduleId() != null) {
			json.name("moduleId").value(message.moduleId());
		}
		json.name("body").value(Base64.getEncoder().encodeToString(message.body()));
		String text = text(message.body());
		if (text != null) {
			json.name("text").value(text);
		}
		write(json, "properties", message.properties());
		write(json, "applicationProperties", message.applicationProperties());
		write(json, "annotations", message.annotations());
		json.endObject();
	}

	private static void write(JsonWriter json, String name, Map<String, String> texts) throws IOException {
		json.name(name).beginObject();
		for (Map.Entry<String, String> text : texts.entrySet()) {
			json.name(text.getKey()).value(text.getValue());
		}
		json.endObject();
	}

	private static @Nullable String text(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		} catch (CharacterCodingException e) {
			return null;
		}
	}
}
