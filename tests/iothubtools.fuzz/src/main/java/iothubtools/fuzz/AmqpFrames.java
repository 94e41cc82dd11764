// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of AMQP 1.0 as a client sends them, made by hand so that no library keeps them right. */
final class AmqpFrames {

	private static final int OPEN = 0x10;
	private static final int BEGIN = 0x11;
	private static final int ATTACH = 0x12;
	private static final int FLOW = 0x13;
	private static final int SASL_INIT = 0x41;
	private static final int SOURCE = 0x28;
	private static final int TARGET = 0x29;
	private static final int NULL = 0x40;
	private static final int WINDOW = 10_000;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	/** All of them. */
	byte[] bytes() {
		return bytes.toByteArray();
	}

	/** A protocol header: 3 for SASL's, 0 for that of AMQP itself. */
	AmqpFrames header(int protocol) {
		bytes.writeBytes("AMQP".getBytes(StandardCharsets.US_ASCII));
		bytes.writeBytes(new byte[] { (byte) protocol, 1, 0, 0 });
		return this;
	}

	/** Who the client is, by SASL PLAIN. */
	AmqpFrames plain(String user, String password) {
		return frame(1, list(SASL_INIT, text(0xb3, "PLAIN"), text(0xb0, "\0" + user + '\0' + password)));
	}

	/** Opens the connection. */
	AmqpFrames open() {
		return frame(0, list(OPEN, text(0xb1, "fuzz"), text(0xb1, "127.0.0.1")));
	}

	/** Begins a session. */
	AmqpFrames begin() {
		return frame(0, list(BEGIN, nothing(), number(0), number(WINDOW), number(WINDOW)));
	}

	/** Attaches a link to send by. */
	AmqpFrames sender(int handle, String address) {
		return frame(0, list(ATTACH, text(0xb1, "s" + handle), number(handle), new byte[] { 0x42 }, nothing(), nothing(), list(SOURCE),
				list(TARGET, text(0xb1, address)), nothing(), nothing(), number(0)));
	}

	/** Attaches a link to receive by, and gives it credit. */
	AmqpFrames receiver(int handle, String address, int credit) {
		frame(0, list(ATTACH, text(0xb1, "r" + handle), number(handle), new byte[] { 0x41 }, nothing(), nothing(),
				list(SOURCE, text(0xb1, address)), list(TARGET)));
		return frame(0, list(FLOW, number(0), number(WINDOW), number(0), number(WINDOW), number(handle), number(0), number(credit)));
	}

	/** A frame of SASL, 1, or of AMQP, 0, on channel 0. */
	AmqpFrames frame(int type, byte[]... parts) {
		return frame(type, 0, parts);
	}

	/** The same on another channel. */
	AmqpFrames frame(int type, int channel, byte[]... parts) {
		int size = 8;
		for (byte[] part : parts) {
			size += part.length;
		}
		bytes.writeBytes(ByteBuffer.allocate(8).putInt(size).put((byte) 2).put((byte) type).putShort((short) channel).array());
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return this;
	}

	/** A described list. */
	static byte[] list(int descriptor, byte[]... items) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] item : items) {
			all.writeBytes(item);
		}
		return ByteBuffer.allocate(12 + all.size()).put(new byte[] { 0, 0x53, (byte) descriptor, (byte) 0xd0 }).putInt(4 + all.size())
				.putInt(items.length).put(all.toByteArray()).array();
	}

	/** A text, symbol or binary by its type, whose length has four bytes. */
	static byte[] text(int type, String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(5 + utf8.length).put((byte) type).putInt(utf8.length).put(utf8).array();
	}

	/** A number without a sign. */
	static byte[] number(int value) {
		return ByteBuffer.allocate(5).put((byte) 0x70).putInt(value).array();
	}

	/** Null. */
	static byte[] nothing() {
		return new byte[] { NULL };
	}
}
