// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a token is good for: a host and a path, compared segment by segment, so that {@code /a/b} covers {@code /a/b/c} and
 * not {@code /a/bc} (contract §2).
 *
 * @param host      host part, as sent but decoded
 * @param segments  path, decoded once; may be empty
 */
public record TokenScope(String host, List<String> segments) {

	/** Clients of Event Hubs sign it, too. */
	private static final Pattern PROTOCOL = Pattern.compile("^[A-Za-z]{2,5}://");
	private static final Pattern API_VERSION = Pattern.compile("/?\\??api-version=[^/]*$");

	/** The scope in a token's raw sr; null when that cannot be decoded. */
	public static @Nullable TokenScope parse(String rawResource) {
		String decoded = decode(rawResource);
		return decoded == null ? null : of(decoded);
	}

	/** The scope of a resource that is not encoded, as AMQP has it: with or without the name of a protocol before its host. */
	public static TokenScope of(String resource) {
		// examples in Azure's documentation have a path of REST behind the resource, version and all
		String path = API_VERSION.matcher(PROTOCOL.matcher(resource).replaceFirst("")).replaceFirst("");
		List<String> parts = Arrays.asList(path.split("/"));
		return new TokenScope(parts.isEmpty() ? "" : parts.get(0), parts.isEmpty() ? List.of() : parts.subList(1, parts.size()));
	}

	/**
	 * Whether it covers a path: it is its beginning. Fixed words match in any case, ids exactly.
	 *
	 * @param ids what stood in the path where its route has names, wherever that is
	 */
	public boolean covers(List<String> path, Collection<String> ids) {
		return covers(path, ids, TokenScope::names);
	}

	/**
	 * The same for a client's own token: Azure's documentation signs the resource in lower case, so ids may be written so, too.
	 * Whose key signed it is looked at besides.
	 */
	public boolean coversOwn(List<String> path, Collection<String> ids) {
		return covers(path, ids, TokenScope::namesOwn);
	}

	private boolean covers(List<String> path, Collection<String> ids, BiPredicate<String, String> names) {
		if (segments.size() > path.size()) {
			return false;
		}
		for (int i = 0; i < segments.size(); i++) {
			String allowed = segments.get(i);
			String asked = path.get(i);
			if (ids.contains(asked) ? !names.test(allowed, asked) : !allowed.equalsIgnoreCase(asked)) {
				return false;
			}
		}
		return true;
	}

	/** Whether it is narrowed to this device, or to a part of it. */
	public boolean isOfDevice(String deviceId) {
		return segments.size() >= 2 && segments.get(0).equalsIgnoreCase("devices") && namesOwn(segments.get(1), deviceId);
	}

	/** Whether it is narrowed to this module, or to a part of it. */
	public boolean isOfModule(String deviceId, String moduleId) {
		return isOfDevice(deviceId) && segments.size() >= 4 && segments.get(2).equalsIgnoreCase("modules")
				&& namesOwn(segments.get(3), moduleId);
	}

	private static boolean namesOwn(String allowed, String id) {
		return names(allowed, id) || names(allowed, id.toLowerCase(Locale.ROOT));
	}

	/** SDKs encode the id before they encode the whole, so it is compared decoded once and decoded twice. */
	private static boolean names(String allowed, String id) {
		return allowed.equals(id) || allowed.indexOf('%') >= 0 && id.equals(decode(allowed));
	}

	/** An id that may be encoded; as it is when it cannot be. */
	public static String decoded(String id) {
		String decoded = decode(id);
		return decoded == null ? id : decoded;
	}

	private static @Nullable String decode(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			return null;
		}
	}
}
