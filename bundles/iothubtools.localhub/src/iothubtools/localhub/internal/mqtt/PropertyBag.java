// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties at the end of a topic: {@code key=value} pairs joined by {@code &}, both percent-encoded (contract §8.1). */
final class PropertyBag {

	private PropertyBag() {
	}

	/**
	 * The pairs in their order, decoded; a plus sign is one, and so is a question mark: it is part of the first name. A key without a value
	 * has an empty one. What separates pairs, keys and levels of topics has to be encoded where it is meant as itself, so that no pair is
	 * without a key: the service ends the connection otherwise, and a device that forgot to encode is not to learn of it there first.
	 *
	 * @throws IllegalArgumentException when it is not properly percent-encoded or a key is missing or there twice
	 */
	static Map<String, String> parse(String text) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
			int equals = pair.indexOf('=');
			String key = equals < 0 ? pair : pair.substring(0, equals);
			String value = equals < 0 ? "" : pair.substring(equals + 1);
			if (key.isEmpty() || pair.indexOf('/') >= 0 || value.indexOf('=') >= 0) {
				throw new IllegalArgumentException("a slash, an equals sign or an ampersand is not encoded");
			}
			add(pairs, decode(key), decode(value));
		}
		return pairs;
	}

	/**
	 * The pairs in their order, as they are.
	 *
	 * @throws IllegalArgumentException when a key is there twice
	 */
	static Map<String, String> raw(String text) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String pair : text.split("&")) {
			int equals = pair.indexOf('=');
			String key = equals < 0 ? pair : pair.substring(0, equals);
			if (!key.isEmpty()) {
				add(pairs, key, equals < 0 ? "" : pair.substring(equals + 1));
			}
		}
		return pairs;
	}

	private static void add(Map<String, String> pairs, String key, String value) {
		if (pairs.put(key, value) != null) {
			throw new IllegalArgumentException("a property is there twice");
		}
	}

	/** The pairs as text. */
	static String format(Map<String, String> pairs) {
		StringBuilder text = new StringBuilder();
		pairs.forEach((key, value) -> text.append(text.length() == 0 ? "" : "&").append(encode(key)).append('=')
				.append(encode(value)));
		return text.toString();
	}

	private static String decode(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}
}
