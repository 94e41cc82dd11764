// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the names of hosts tell: whether a hub may lead those there who show it their key. */
public final class AzureClouds {

	/** The end of a hub's name, and that of the Event Hubs of the same cloud. */
	private static final Map<String, String> EVENT_HUBS = Map.of(".azure-devices.net", ".servicebus.windows.net", ".azure-devices.cn",
			".servicebus.chinacloudapi.cn", ".azure-devices.us", ".servicebus.usgovcloudapi.net");
	private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1\\]?");

	private AzureClouds() {
	}

	/** Whether the host is an Event Hub of the hub's own cloud, the hub itself, or on this machine as the hub is. */
	public static boolean mayLead(String hub, String host) {
		String from = hub.toLowerCase(Locale.ROOT);
		String to = host.toLowerCase(Locale.ROOT);
		for (Map.Entry<String, String> cloud : EVENT_HUBS.entrySet()) {
			if (from.endsWith(cloud.getKey())) {
				return to.endsWith(cloud.getValue());
			}
		}
		return from.equals(to) || isHere(from) && isHere(to);
	}

	/** Whether that is this machine. */
	static boolean isHere(String host) {
		return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
	}
}
