// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import iothubtools.amqp.telemetry.TelemetryMessage;

/** Something that some messages have and others do not: it may be a column, and a filter may ask for it. */
public sealed interface MessageField {

	String PROPERTY_PREFIX = "property:";
	String ANNOTATION_PREFIX = "annotation:";

	/** What stands there; none, one, or several where a path goes to each. */
	List<String> values(TelemetryMessage message);

	/** As a filter has it, and {@link #of} reads it. */
	String text();

	/** What stands there, as a cell; empty for nothing. */
	default String cell(TelemetryMessage message) {
		List<String> values = values(message);
		return values.size() == 1 ? values.get(0) : values.stream().collect(Collectors.joining(", "));
	}

	/** The field of a text; null if it is none. */
	static @Nullable MessageField of(String text) {
		if (text.startsWith(PROPERTY_PREFIX) && text.length() > PROPERTY_PREFIX.length()) {
			return new Property(text.substring(PROPERTY_PREFIX.length()));
		}
		if (text.startsWith(ANNOTATION_PREFIX) && text.length() > ANNOTATION_PREFIX.length()) {
			return new Annotation(text.substring(ANNOTATION_PREFIX.length()));
		}
		BodyPath path = BodyPath.of(text);
		return path == null ? null : new InBody(path);
	}

	/** An application property. */
	record Property(String name) implements MessageField {

		@Override
		public List<String> values(TelemetryMessage message) {
			Object value = message.properties().get(name);
			return value == null ? List.of() : List.of(MessageText.of(value));
		}

		@Override
		public String text() {
			return PROPERTY_PREFIX + name;
		}
	}

	/** What the hub says of the message. */
	record Annotation(String name) implements MessageField {

		@Override
		public List<String> values(TelemetryMessage message) {
			Object value = message.annotations().get(name);
			return value == null ? List.of() : List.of(MessageText.of(value));
		}

		@Override
		public String text() {
			return ANNOTATION_PREFIX + name;
		}
	}

	/** What stands at a path of the body, where that is JSON. */
	record InBody(BodyPath path) implements MessageField {

		@Override
		public List<String> values(TelemetryMessage message) {
			JsonElement body = MessageBody.json(message);
			return body == null ? List.of() : path.in(body).stream().map(InBody::text).toList();
		}

		private static String text(JsonElement value) {
			return value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
		}

		@Override
		public String text() {
			return path.toString();
		}
	}
}
