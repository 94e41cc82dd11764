// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names a hub answers to; they are in its certificate, and a token must be for one of them. */
public final class HubNames {

	/** What its built-in endpoint is called, as an Event Hub. */
	public static final String EVENT_HUB = "iothub-ehub-localhub";

	/** What Azure calls a hub, in one of its clouds; the service's calls and the devices' have a name of their own beside it. */
	private static final Pattern AZURE = Pattern.compile("([^.]+)(?:\\.service|\\.device)?(\\.azure-devices\\.(?:net|cn|us))");

	private final Set<String> names = new LinkedHashSet<>();

	/**
	 * Loopback in its three spellings, and the names given. One of a hub at Azure, which an entry in the hosts file leads here,
	 * stands for all three that such a hub has.
	 */
	public HubNames(Collection<String> more) {
		names.add("127.0.0.1");
		names.add("::1");
		names.add("localhost");
		for (String name : more) {
			names.add(bare(name));
			Matcher azure = AZURE.matcher(bare(name));
			if (azure.matches()) {
				for (String side : List.of("", ".service", ".device")) {
					names.add(azure.group(1) + side + azure.group(2));
				}
			}
		}
	}

	/** Whom tokens of Entra ID have to be for: each of Azure's clouds has a name of its own for its hubs. */
	public String audience() {
		if (names.stream().anyMatch(name -> name.endsWith(".azure-devices.cn"))) {
			return "https://iothubs.chinacloudapi.cn";
		}
		return names.stream().anyMatch(name -> name.endsWith(".azure-devices.us")) ? "https://iothubs.azure.us"
				: "https://iothubs.azure.net";
	}

	/** What a hub with this host calls itself in what it says to applications: its name at Azure, else the host as it is. */
	public static String hubName(String host) {
		Matcher azure = AZURE.matcher(bare(host));
		return azure.matches() ? azure.group(1) : bare(host);
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
