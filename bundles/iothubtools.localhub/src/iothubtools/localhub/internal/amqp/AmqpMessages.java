// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.HubTime;

/** Messages to and from bytes. */
final class AmqpMessages {

	/** The largest that is read: 256 KB are what counts, and names and types are written besides. */
	static final int MOST_BYTES = 320 * 1024;

	private static final int USUAL_SIZE = 1024;

	private AmqpMessages() {
	}

	/** The bytes of a message that is here as a whole. */
	static byte[] take(Receiver receiver, Delivery delivery) {
		byte[] bytes = new byte[delivery.pending()];
		receiver.recv(bytes, 0, bytes.length);
		receiver.advance();
		return bytes;
	}

	/**
	 * Reads a message.
	 *
	 * @return null when it is none
	 */
	static @Nullable Message read(byte[] bytes) {
		return read(bytes, 0, bytes.length);
	}

	/** Reads a message among other bytes; null when it is none. */
	static @Nullable Message read(byte[] bytes, int offset, int length) {
		try {
			return MessageSections.read(bytes, offset, length).message();
		} catch (RuntimeException e) {
			// whatever the codec stumbled over
			return null;
		}
	}

	/** Writes a message. */
	static byte[] write(Message message) {
		byte[] bytes = new byte[USUAL_SIZE];
		while (true) {
			try {
				int length = message.encode(bytes, 0, bytes.length);
				return Arrays.copyOf(bytes, length);
			} catch (BufferOverflowException e) {
				bytes = new byte[2 * bytes.length];
			}
		}
	}

	/**
	 * Sends a message; the link must have credit.
	 *
	 * @param settled whether the other end need not say what became of it
	 */
	static Delivery send(Sender sender, byte[] tag, byte[] message, boolean settled) {
		Delivery delivery = sender.delivery(tag);
		sender.send(message, 0, message.length);
		if (settled) {
			delivery.settle();
		}
		sender.advance();
		return delivery;
	}

	/** The payload of a message: its data, or the text or bytes of its value. */
	static byte[] body(@Nullable Section body) {
		if (body instanceof Data data && data.getValue() != null) {
			return bytes(data.getValue());
		}
		if (body instanceof AmqpValue value && value.getValue() instanceof Binary binary) {
			return bytes(binary);
		}
		Object other = body instanceof AmqpValue value ? value.getValue() : body instanceof AmqpSequence sequence ? sequence.getValue() : null;
		return other == null ? new byte[0] : String.valueOf(other).getBytes(StandardCharsets.UTF_8);
	}

	static byte[] bytes(Binary binary) {
		return Arrays.copyOfRange(binary.getArray(), binary.getArrayOffset(), binary.getArrayOffset() + binary.getLength());
	}

	/** A value as text: the hub knows properties as texts alone. Null for nothing. */
	static @Nullable String text(@Nullable Object value) {
		if (value instanceof Binary binary) {
			return new String(bytes(binary), StandardCharsets.UTF_8);
		}
		if (value instanceof Date date) {
			return HubTime.format(date.toInstant());
		}
		return value == null ? null : value.toString();
	}
}
