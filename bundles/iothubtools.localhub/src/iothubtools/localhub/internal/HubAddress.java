// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.settings.LocalHubException;

/**
 * Where a hub listens and what it is called.
 *
 * @param address  the address to bind
 * @param host     the host of its URL and connection strings, an IPv6 address in brackets
 * @param names    all names it answers to
 */
public record HubAddress(InetAddress address, String host, HubNames names) {

	private static final String LOOPBACK = "127.0.0.1";
	/** Windows allows names with umlauts and underscores. */
	private static final Pattern URL_HOST = Pattern.compile("[A-Za-z0-9.-]+");

	/**
	 * Of the host in the settings. One that means all addresses of the machine makes the hub answer to each of them.
	 *
	 * @throws LocalHubException when there is no such host
	 */
	public static HubAddress of(String host) throws LocalHubException {
		String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
		try {
			InetAddress address = InetAddress.getByName(bare);
			if (address.isAnyLocalAddress()) {
				return ofMachine(address);
			}
			return new HubAddress(address, bare.indexOf(':') < 0 ? bare : '[' + bare + ']', new HubNames(List.of(bare)));
		} catch (UnknownHostException e) {
			throw new LocalHubException("The host " + host + " is not known.", e);
		} catch (SocketException e) {
			throw new LocalHubException("The network interfaces cannot be listed: " + e.getMessage(), e);
		}
	}

	private static HubAddress ofMachine(InetAddress any) throws SocketException {
		List<String> names = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
				.filter(address -> !address.isLinkLocalAddress()).map(InetAddress::getHostAddress)
				.map(address -> address.replaceAll("%.*", "")).collect(Collectors.toList());
		String machine = machineName();
		names.add(machine);
		return new HubAddress(any, machine, new HubNames(names));
	}

	/** Loopback where the machine cannot find itself by its own name, as a Mac often, or where no URL can hold that name. */
	private static String machineName() {
		try {
			String name = InetAddress.getLocalHost().getHostName();
			return URL_HOST.matcher(name).matches() ? name : LOOPBACK;
		} catch (UnknownHostException e) {
			return LOOPBACK;
		}
	}
}
