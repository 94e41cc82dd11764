// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.messages;

import java.util.Locale;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** What the parts of a message may be when it goes over HTTP, where they travel as headers (contract §6). */
public final class MessageRules {

	/** Characters a message id may have. */
	public static final int MAX_MESSAGE_ID = 128;

	private static final String PROPERTY_PUNCTUATION = "!#$%&'*+-.^_`|~";
	private static final String ID_PUNCTUATION = "-:.+%_#*?!(),=@;$'";
	private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
	private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(\\s*;\\s*" + TOKEN + "=(" + TOKEN + "|\"[^\"]*\"))*\\s*;?");
	private static final String RESERVED_PREFIX = "iothub-app-";

	private MessageRules() {
	}

	/** Why {@code name} cannot be the name of an application property, in plain English; null if it can. */
	public static @Nullable String nameProblem(String name) {
		if (name.isEmpty()) {
			return "is empty";
		}
		if (name.toLowerCase(Locale.ROOT).startsWith(RESERVED_PREFIX)) {
			return "must not start with " + RESERVED_PREFIX + ": the hub adds that itself";
		}
		return characterProblem(name, PROPERTY_PUNCTUATION);
	}

	/** Why {@code value} cannot be the value of an application property, in plain English; null if it can. */
	public static @Nullable String valueProblem(String value) {
		return characterProblem(value, PROPERTY_PUNCTUATION);
	}

	/** Why {@code id} cannot be a message id or correlation id, in plain English; null if it can. */
	public static @Nullable String idProblem(String id) {
		return id.length() > MAX_MESSAGE_ID ? "is longer than " + MAX_MESSAGE_ID + " characters"
				: characterProblem(id, ID_PUNCTUATION);
	}

	/** Why {@code value} cannot be a content type or encoding, in plain English; null if it can. */
	public static @Nullable String contentProblem(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
				return describe(value, i) + " is not possible: use printable ASCII characters";
			}
		}
		return value.equals(value.strip()) ? null : "must not start or end with a space";
	}

	/** Whether {@code value} has the form of a content type, type and subtype and perhaps parameters (RFC 9110, 8.3.1). The hub takes any text. */
	public static boolean isMediaType(String value) {
		return MEDIA_TYPE.matcher(value).matches();
	}

	private static @Nullable String characterProblem(String text, String punctuation) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
			if (!letterOrDigit && punctuation.indexOf(c) < 0) {
				return describe(text, i) + " is not possible: use ASCII letters, digits and "
						+ String.join(" ", punctuation.split(""));
			}
		}
		return null;
	}

	private static String describe(String text, int index) {
		int c = text.codePointAt(index);
		String position = " (position " + (index + 1) + ")";
		if (c == ' ') {
			return "a space" + position;
		}
		return Character.isISOControl(c) ? String.format("the character U+%04X", c) + position
				: "the character " + Character.toString(c) + position;
	}
}
