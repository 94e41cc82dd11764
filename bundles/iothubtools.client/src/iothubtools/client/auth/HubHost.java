// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import iothubtools.client.errors.InvalidInputException;

/**
 * Where a hub or an IoT Edge gateway answers (contract §1.1).
 *
 * @param name host name or IPv4 address, letters, digits and {@code _ . -}
 * @param port 1 to 65535, {@link #DEFAULT_PORT} unless said otherwise
 */
public record HubHost(String name, int port) {

	/** HTTPS. */
	public static final int DEFAULT_PORT = 443;

	private static final String FIELD = "HostName";
	private static final int MAX_PORT = 65535;
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
	/** Since 2026 a hub at Azure, in each of its clouds, has a name for the service's calls and one for devices beside its own. */
	private static final Pattern HALF = Pattern.compile("([^.]+\\.)(?:service|device)((?:\\.privatelink)?\\.azure-devices\\.(?:net|cn|us))",
			Pattern.CASE_INSENSITIVE);
	/** Each name of a hub at Azure, in lower case: the hub's own name and its cloud. */
	private static final Pattern AZURE = Pattern.compile("([^.]+)(?:\\.(?:service|device))?(?:\\.privatelink)?(\\.azure-devices\\.(?:net|cn|us))");
	private static final String THIS_MACHINE = "localhost";

	/**
	 * @throws InvalidInputException for the field {@code HostName} if name or port cannot be
	 */
	public HubHost {
		check(name);
		if (port < 1 || port > MAX_PORT) {
			throw new InvalidInputException(FIELD, "the port must be a number from 1 to 65535");
		}
	}

	/**
	 * Reads {@code name} or {@code name:port}.
	 *
	 * @throws InvalidInputException for the field {@code HostName}, saying which part is wrong
	 */
	public static HubHost parse(String text) {
		int scheme = text.indexOf("://");
		if (scheme >= 0) {
			// only a word is repeated: a connection string pasted here by mistake holds a key
			String word = text.substring(0, scheme);
			throw new InvalidInputException(FIELD, "give the host name only, without "
					+ (word.matches("[A-Za-z]{1,10}") ? word + "://" : "a scheme such as https://"));
		}
		if (text.indexOf('/') >= 0) {
			throw new InvalidInputException(FIELD, "give the host name only, without a path");
		}
		int colon = text.indexOf(':');
		return colon < 0 ? new HubHost(text, DEFAULT_PORT)
				: new HubHost(text.substring(0, colon), parsePort(text.substring(colon + 1)));
	}

	private static int parsePort(String text) {
		// Integer.parseInt alone would take "+443" and digits of other scripts
		return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
	}

	private static void check(String name) {
		if (name.isEmpty()) {
			throw new InvalidInputException(FIELD, "is empty");
		}
		if (name.chars().anyMatch(Character::isWhitespace)) {
			throw new InvalidInputException(FIELD, "contains a space");
		}
		if (!NAME.matcher(name).matches()) {
			throw new InvalidInputException(FIELD, "only letters, digits and _ . - are possible in a host name");
		}
		if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
			throw new InvalidInputException(FIELD, "a dot must stand between two names");
		}
	}

	/** The hub's own name: the part before the first dot. */
	public String hubName() {
		int dot = name.indexOf('.');
		return dot < 0 ? name : name.substring(0, dot);
	}

	/** Whom access tokens of Microsoft Entra ID have to be for: each of Azure's clouds has a name of its own for its hubs. */
	public String audience() {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.endsWith(".azure-devices.cn")) {
			return "https://iothubs.chinacloudapi.cn";
		}
		return lower.endsWith(".azure-devices.us") ? "https://iothubs.azure.us" : "https://iothubs.azure.net";
	}

	/** Where the service's calls go: {@code hub.service.…} where this is Azure's {@code hub.device.…}, else here. */
	public HubHost forServices() {
		return half("service");
	}

	/**
	 * Where devices' calls go: {@code hub.device.…} where this is Azure's {@code hub.service.…}, else here. It is the host of
	 * a device's connection string and of its tokens, too.
	 */
	public HubHost forDevices() {
		return half("device");
	}

	/**
	 * Whether both are names of the same hub, as far as names tell: in whatever case, and whichever of those that Azure gives a hub. False says
	 * nothing of a name that somebody's DNS leads there.
	 */
	public boolean isSameHub(HubHost other) {
		return port == other.port && hub().equals(other.hub());
	}

	private String hub() {
		String lower = name.toLowerCase(Locale.ROOT);
		Matcher azure = AZURE.matcher(lower);
		return lower.equals("127.0.0.1") ? THIS_MACHINE : azure.matches() ? azure.group(1) + azure.group(2) : lower;
	}

	private HubHost half(String side) {
		Matcher azure = HALF.matcher(name);
		return azure.matches() ? new HubHost(azure.group(1) + side + azure.group(2), port) : this;
	}

	/** As in a connection string: {@code name}, with {@code :port} unless that is the default. */
	@Override
	public String toString() {
		return port == DEFAULT_PORT ? name : name + ":" + port;
	}
}
