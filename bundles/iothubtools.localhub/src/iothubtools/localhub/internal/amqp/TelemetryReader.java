// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.messages.SentMessage;

/** Makes device-to-cloud messages of what a device sent (contract §§7.1, 8.2). */
final class TelemetryReader {

	/** The format of a message whose parts are messages themselves, as Event Hubs has them. */
	private static final int BATCH = 0x80013700;

	private TelemetryReader() {
	}

	/** The messages in a transfer, one as a rule; null when these bytes are none. */
	static @Nullable List<SentMessage> read(byte[] bytes, int format) {
		if (format != BATCH) {
			SentMessage single = message(AmqpMessages.read(bytes));
			return single == null ? null : List.of(single);
		}
		List<SentMessage> batch = new ArrayList<>();
		for (byte[] part : parts(bytes)) {
			SentMessage message = message(AmqpMessages.read(part));
			if (message == null) {
				return null;
			}
			batch.add(message);
		}
		return batch.isEmpty() ? null : batch;
	}

	/** The data sections, one after another; the sections before them are the batch's own and say nothing. */
	private static List<byte[]> parts(byte[] bytes) {
		try {
			return MessageSections.read(bytes, 0, bytes.length).data().stream().map(AmqpMessages::bytes).toList();
		} catch (RuntimeException e) {
			// what the codec cannot read is no batch
			return List.of();
		}
	}

	private static @Nullable SentMessage message(@Nullable Message read) {
		if (read == null) {
			return null;
		}
		Map<String, String> properties = new LinkedHashMap<>();
		Properties given = read.getProperties();
		if (given != null) {
			put(properties, "message-id", given.getMessageId());
			put(properties, "correlation-id", given.getCorrelationId());
			put(properties, "user-id", given.getUserId());
			put(properties, "to", given.getTo());
			put(properties, "content-type", given.getContentType());
			put(properties, "content-encoding", given.getContentEncoding());
			put(properties, "absolute-expiry-time", given.getAbsoluteExpiryTime());
		}
		MessageAnnotations annotations = read.getMessageAnnotations();
		if (annotations != null && annotations.getValue() != null) {
			for (String name : SentMessage.ANNOTATIONS) {
				put(properties, name, annotations.getValue().get(Symbol.valueOf(name)));
			}
		}
		Map<String, String> application = new LinkedHashMap<>();
		if (read.getApplicationProperties() != null && read.getApplicationProperties().getValue() != null) {
			read.getApplicationProperties().getValue().forEach((name, value) -> put(application, String.valueOf(name), value));
		}
		return new SentMessage(AmqpMessages.body(read.getBody()), properties, application);
	}

	private static void put(Map<String, String> properties, String name, @Nullable Object value) {
		String text = AmqpMessages.text(value);
		if (text != null) {
			properties.put(name, text);
		}
	}
}
