// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import iothubtools.client.text.HalfCharacters;

/**
 * Values as the text of a cell, and back. A spreadsheet takes a cell that begins with one of {@code = + - @}, a tab or a CR for a
 * formula, and runs it; such a cell gets an apostrophe in front, which is taken away again when it is read.
 */
public final class Cells {

	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r]");
	/** In the ways in which languages write it. */
	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.,]*([eE][+-]?\\d+)?");

	private Cells() {
	}

	/** A text as a cell that no spreadsheet runs. */
	public static String guarded(String text) {
		return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
	}

	/** The same for what may be a number: that is none of a formula, not even a negative one, and stays one. */
	public static String guardedUnlessNumber(String text) {
		return NUMBER.matcher(text).matches() ? text : guarded(text);
	}

	/** The text of a cell. */
	static String text(String cell) {
		return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
	}

	/** The value of a twin that a text stands for: JSON where it is JSON, else the text as a string. */
	static JsonElement value(String text) {
		if (mayBeJson(text)) {
			JsonElement json = StrictJson.parse(text);
			if (json != null) {
				return json;
			}
		}
		return new JsonPrimitive(text);
	}

	/** A value of a twin as text that {@link #value} reads as the same: a string as it is where that is possible. */
	static String of(JsonElement value) {
		if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
			String text = value.getAsString();
			return !text.isBlank() && !HalfCharacters.areIn(text) && value(text).equals(value) ? text : StrictJson.text(value);
		}
		return StrictJson.text(value);
	}

	/** Spares most texts an exception. */
	private static boolean mayBeJson(String text) {
		int at = 0;
		while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return at < text.length() && ("{[\"-0123456789".indexOf(text.charAt(at)) >= 0
				|| text.startsWith("true", at) || text.startsWith("false", at) || text.startsWith("null", at));
	}
}
