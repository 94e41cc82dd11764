// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.AuthenticationMethod;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.messages.SentMessage;

/** What a log has of a message: its event, and what is noted beside that, so that the message can be told again from both. */
final class MessageRecord {

	private MessageRecord() {
	}

	/** Writes what an event does not tell, or not quickly: whose it is, the time to the nanosecond, and properties AMQP has no place for. */
	static void note(KeptMessage message, AmqpBytes notes) {
		notes.note(message.sender().deviceId());
		notes.integer(notes.skip(4), message.enqueuedTime().getNano());
		if (!EventEncoder.tells(message.message().properties())) {
			notes.integer(notes.skip(4), message.message().applicationProperties().size());
			message.message().properties().forEach((name, value) -> {
				notes.note(name);
				notes.note(value);
			});
		}
	}

	/** The device that the notes begin with. */
	static String device(ByteBuffer notes) {
		return text(notes);
	}

	/** The next of the notes, as {@link AmqpBytes#note} writes it. */
	private static String text(ByteBuffer notes) {
		byte[] utf8 = new byte[notes.getInt()];
		notes.get(utf8);
		return new String(utf8, StandardCharsets.UTF_8);
	}

	/** The message that a cursor is at. */
	static KeptMessage message(EventCursor at) {
		ByteBuffer notes = at.notes();
		String deviceId = device(notes);
		int nanos = notes.getInt();
		Message event = Message.Factory.create();
		event.decode(at.bytes(), at.start(), at.length());
		Map<Symbol, Object> annotations = event.getMessageAnnotations().getValue();
		JsonObject method = JsonParser.parseString(text(annotations, "iothub-connection-auth-method")).getAsJsonObject();
		Instant enqueued = ((Date) annotations.get(Symbol.valueOf("iothub-enqueuedtime"))).toInstant();
		return new KeptMessage(at.number(), new ClientId(deviceId, (String) annotations.get(Symbol.valueOf("iothub-connection-module-id"))),
				text(annotations, "iothub-connection-auth-generation-id"),
				new AuthenticationMethod(method.get("scope").getAsString(), method.get("type").getAsString()),
				Instant.ofEpochSecond(enqueued.getEpochSecond(), nanos), sent(event, annotations, notes));
	}

	private static String text(Map<Symbol, Object> annotations, String name) {
		return String.valueOf(annotations.get(Symbol.valueOf(name)));
	}

	private static SentMessage sent(Message event, Map<Symbol, Object> annotations, ByteBuffer notes) {
		boolean noted = notes.hasRemaining();
		int most = noted ? notes.getInt() : Integer.MAX_VALUE;
		Map<String, String> properties = new LinkedHashMap<>();
		while (notes.hasRemaining()) {
			properties.put(text(notes), text(notes));
		}
		if (!noted) {
			properties(event.getProperties(), properties);
			annotations.forEach((name, value) -> {
				if (SentMessage.ANNOTATIONS.contains(name.toString())) {
					properties.put(name.toString(), String.valueOf(value));
				}
			});
		}
		Map<String, String> application = new LinkedHashMap<>();
		ApplicationProperties shown = event.getApplicationProperties();
		if (shown != null) {
			// behind them stand those properties that AMQP has no place for
			shown.getValue().entrySet().stream().limit(most).forEach(shownOne -> application.put(shownOne.getKey(), String.valueOf(shownOne.getValue())));
		}
		return new SentMessage(event.getBody() instanceof Data data ? bytes(data.getValue()) : new byte[0], properties, application);
	}

	private static void properties(@Nullable Properties event, Map<String, String> properties) {
		if (event == null) {
			return;
		}
		put(properties, "message-id", event.getMessageId());
		put(properties, "user-id", event.getUserId() == null ? null : new String(bytes(event.getUserId()), StandardCharsets.UTF_8));
		put(properties, "to", event.getTo());
		put(properties, "correlation-id", event.getCorrelationId());
		put(properties, "content-type", event.getContentType());
		put(properties, "content-encoding", event.getContentEncoding());
	}

	private static void put(Map<String, String> properties, String name, @Nullable Object value) {
		if (value != null) {
			properties.put(name, value.toString());
		}
	}

	private static byte[] bytes(Binary binary) {
		byte[] bytes = new byte[binary.getLength()];
		System.arraycopy(binary.getArray(), binary.getArrayOffset(), bytes, 0, bytes.length);
		return bytes;
	}
}
