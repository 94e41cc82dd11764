// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.UnsignedByte;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.UnsignedShort;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.MessageSource;
import iothubtools.amqp.telemetry.SystemProperties;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.commands.Payload;
import iothubtools.client.names.ClientId;

/** Makes telemetry of the bytes of messages (contract §7.1). For one thread at a time. */
final class TelemetryDecoder {

	private final DecoderImpl decoder = new DecoderImpl();

	TelemetryDecoder() {
		AMQPDefinedTypes.registerAllTypes(decoder, new EncoderImpl(decoder));
	}

	/** What is in the sections of a message, as far as they can be read. */
	private static final class Sections {
		private Map<String, Object> annotations = Map.of();
		private Map<String, Object> application = Map.of();
		private @Nullable Properties properties;
		private byte[] body = {};

		void add(@Nullable Object section) {
			if (section instanceof Data data) {
				add(data.getValue());
			} else if (section instanceof MessageAnnotations said && said.getValue() != null) {
				annotations = plain(said.getValue());
			} else if (section instanceof ApplicationProperties said && said.getValue() != null) {
				application = plain(said.getValue());
			} else if (section instanceof Properties said) {
				properties = said;
			} else if (section instanceof AmqpValue said && said.getValue() != null) {
				body = said.getValue() instanceof Binary binary ? bytes(binary) : text(said.getValue()).getBytes(StandardCharsets.UTF_8);
			} else if (section instanceof AmqpSequence said && said.getValue() != null) {
				body = text(said.getValue()).getBytes(StandardCharsets.UTF_8);
			}
		}

		/** A body may be in several sections. */
		private void add(Binary more) {
			byte[] all = new byte[body.length + more.getLength()];
			System.arraycopy(body, 0, all, 0, body.length);
			System.arraycopy(more.getArray(), more.getArrayOffset(), all, body.length, more.getLength());
			body = all;
		}
	}

	/** Where a message stands; null where it does not say so. */
	@Nullable EventPosition position(String partition, byte[] message) {
		return position(partition, sections(message));
	}

	/** A message; null where it does not say where it stands. */
	@Nullable TelemetryMessage read(String partition, byte[] message) {
		Sections sections = sections(message);
		EventPosition position = position(partition, sections);
		if (position == null) {
			return null;
		}
		Map<String, Object> annotations = sections.annotations;
		MessageSource source = MessageSource.of(text(annotations.get("iothub-message-source")));
		return new TelemetryMessage(position, sender(annotations, source == MessageSource.TELEMETRY ? Map.of() : sections.application), source,
				new Payload(sections.body), system(sections), sections.application, annotations);
	}

	/** A section that cannot be read ends it, with what was read before. */
	private Sections sections(byte[] message) {
		Sections sections = new Sections();
		ByteBuffer in = ByteBuffer.wrap(message);
		decoder.setByteBuffer(in);
		try {
			while (in.hasRemaining()) {
				sections.add(decoder.readObject());
			}
		} catch (RuntimeException | StackOverflowError e) {
			// what is in another's message may be wrong, and nested without end
		}
		return sections;
	}

	private static @Nullable EventPosition position(String partition, Sections sections) {
		Object sequence = sections.annotations.get("x-opt-sequence-number");
		Object offset = sections.annotations.get("x-opt-offset");
		Object time = sections.annotations.get("x-opt-enqueued-time");
		return sequence instanceof Number number && offset != null
				? new EventPosition(partition, number.longValue(), text(offset), time instanceof Instant instant ? instant : Instant.EPOCH)
				: null;
	}

	private static @Nullable ClientId sender(Map<String, Object> annotations, Map<String, Object> application) {
		String device = text(annotations.getOrDefault("iothub-connection-device-id", application.getOrDefault("deviceId", "")));
		String module = text(annotations.getOrDefault("iothub-connection-module-id", application.getOrDefault("moduleId", "")));
		return device.isEmpty() ? null : new ClientId(device, module.isEmpty() ? null : module);
	}

	private static SystemProperties system(Sections sections) {
		Properties said = sections.properties;
		Instant sent = instant(sections.application.get("iothub-creation-time-utc"));
		if (said == null) {
			return sent == null ? SystemProperties.NONE : new SystemProperties(null, null, null, null, null, null, sent, null);
		}
		Instant created = instant(said.getCreationTime());
		return new SystemProperties(optional(said.getMessageId()), optional(said.getCorrelationId()), optional(said.getUserId()),
				optional(said.getTo()), optional(said.getContentType()), optional(said.getContentEncoding()), created == null ? sent : created,
				instant(said.getAbsoluteExpiryTime()));
	}

	private static @Nullable String optional(@Nullable Object value) {
		return value == null ? null : text(value);
	}

	private static @Nullable Instant instant(@Nullable Object value) {
		if (value instanceof Date date) {
			return date.toInstant();
		}
		try {
			return value == null ? null : Instant.parse(value.toString());
		} catch (DateTimeParseException e) {
			return null;
		}
	}

	private static Map<String, Object> plain(Map<?, ?> said) {
		Map<String, Object> plain = new LinkedHashMap<>();
		said.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
		return plain;
	}

	/** Without a type of AMQP. */
	private static Object plain(@Nullable Object value) {
		if (value instanceof String || value instanceof Boolean || value instanceof Instant) {
			return value;
		} else if (value instanceof Date date) {
			return date.toInstant();
		} else if (value instanceof UnsignedByte || value instanceof UnsignedShort || value instanceof UnsignedInteger) {
			return ((Number) value).longValue();
		} else if (value instanceof UnsignedLong number) {
			BigInteger exact = number.bigIntegerValue();
			return exact.bitLength() < Long.SIZE ? (Object) exact.longValue() : exact;
		} else if (value instanceof Number && value.getClass().getName().startsWith("java.")) {
			return value;
		}
		return text(value);
	}

	private static String text(@Nullable Object value) {
		if (value instanceof Binary binary) {
			return new String(binary.getArray(), binary.getArrayOffset(), binary.getLength(), StandardCharsets.UTF_8);
		} else if (value instanceof List<?> list) {
			List<String> parts = new ArrayList<>();
			list.forEach(one -> parts.add(text(one)));
			return parts.toString();
		}
		return value == null ? "" : value.toString();
	}

	private static byte[] bytes(Binary binary) {
		byte[] bytes = new byte[binary.getLength()];
		System.arraycopy(binary.getArray(), binary.getArrayOffset(), bytes, 0, bytes.length);
		return bytes;
	}
}
