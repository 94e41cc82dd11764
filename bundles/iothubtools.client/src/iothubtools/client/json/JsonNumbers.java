// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

/** Numbers as text. */
final class JsonNumbers {

	private JsonNumbers() {
	}

	/** Whether a text is a number as JSON has it. By hand: a regular expression would cost half the time of reading. */
	static boolean isNumber(String text) {
		int length = text.length();
		int at = text.charAt(0) == '-' ? 1 : 0;
		int digits = digits(text, at);
		if (digits == at || text.charAt(at) == '0' && digits > at + 1) {
			return false;
		}
		at = digits;
		if (at < length && text.charAt(at) == '.') {
			digits = digits(text, at + 1);
			if (digits == at + 1) {
				return false;
			}
			at = digits;
		}
		if (at < length && (text.charAt(at) | ' ') == 'e') {
			at++;
			if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
				at++;
			}
			digits = digits(text, at);
			return digits > at && digits == length;
		}
		return at == length;
	}

	private static int digits(String text, int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
			at++;
		}
		return at;
	}
}
