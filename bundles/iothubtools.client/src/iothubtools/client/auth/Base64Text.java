// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.util.Base64;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Judges base64 more strictly than {@link Base64}, which takes text without padding and with stray bits in the last
 * character: both are what a key looks like that was not copied whole.
 */
final class Base64Text {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	private Base64Text() {
	}

	/** Why {@code text} is not base64, without repeating any of it; null if it is. */
	static @Nullable String problem(String text) {
		if (text.isEmpty()) {
			return "is empty";
		}
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) == '=') {
			end--;
		}
		for (int i = 0; i < end; i++) {
			if (ALPHABET.indexOf(text.charAt(i)) < 0) {
				return "is not base64: character " + (i + 1) + " is not one of A-Z a-z 0-9 + / =";
			}
		}
		if (end == 0 || text.length() % 4 != 0 || text.length() - end > 2) {
			return "is not base64: a part seems to be missing at the end";
		}
		if (!Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text)) {
			return "is not base64: the last character before the = cannot be";
		}
		return null;
	}
}
