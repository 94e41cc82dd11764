// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.net.URLEncoder;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.client.names.ClientId;

/** Messages as they are on the wire. */
public final class AmqpMessages {

	/** More than any header has. */
	private static final int HEADERS = 1024;

	private AmqpMessages() {
	}

	/** A cloud-to-device message (contract §3.7). */
	public static byte[] write(CloudToDeviceMessage sent) {
		Properties properties = new Properties();
		properties.setTo(path(sent.to()) + "/messages/devicebound");
		properties.setMessageId(sent.messageId());
		properties.setCorrelationId(sent.correlationId());
		String userId = sent.userId();
		properties.setUserId(userId == null ? null : new Binary(userId.getBytes(StandardCharsets.UTF_8)));
		properties.setContentType(symbol(sent.contentType()));
		properties.setContentEncoding(symbol(sent.contentEncoding()));
		Instant expiry = sent.expiry();
		properties.setAbsoluteExpiryTime(expiry == null ? null : Date.from(expiry));
		Map<String, Object> application = new LinkedHashMap<>(sent.properties());
		application.put(CloudToDeviceMessage.ACK, sent.ack().wireName());
		Message message = Message.Factory.create();
		message.setProperties(properties);
		message.setApplicationProperties(new ApplicationProperties(application));
		byte[] body = sent.body().bytes();
		message.setBody(new Data(new Binary(body)));
		return write(message, body.length + HEADERS);
	}

	/** Where things of a device or module are: {@code /devices/{id}[/modules/{id}]}. */
	public static String path(ClientId of) {
		String module = of.moduleId();
		return "/devices/" + encoded(of.deviceId()) + (module == null ? "" : "/modules/" + encoded(module));
	}

	private static String encoded(String id) {
		return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** A word of AMQP; null for null. */
	public static @Nullable Symbol symbol(@Nullable String text) {
		return text == null ? null : Symbol.valueOf(text);
	}

	/**
	 * The bytes of a message.
	 *
	 * @param guess how many that may be
	 */
	public static byte[] write(Message message, int guess) {
		byte[] space = new byte[guess];
		while (true) {
			try {
				return Arrays.copyOf(space, message.encode(space, 0, space.length));
			} catch (BufferOverflowException e) {
				space = new byte[space.length * 2];
			}
		}
	}

	/** The message that has come whole. */
	public static Message read(Receiver receiver, int length) {
		byte[] bytes = new byte[length];
		int count = receiver.recv(bytes, 0, length);
		receiver.advance();
		Message message = Message.Factory.create();
		message.decode(bytes, 0, Math.max(0, count));
		return message;
	}
}
