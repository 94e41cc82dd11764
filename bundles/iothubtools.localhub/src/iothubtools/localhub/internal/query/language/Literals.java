// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.math.BigInteger;
import java.util.function.DoubleSupplier;

import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.query.grammar.ParseException;

/** Constants from their text in a query. */
public final class Literals {

	private static final int HEX = 16;
	private static final int ESCAPED_DIGITS = 4;

	private Literals() {
	}

	/** @throws ParseException beyond the largest int */
	public static int integer(String text) throws ParseException {
		try {
			return Integer.parseInt(text);
		} catch (NumberFormatException e) {
			throw new ParseException("too large: " + text);
		}
	}

	/** @throws ParseException beyond the range of numbers */
	public static Literal decimal(String text) throws ParseException {
		return number(() -> Double.parseDouble(text));
	}

	/** @throws ParseException as {@link #decimal} */
	public static Literal negative(String text) throws ParseException {
		return number(() -> -Double.parseDouble(text));
	}

	/** @throws ParseException beyond the range of numbers */
	public static Literal hexadecimal(String text) throws ParseException {
		return number(() -> new BigInteger(text.substring(2), HEX).doubleValue());
	}

	private static Literal number(DoubleSupplier text) throws ParseException {
		double number = text.getAsDouble();
		if (Double.isInfinite(number)) {
			throw new ParseException("too large");
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
	 * @throws ParseException when it is empty
	 */
	public static String bracketed(String text) throws ParseException {
		String name = text.substring(".[[".length(), text.length() - "]]".length());
		if (name.isEmpty()) {
			throw new ParseException("an empty name");
		}
		return name;
	}
}
