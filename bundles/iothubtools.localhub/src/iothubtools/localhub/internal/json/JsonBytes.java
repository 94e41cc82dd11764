// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/**
 * JSON as the UTF-8 bytes it is sent as, for what has thousands of rows: what is the same in each of them is bytes already, and most
 * values are written without a text in between. Whoever writes sees to the form; values are written as {@link Json} writes them.
 */
public final class JsonBytes {

	private static final int FIRST = 16 * 1024;
	private static final byte[] TRUE = of("true");
	private static final byte[] FALSE = of("false");

	private byte[] bytes = new byte[FIRST];
	private int length;

	/** The bytes of a part. */
	public static byte[] of(String part) {
		return part.getBytes(StandardCharsets.UTF_8);
	}

	/** About so many bytes more will come. */
	public void expect(int more) {
		makeRoom(more);
	}

	/** A character between values. */
	public void raw(char ascii) {
		makeRoom(1);
		bytes[length++] = (byte) ascii;
	}

	/** Bytes as they are. */
	public void raw(byte[] part) {
		makeRoom(part.length);
		System.arraycopy(part, 0, bytes, length, part.length);
		length += part.length;
	}

	/** A value. */
	public void value(JsonElement value) {
		if (!(value instanceof JsonPrimitive primitive)) {
			raw(of(Json.text(value)));
		} else if (primitive.isString()) {
			string(primitive.getAsString());
		} else if (primitive.isBoolean()) {
			raw(primitive.getAsBoolean() ? TRUE : FALSE);
		} else {
			number(primitive);
		}
	}

	private void number(JsonPrimitive number) {
		int small = number.getAsNumber() instanceof Integer whole ? whole : -1;
		if (small >= 0 && small < 10) {
			raw((char) ('0' + small));
		} else {
			raw(of(Json.text(number)));
		}
	}

	private void string(String text) {
		makeRoom(text.length() + 2);
		int end = length;
		bytes[end++] = '"';
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < ' ' || c > '~' || c == '"' || c == '\\') {
				// seldom in rows: what is escaped, and how, is known elsewhere
				raw(of(Json.text(new JsonPrimitive(text))));
				return;
			}
			bytes[end++] = (byte) c;
		}
		bytes[end++] = '"';
		length = end;
	}

	private void makeRoom(int more) {
		if (bytes.length - length < more) {
			bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
		}
	}

	/** How many there are. */
	public int length() {
		return length;
	}

	/** A copy of them. */
	public byte[] toByteArray() {
		return Arrays.copyOf(bytes, length);
	}
}
