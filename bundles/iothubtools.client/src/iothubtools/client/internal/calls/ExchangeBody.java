// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.exchange.Masking;

/** A body as text to show: masked, cut when it is long, counted only when it is binary. */
final class ExchangeBody {

	private static final int MAX_BYTES_PER_CHARACTER = 4;
	private static final char REPLACEMENT = '\uFFFD';

	private ExchangeBody() {
	}

	static String of(byte[] body) {
		int length = Math.min(body.length, HttpExchange.MAX_BODY * MAX_BYTES_PER_CHARACTER);
		String text = new String(body, 0, length, StandardCharsets.UTF_8);
		boolean cut = length < body.length || text.length() > HttpExchange.MAX_BODY;
		if (cut) {
			// masked after the cut: what is cut off cannot leak, and masking knows values that break off
			text = text.substring(0, Math.min(text.length(), HttpExchange.MAX_BODY) - 1);
		}
		if (isBinary(text)) {
			return String.format(Locale.ROOT, "(%,d bytes that are not text)", body.length);
		}
		return Masking.text(text) + (cut ? String.format(Locale.ROOT, "… (%,d bytes in all)", body.length) : "");
	}

	private static boolean isBinary(String text) {
		return text.chars().anyMatch(c -> c == REPLACEMENT || c < ' ' && c != '\n' && c != '\r' && c != '\t');
	}
}
