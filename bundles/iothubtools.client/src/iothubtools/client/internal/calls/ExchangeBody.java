// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.exchange.Masking;
import iothubtools.client.exchange.SentBody;
import iothubtools.client.internal.transport.HubRequest;

/** A body as text to show: masked, cut when it is long, counted only when it is binary. */
final class ExchangeBody {

	private static final int MAX_BYTES_PER_CHARACTER = 4;
	private static final char REPLACEMENT = '\uFFFD';

	private ExchangeBody() {
	}

	/** The body of a request, to be sent again. */
	static SentBody sent(HubRequest request) {
		byte[] body = request.body();
		if (!request.hasBody()) {
			return SentBody.NO_BODY;
		}
		String text = body.length > HttpExchange.MAX_BODY * MAX_BYTES_PER_CHARACTER ? "" : new String(body, StandardCharsets.UTF_8);
		boolean whole = text.length() <= HttpExchange.MAX_BODY && text.isEmpty() == (body.length == 0) && !isBinary(text);
		return new SentBody(body.length, whole ? Masking.parts(text) : List.of());
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
