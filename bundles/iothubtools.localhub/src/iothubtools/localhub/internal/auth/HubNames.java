// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The names a hub answers to; they are in its certificate, and a token must be for one of them. */
public final class HubNames {

	private final Set<String> names = new LinkedHashSet<>();

	/** Loopback in its three spellings, and the names given. */
	public HubNames(Collection<String> more) {
		names.add("127.0.0.1");
		names.add("::1");
		names.add("localhost");
		for (String name : more) {
			names.add(bare(name));
		}
	}

	/** All of them, lower case, without brackets. */
	public Set<String> all() {
		return names;
	}

	/** Whether this is one of them, in any case, with or without a port. */
	public boolean contain(String hostAndPort) {
		int colon = hostAndPort.lastIndexOf(':');
		boolean port = colon > 0 && (hostAndPort.indexOf(':') == colon || hostAndPort.charAt(colon - 1) == ']');
		return names.contains(bare(port ? hostAndPort.substring(0, colon) : hostAndPort));
	}

	private static String bare(String host) {
		String lower = host.toLowerCase(Locale.ROOT);
		return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
	}
}
