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

import iothubtools.localhub.internal.commands.Acknowledgement;
import iothubtools.localhub.internal.commands.CloudToDeviceMessage;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.PropertyRules;

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

	/**
	 * A message as the service side sends it.
	 *
	 * @throws HubError 400 for a property that cannot be
	 */
	static CloudToDeviceMessage read(Message message) {
		String messageId = AmqpMessages.text(message.getMessageId());
		String correlationId = AmqpMessages.text(message.getCorrelationId());
		PropertyRules.checkId("message-id", messageId);
		PropertyRules.checkId("correlation-id", correlationId);
		Properties properties = message.getProperties() == null ? new Properties() : message.getProperties();
		Map<String, String> application = new LinkedHashMap<>();
		Acknowledgement acknowledgement = Acknowledgement.NONE;
		ApplicationProperties given = message.getApplicationProperties();
		Map<String, Object> values = given == null || given.getValue() == null ? Map.of() : given.getValue();
		for (Map.Entry<String, Object> property : values.entrySet()) {
			String value = AmqpMessages.text(property.getValue());
			if (ACKNOWLEDGEMENT.equalsIgnoreCase(property.getKey())) {
				acknowledgement = acknowledgement(value);
			} else if (value != null) {
				PropertyRules.addApplicationProperty(application, PropertyRules.APPLICATION + property.getKey(), value);
			}
		}
		Date expiry = properties.getAbsoluteExpiryTime();
		return new CloudToDeviceMessage(AmqpMessages.body(message.getBody()), messageId, correlationId, printable("user-id", properties.getUserId()),
				printable("content-type", properties.getContentType()), printable("content-encoding", properties.getContentEncoding()),
				expiry == null || expiry.getTime() <= 0 ? null : expiry.toInstant(), acknowledgement, application);
	}

	private static Acknowledgement acknowledgement(@Nullable String text) {
		Acknowledgement found = text == null || text.isEmpty() ? Acknowledgement.NONE : Acknowledgement.find(text);
		if (found == null) {
			throw HubError.argumentInvalid("iothub-ack must be none, positive, negative or full.");
		}
		return found;
	}

	/** A device may fetch the message over HTTP, where this is a header. */
	private static @Nullable String printable(String name, @Nullable Object value) {
		String text = AmqpMessages.text(value);
		if (text != null && !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
			throw HubError.argumentInvalid("The " + name + " may only have printable ASCII characters.");
		}
		return text;
	}

	private static @Nullable Symbol symbol(@Nullable String text) {
		return text == null ? null : Symbol.valueOf(text);
	}
}
