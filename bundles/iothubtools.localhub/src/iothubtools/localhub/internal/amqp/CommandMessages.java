// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.commands.CloudToDeviceMessage;
import iothubtools.localhub.internal.commands.QueuedMessage;

/** Cloud-to-device messages as AMQP has them (contract §3.7). */
final class CommandMessages {

	private static final String ACKNOWLEDGEMENT = "iothub-ack";

	private CommandMessages() {
	}

	/** A message as its device gets it. */
	static byte[] write(QueuedMessage queued) {
		CloudToDeviceMessage sent = queued.message();
		Message message = Message.Factory.create();
		Header header = new Header();
		header.setDeliveryCount(UnsignedInteger.valueOf(queued.deliveryCount()));
		message.setHeader(header);
		Map<Symbol, Object> annotations = new HashMap<>();
		annotations.put(Symbol.valueOf("x-opt-sequence-number"), queued.sequenceNumber());
		annotations.put(Symbol.valueOf("x-opt-enqueued-time"), Date.from(queued.enqueuedTime()));
		message.setMessageAnnotations(new MessageAnnotations(annotations));
		Properties properties = new Properties();
		properties.setMessageId(sent.messageId());
		properties.setCorrelationId(sent.correlationId());
		properties.setTo(queued.to());
		String userId = sent.userId();
		properties.setUserId(userId == null ? null : new Binary(userId.getBytes(StandardCharsets.UTF_8)));
		properties.setContentType(symbol(sent.contentType()));
		properties.setContentEncoding(symbol(sent.contentEncoding()));
		Instant expiry = sent.expiry();
		properties.setAbsoluteExpiryTime(expiry == null ? null : Date.from(expiry));
		message.setProperties(properties);
		Map<String, Object> application = new LinkedHashMap<>();
		application.put(ACKNOWLEDGEMENT, sent.acknowledgement().wireName());
		application.putAll(sent.applicationProperties());
		message.setApplicationProperties(new ApplicationProperties(application));
		message.setBody(new Data(new Binary(sent.body())));
		return AmqpMessages.write(message);
	}

	private static @Nullable Symbol symbol(@Nullable String text) {
		return text == null ? null : Symbol.valueOf(text);
	}
}
