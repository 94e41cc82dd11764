// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Bytes as AMQP writes its values (contract §7.1), and what the log has beside them. Not by Proton's codec, as the one thread that writes for all
 * devices does this.
 */
final class AmqpBytes {

	private byte[] bytes = new byte[4096];
	private int size;

	/** Where the next byte goes. */
	int size() {
		return size;
	}

	/** What was written, from its beginning. */
	byte[] bytes() {
		return bytes;
	}

	/** Begins anew. */
	void clear() {
		size = 0;
	}

	/** Leaves room that is written later. */
	int skip(int count) {
		room(count);
		size += count;
		return size - count;
	}

	/** A text for the hub itself, with its length before it. */
	void note(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		integer(skip(4), utf8.length);
		room(utf8.length);
		System.arraycopy(utf8, 0, bytes, size, utf8.length);
		size += utf8.length;
	}

	/** A section, whose content follows. */
	void section(int descriptor) {
		room(3);
		bytes[size++] = 0;
		bytes[size++] = 0x53;
		bytes[size++] = (byte) descriptor;
	}

	/** A section that is a map; what is returned {@link #end ends} it. */
	int beginMap(int descriptor) {
		return begin(descriptor, 0xd1);
	}

	/** The same with a list. */
	int beginList(int descriptor) {
		return begin(descriptor, 0xd0);
	}

	private int begin(int descriptor, int type) {
		section(descriptor);
		octet(type);
		return skip(8);
	}

	/** @param count of names and values, or items */
	void end(int begin, int count) {
		integer(begin, size - begin - 4);
		integer(begin + 4, count);
	}

	/** Null, which stands in for an item of a list. */
	void nothing() {
		octet(0x40);
	}

	void symbol(String text) {
		text(text, 0xa3);
	}

	void string(String text) {
		text(text, 0xa1);
	}

	/** Short ones have a length of one byte, others of four and the next higher type. */
	private void text(String text, int type) {
		int length = text.length();
		room(5 + 3 * length);
		int start = size;
		size += 2;
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (c >= 0x80 || i == 255) {
				size = start;
				binary(text.getBytes(StandardCharsets.UTF_8), type);
				return;
			}
			bytes[size++] = (byte) c;
		}
		bytes[start] = (byte) type;
		bytes[start + 1] = (byte) length;
	}

	void binary(byte[] value) {
		binary(value, 0xa0);
	}

	private void binary(byte[] value, int type) {
		room(5 + value.length);
		if (value.length < 256) {
			octet(type);
			octet(value.length);
		} else {
			octet(type + 0x10);
			integer(skip(4), value.length);
		}
		System.arraycopy(value, 0, bytes, size, value.length);
		size += value.length;
	}

	void number(long value) {
		octet(0x81);
		longs(skip(8), value);
	}

	void time(Instant value) {
		octet(0x83);
		longs(skip(8), value.toEpochMilli());
	}

	private void octet(int value) {
		room(1);
		bytes[size++] = (byte) value;
	}

	/** Writes a number where room was left for it. */
	void integer(int at, int value) {
		bytes[at] = (byte) (value >> 24);
		bytes[at + 1] = (byte) (value >> 16);
		bytes[at + 2] = (byte) (value >> 8);
		bytes[at + 3] = (byte) value;
	}

	/** The same with eight bytes. */
	void longs(int at, long value) {
		integer(at, (int) (value >> 32));
		integer(at + 4, (int) value);
	}

	private void room(int more) {
		if (bytes.length - size < more) {
			bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
		}
	}
}
