// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.netty.handler.codec.http.HttpRequest;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.CallerPresence;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.exchange.RequestHeaders;

/** Turns the head of Netty's request into the hub's own, which has no body yet. */
final class RequestReader {

	private static final String OVERRIDE = "X-HTTP-Method-Override";
	private static final byte[] NO_BODY = {};

	private RequestReader() {
	}

	/** @throws HubError 400 for a target that cannot be decoded */
	static HubRequest read(String id, HttpRequest http, List<X509Certificate> certificates) {
		RequestHeaders headers = new RequestHeaders(List.copyOf(http.headers().entries()));
		String override = headers.get(OVERRIDE);
		String method = override == null ? http.method().name() : override.toUpperCase(Locale.ROOT);
		String target = http.uri();
		int question = target.indexOf('?');
		return new HubRequest(id, method, path(question < 0 ? target : target.substring(0, question)),
				query(question < 0 ? "" : target.substring(question + 1)), headers, NO_BODY, certificates,
				new CallerPresence());
	}

	/**
	 * The segments of {@code /a/b}, {@code /a%2Fb}, {@code /%2Fa%2Fb} and {@code /a/b/}, decoded before they are told apart, as the
	 * service does; what a client sends as an absolute URL counts from its path on.
	 */
	private static List<String> path(String target) {
		String path = target;
		int scheme = target.indexOf("://");
		if (scheme > 0 && !target.startsWith("/")) {
			int slash = target.indexOf('/', scheme + 3);
			path = slash < 0 ? "/" : target.substring(slash);
		}
		int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
		String decoded = decode(path.substring(path.startsWith("/") ? 1 : 0, end).replace("+", "%2B"));
		return List.of(decoded.substring(decoded.length() > 1 && decoded.startsWith("/") ? 1 : 0).split("/", -1));
	}

	private static Map<String, String> query(String text) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : text.split("&")) {
			int equals = pair.indexOf('=');
			String name = equals < 0 ? pair : pair.substring(0, equals);
			if (!name.isEmpty()) {
				parameters.put(decode(name).toLowerCase(Locale.ROOT), equals < 0 ? "" : decode(pair.substring(equals + 1)));
			}
		}
		return parameters;
	}

	private static String decode(String text) {
		if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
			return text;
		}
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw HubError.argumentInvalid("The request target is not properly percent-encoded.");
		}
	}
}
