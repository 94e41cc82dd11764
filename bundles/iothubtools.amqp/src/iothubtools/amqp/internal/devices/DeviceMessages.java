// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.DeviceTelemetry;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.messages.DeviceMessage;

/** Messages of devices as they are on the wire (contract §§7.1, 8.2). */
final class DeviceMessages {

	/** More than any header has. */
	private static final int HEADERS = 1024;
	private static final String ACK = "iothub-ack";
	private static final String CREATED = "iothub-creation-time-utc";
	private static final Symbol COMPONENT = Symbol.valueOf("dt-subject");
	private static final int TAG = 2 * Long.BYTES;

	private DeviceMessages() {
	}

	/**
	 * What the hub is told of a link.
	 *
	 * @param conversation what two links have in common; null for one that is alone
	 */
	static Map<Symbol, Object> link(@Nullable String conversation) {
		Map<Symbol, Object> properties = new HashMap<>();
		properties.put(Symbol.valueOf("com.microsoft:api-version"), "2020-09-30");
		properties.put(Symbol.valueOf("com.microsoft:client-version"), "iothubtools");
		if (conversation != null) {
			properties.put(Symbol.valueOf("com.microsoft:channel-correlation-id"), conversation);
		}
		return properties;
	}

	/** A device-to-cloud message. */
	static byte[] write(DeviceTelemetry sent) {
		DeviceMessage message = sent.message();
		Properties properties = new Properties();
		properties.setMessageId(message.messageId());
		properties.setCorrelationId(message.correlationId());
		String userId = sent.userId();
		properties.setUserId(userId == null ? null : new Binary(userId.getBytes(StandardCharsets.UTF_8)));
		properties.setContentType(AmqpMessages.symbol(message.contentType()));
		properties.setContentEncoding(AmqpMessages.symbol(message.contentEncoding()));
		Instant expiry = sent.expiry();
		properties.setAbsoluteExpiryTime(expiry == null ? null : Date.from(expiry));
		Message written = Message.Factory.create();
		written.setProperties(properties);
		Map<String, Object> application = new LinkedHashMap<>(message.properties());
		Instant created = sent.created();
		if (created != null) {
			application.put(CREATED, created.toString());
		}
		if (!application.isEmpty()) {
			written.setApplicationProperties(new ApplicationProperties(application));
		}
		String component = sent.component();
		if (component != null) {
			written.setMessageAnnotations(new MessageAnnotations(Map.of(COMPONENT, component)));
		}
		byte[] body = message.body();
		written.setBody(new Data(new Binary(body)));
		return AmqpMessages.write(written, body.length + HEADERS);
	}

	/** A cloud-to-device message; the tag of its delivery is the name of its lock. */
	static ReceivedCloudToDeviceMessage command(Message message, byte[] tag) {
		Properties properties = message.getProperties() == null ? new Properties() : message.getProperties();
		Map<String, String> application = new LinkedHashMap<>();
		String ack = null;
		for (Map.Entry<String, Object> property : application(message).entrySet()) {
			if (property.getKey().equalsIgnoreCase(ACK)) {
				ack = text(property.getValue());
			} else {
				application.put(property.getKey(), String.valueOf(text(property.getValue())));
			}
		}
		Map<Symbol, Object> annotations = annotations(message);
		return new ReceivedCloudToDeviceMessage(lock(tag), text(message.getMessageId()), text(message.getCorrelationId()), text(properties.getUserId()),
				properties.getTo(), annotations.get(Symbol.valueOf("x-opt-sequence-number")) instanceof Number number ? number.longValue() : 0,
				(int) message.getDeliveryCount(), time(annotations.get(Symbol.valueOf("x-opt-enqueued-time"))),
				time(properties.getAbsoluteExpiryTime()), text(properties.getContentType()), text(properties.getContentEncoding()), ack, application,
				new Payload(body(message)));
	}

	private static String lock(byte[] tag) {
		ByteBuffer bytes = ByteBuffer.wrap(tag);
		return tag.length == TAG ? new UUID(bytes.getLong(), bytes.getLong()).toString() : "";
	}

	static Map<String, Object> application(Message message) {
		ApplicationProperties given = message.getApplicationProperties();
		return given == null || given.getValue() == null ? Map.of() : given.getValue();
	}

	static Map<Symbol, Object> annotations(Message message) {
		MessageAnnotations given = message.getMessageAnnotations();
		return given == null || given.getValue() == null ? Map.of() : given.getValue();
	}

	/** The bytes of a message, or its text in UTF-8; none where it has no such body. */
	static byte[] body(Message message) {
		Section body = message.getBody();
		Object value = body instanceof Data data ? data.getValue() : body instanceof AmqpValue other ? other.getValue() : null;
		if (value instanceof Binary binary) {
			byte[] bytes = new byte[binary.getLength()];
			System.arraycopy(binary.getArray(), binary.getArrayOffset(), bytes, 0, bytes.length);
			return bytes;
		}
		return value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static @Nullable String text(@Nullable Object value) {
		if (value instanceof Binary binary) {
			return new String(binary.getArray(), binary.getArrayOffset(), binary.getLength(), StandardCharsets.UTF_8);
		}
		return value == null ? null : value.toString();
	}

	private static @Nullable Instant time(@Nullable Object value) {
		return value instanceof Date date && date.getTime() > 0 ? date.toInstant() : null;
	}
}
