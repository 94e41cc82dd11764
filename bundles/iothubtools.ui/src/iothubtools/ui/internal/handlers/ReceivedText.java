// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.StringJoiner;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.commands.CloudToDeviceMessage;

/** A cloud-to-device message as lines to read. */
final class ReceivedText {

	private static final int SHOWN = 1024;

	private ReceivedText() {
	}

	/** The properties that it has, under the names they have at the hub, one a line. */
	static String properties(CloudToDeviceMessage message) {
		StringJoiner lines = new StringJoiner("\n");
		add("message-id", message.messageId(), lines);
		add("correlation-id", message.correlationId(), lines);
		add("user-id", message.userId(), lines);
		add("content-type", message.contentType(), lines);
		add("content-encoding", message.contentEncoding(), lines);
		add("iothub-ack", message.ack(), lines);
		add("enqueued time", message.enqueuedTime(), lines);
		add("expiry", message.expiry(), lines);
		add("sequence number", message.sequenceNumber(), lines);
		add("delivery count", message.deliveryCount(), lines);
		message.properties().forEach((name, value) -> add(name, value, lines));
		return lines.toString();
	}

	private static void add(String name, @Nullable Object value, StringJoiner lines) {
		if (value != null && !value.toString().isEmpty()) {
			lines.add(name + ": " + value);
		}
	}

	/** The body as text, or in hexadecimal where it is none. */
	static String body(CloudToDeviceMessage message) {
		byte[] bytes = message.payload().bytes();
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			// a widget may end a text there
			if (text.indexOf('\0') < 0) {
				return text;
			}
		} catch (CharacterCodingException e) {
			// shown as bytes
		}
		int shown = Math.min(bytes.length, SHOWN);
		return NLS.bind(Messages.Receive_bytes,
				new Object[] { bytes.length, shown, HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown) });
	}
}
