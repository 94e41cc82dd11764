// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.exchange.HttpExchange;

/**
 * An exchange as it is read in the console. Tokens and keys were masked where the exchange was recorded.
 *
 * @param request the first line: time, hub, method and path
 * @param sent    headers and body of the request
 * @param reply   status, reason and duration, or why there is no reply
 * @param got     headers and body of the reply
 * @param failed  whether the reply is an error or missing
 */
record ExchangeText(String request, String sent, String reply, String got, boolean failed) {

	/** Characters shown of a body, so that a list of 1000 devices does not push out everything else. */
	static final int MAX_BODY = 4000;

	private static final int FIRST_ERROR = 400;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
			.withZone(ZoneId.systemDefault());
	/** Headers of every request and reply that say nothing about IoT Hub. */
	private static final Set<String> COMMON = Set.of("host", "user-agent", "accept-encoding", "connection", "accept",
			"content-length", "transfer-encoding", "date", "server", "vary", "keep-alive");

	static ExchangeText of(Exchange exchange) {
		HttpExchange http = exchange.http();
		String failure = http.failure();
		String request = TIME.format(http.start()) + "  " + exchange.connection().name() + "  " + http.method() + " "
				+ http.target() + (http.attempt() > 1 ? NLS.bind(Messages.Attempt, http.attempt()) : "");
		return new ExchangeText(request, details(http.requestHeaders(), http.requestBody()), reply(http, failure),
				details(http.responseHeaders(), http.responseBody()), failure != null || http.status() >= FIRST_ERROR);
	}

	private static String reply(HttpExchange http, @Nullable String failure) {
		long millis = http.duration().toMillis();
		if (http.status() == 0) {
			return NLS.bind(Messages.No_reply, millis, failure == null ? "" : failure);
		}
		String status = (http.status() + " " + http.reason()).strip();
		String line = NLS.bind(Messages.Reply, status, millis);
		return failure == null ? line : line + " \u2013 " + failure;
	}

	private static String details(Map<String, String> headers, String body) {
		StringBuilder text = new StringBuilder();
		headers.forEach((name, value) -> {
			if (!COMMON.contains(name.toLowerCase(Locale.ROOT))) {
				text.append("  ").append(name).append(": ").append(value).append('\n');
			}
		});
		if (!body.isEmpty()) {
			indent(body, text);
		}
		return text.toString();
	}

	private static void indent(String body, StringBuilder text) {
		String json = JsonIndent.of(body.length() > MAX_BODY ? body.substring(0, MAX_BODY) : body);
		json.lines().forEach(line -> text.append("  ").append(line).append('\n'));
		if (body.length() > MAX_BODY) {
			text.append("  ").append(NLS.bind(Messages.More, body.length() - MAX_BODY)).append('\n');
		}
	}

	/** All of it. */
	@Override
	public String toString() {
		return request + "\n" + sent + reply + "\n" + got + "\n";
	}
}
