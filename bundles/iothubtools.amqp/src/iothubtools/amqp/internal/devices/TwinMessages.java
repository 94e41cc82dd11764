// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.DeviceTwin;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;

/** What a device and its hub say of its twin, as it is on the wire (contract §8.2). */
final class TwinMessages {

	static final String GET = "GET";
	static final String PATCH = "PATCH";
	static final String PUT = "PUT";
	static final String REPORTED = "/properties/reported";
	static final String NOTIFICATIONS = "/notifications/twin/properties/desired";

	private static final Symbol OPERATION = Symbol.valueOf("operation");
	private static final Symbol RESOURCE = Symbol.valueOf("resource");
	private static final Symbol STATUS = Symbol.valueOf("status");
	private static final Symbol VERSION_OF = Symbol.valueOf("version");
	private static final String VERSION = "$version";
	private static final String METADATA = "$metadata";
	private static final int HEADERS = 256;
	private static final int OK = 200;
	private static final int REDIRECTION = 300;

	/** Properties without what the hub says of them, and their version. */
	record Versioned(String json, long version) {
	}

	private TwinMessages() {
	}

	/**
	 * The body of a change of reported properties.
	 *
	 * @throws InvalidInputException for the field {@code reported} if it is no JSON object
	 */
	static byte[] patch(String json) {
		JsonDocument document = JsonDocument.read(json);
		if (!(document.root() instanceof JsonObjectNode) || !document.problems().isEmpty()) {
			throw new InvalidInputException("reported", "is not a JSON object");
		}
		return json.getBytes(StandardCharsets.UTF_8);
	}

	/** A request. */
	static byte[] request(UUID id, String operation, @Nullable String resource, byte[] body) {
		Message message = Message.Factory.create();
		message.setCorrelationId(id);
		Map<Symbol, Object> annotations = new HashMap<>();
		annotations.put(OPERATION, operation);
		if (resource != null) {
			annotations.put(RESOURCE, resource);
		}
		message.setMessageAnnotations(new MessageAnnotations(annotations));
		message.setBody(new Data(new Binary(body)));
		return AmqpMessages.write(message, body.length + HEADERS);
	}

	/** Whether the hub tells of a change of desired properties. */
	static boolean isChange(Message message) {
		return message.getCorrelationId() == null || DeviceMessages.annotations(message).get(STATUS) == null;
	}

	/** Why the hub did not do what it was asked to; null where it did. */
	static @Nullable HubException failure(Message answer) {
		int status = DeviceMessages.annotations(answer).get(STATUS) instanceof Number number ? number.intValue() : 0;
		if (status >= OK && status < REDIRECTION) {
			return null;
		}
		JsonNode body = JsonDocument.read(text(answer)).root();
		long number = body instanceof JsonObjectNode object ? number(object, "errorCode") : 0;
		String message = member(body, "message");
		return AmqpFailures.ofStatus(status, (int) number, message == null ? "" : message, member(body, "trackingId"));
	}

	/** Of reported properties after a change of them; 0 where it does not say. */
	static long version(Message answer) {
		return DeviceMessages.annotations(answer).get(VERSION_OF) instanceof Number number ? number.longValue() : 0;
	}

	/**
	 * The twin.
	 *
	 * @throws ProtocolException where the body is none
	 */
	static DeviceTwin twin(Message answer) throws ProtocolException {
		JsonObjectNode twin = object(answer);
		Versioned desired = versioned(twin.value("desired"));
		Versioned reported = versioned(twin.value("reported"));
		return new DeviceTwin(desired.json(), desired.version(), reported.json(), reported.version());
	}

	/**
	 * A change of desired properties.
	 *
	 * @throws ProtocolException where the body is none
	 */
	static Versioned change(Message told) throws ProtocolException {
		Versioned change = versioned(object(told));
		return change.version() == 0 ? new Versioned(change.json(), version(told)) : change;
	}

	private static JsonObjectNode object(Message message) throws ProtocolException {
		JsonDocument document = JsonDocument.read(text(message));
		if (document.root() instanceof JsonObjectNode object && document.problems().isEmpty()) {
			return object;
		}
		throw new ProtocolException(ProtocolException.Kind.NOT_JSON, 0, "What the hub says of the twin is no JSON object", null);
	}

	private static @Nullable String member(@Nullable JsonNode of, String name) {
		return of instanceof JsonObjectNode object && object.value(name) instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.STRING
				? scalar.text() : null;
	}

	private static String text(Message message) {
		return new String(DeviceMessages.body(message), StandardCharsets.UTF_8);
	}

	private static Versioned versioned(@Nullable JsonNode node) {
		if (!(node instanceof JsonObjectNode object)) {
			return new Versioned("{}", 0);
		}
		List<JsonMember> own = object.members().stream().filter(member -> !member.name().equals(VERSION) && !member.name().equals(METADATA)).toList();
		return new Versioned(JsonWriter.compact(new JsonObjectNode(object.offset(), object.length(), own)), number(object, VERSION));
	}

	private static long number(JsonObjectNode object, String name) {
		if (object.value(name) instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NUMBER) {
			try {
				return Long.parseLong(scalar.text());
			} catch (NumberFormatException e) {
				// no version has a fraction
				return 0;
			}
		}
		return 0;
	}
}
