// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.math.BigInteger;
import java.util.function.DoubleSupplier;

import com.google.gson.JsonPrimitive;

/** Constants from their text in a query. */
public final class Literals {

	private static final int HEX = 16;
	private static final int ESCAPED_DIGITS = 4;

	private Literals() {
	}

	/** @throws NoQueryException beyond the largest int */
	public static int integer(String text) {
		try {
			return Integer.parseInt(text);
		} catch (NumberFormatException e) {
			throw new NoQueryException("too large: " + text);
		}
	}

	/** @throws NoQueryException beyond the range of numbers */
	public static Literal decimal(String text) {
		return number(() -> Double.parseDouble(text));
	}

	/** @throws NoQueryException as {@link #decimal} */
	public static Literal negative(String text) {
		return number(() -> -Double.parseDouble(text));
	}

	/** @throws NoQueryException beyond the range of numbers */
	public static Literal hexadecimal(String text) {
		return number(() -> new BigInteger(text.substring(2), HEX).doubleValue());
	}

	private static Literal number(DoubleSupplier text) {
		double number = text.getAsDouble();
		if (Double.isInfinite(number)) {
			throw new NoQueryException("too large");
		}
		return new Literal(new JsonPrimitive(number));
	}

	/** What is between the quotes, escapes resolved. */
	public static Literal string(String quoted) {
		StringBuilder text = new StringBuilder(quoted.length());
		for (int i = 1; i < quoted.length() - 1; i++) {
			char c = quoted.charAt(i);
			if (c == '\\') {
				c = quoted.charAt(++i);
				if (c == 'u') {
					c = (char) Integer.parseInt(quoted.substring(i + 1, i + 1 + ESCAPED_DIGITS), HEX);
					i += ESCAPED_DIGITS;
				}
			}
			text.append(c);
		}
		return new Literal(new JsonPrimitive(text.toString()));
	}

	/**
	 * The name in {@code .[[name]]}.
	 *
	 * @throws NoQueryException when it is empty
	 */
	public static String bracketed(String text) {
		String name = text.substring(".[[".length(), text.length() - "]]".length());
		if (name.isEmpty()) {
			throw new NoQueryException("an empty name");
		}
		return name;
	}
}
