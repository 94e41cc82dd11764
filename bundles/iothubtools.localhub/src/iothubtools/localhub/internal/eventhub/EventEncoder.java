// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.messages.SentMessage;

/**
 * Writes events as AMQP has them (contract §7.1): once, when they come; whoever reads gets these bytes. Not by Proton's codec, as the one
 * thread that writes for all devices does this.
 */
final class EventEncoder {

	private static final int ANNOTATIONS = 0x72;
	private static final int PROPERTIES = 0x73;
	private static final int APPLICATION = 0x74;
	private static final int DATA = 0x75;

	/** The names of AMQP's own properties by their places; those with null are never there. */
	private static final @Nullable String[] PLACES = { "message-id", "user-id", "to", null, null, "correlation-id", "content-type",
			"content-encoding", "absolute-expiry-time" };
	private static final List<String> OWN = List.of("message-id", "user-id", "to", "correlation-id", "content-type", "content-encoding",
			"absolute-expiry-time");

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

	/** Writes an event. */
	void write(Event event) {
		Map<String, String> application = application(event);
		int annotations = beginMap(ANNOTATIONS);
		symbol("x-opt-sequence-number");
		number(event.sequenceNumber());
		symbol("x-opt-offset");
		string(Long.toString(event.offset()));
		symbol("x-opt-enqueued-time");
		time(event.enqueuedTime());
		event.annotations().forEach((name, value) -> {
			symbol(name);
			string(value);
		});
		symbol("iothub-enqueuedtime");
		time(event.enqueuedTime());
		endMap(annotations, 2 * (4 + event.annotations().size()));
		properties(event.properties());
		if (!application.isEmpty()) {
			int map = beginMap(APPLICATION);
			application.forEach((name, value) -> {
				string(name);
				string(value);
			});
			endMap(map, 2 * application.size());
		}
		section(DATA);
		binary(event.body());
	}

	/** Properties that AMQP has no place for stand among the application's. */
	private static Map<String, String> application(Event event) {
		if (OWN.containsAll(event.properties().keySet())) {
			return event.applicationProperties();
		}
		Map<String, String> application = new LinkedHashMap<>(event.applicationProperties());
		event.properties().forEach((name, value) -> {
			if (!OWN.contains(name)) {
				application.putIfAbsent(name, value);
			}
		});
		return application;
	}

	/** Whether all that a message says of itself can be told from its event. */
	static boolean tells(Map<String, String> properties) {
		for (Map.Entry<String, String> property : properties.entrySet()) {
			String name = property.getKey();
			if (!OWN.contains(name) && !SentMessage.ANNOTATIONS.contains(name) || name.equals("absolute-expiry-time")) {
				return false;
			}
			if (name.startsWith("content-") && !property.getValue().chars().allMatch(c -> c < 0x80)) {
				// a symbol of AMQP has ASCII only
				return false;
			}
		}
		return true;
	}

	/** A text for the hub itself, with its length before it. */
	void note(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		integer(skip(4), utf8.length);
		room(utf8.length);
		System.arraycopy(utf8, 0, bytes, size, utf8.length);
		size += utf8.length;
	}

	private void properties(Map<String, String> properties) {
		int last = PLACES.length;
		while (last > 0 && !properties.containsKey(PLACES[last - 1])) {
			last--;
		}
		if (last == 0) {
			return;
		}
		section(PROPERTIES);
		octet(0xd0);
		int begin = skip(8);
		for (int i = 0; i < last; i++) {
			String name = PLACES[i];
			property(i, name == null ? null : properties.get(name));
		}
		integer(begin, size - begin - 4);
		integer(begin + 4, last);
	}

	private void property(int place, @Nullable String value) {
		if (value == null) {
			octet(0x40);
		} else if (place == 1) {
			binary(value.getBytes(StandardCharsets.UTF_8));
		} else if (place == 6 || place == 7) {
			symbol(value);
		} else if (place == 8) {
			Instant expiry = instant(value);
			if (expiry == null) {
				octet(0x40);
			} else {
				time(expiry);
			}
		} else {
			string(value);
		}
	}

	private static @Nullable Instant instant(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		} catch (DateTimeException e) {
			return null;
		}
	}

	/** A section, whose content follows. */
	void section(int descriptor) {
		room(3);
		bytes[size++] = 0;
		bytes[size++] = 0x53;
		bytes[size++] = (byte) descriptor;
	}

	/** A section that is a map; what is returned ends it. */
	int beginMap(int descriptor) {
		section(descriptor);
		octet(0xd1);
		return skip(8);
	}

	void endMap(int begin, int count) {
		integer(begin, size - begin - 4);
		integer(begin + 4, count);
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

	private void binary(byte[] value) {
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
