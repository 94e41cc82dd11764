// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/**
 * How an application reads what devices send to a hub: the connection string of its endpoint that is compatible with Event Hubs.
 *
 * @param host       the name space of Event Hubs
 * @param policyName the policy of the hub, as {@code service}
 * @param key        its key
 * @param entity     the event hub; null where the connection string has none
 */
public record EventHubConnectionString(HubHost host, String policyName, SharedAccessKey key, @Nullable String entity) {

	private static final String FIELD = "ConnectionString";

	/** Whether {@code text} means to be one, right or wrong. */
	public static boolean isOne(String text) {
		return text.strip().toLowerCase(Locale.ROOT).startsWith("endpoint=") || text.toLowerCase(Locale.ROOT).contains(";endpoint=");
	}

	/**
	 * Reads one.
	 *
	 * @throws InvalidInputException naming the part that is wrong; never repeats a key
	 */
	public static EventHubConnectionString parse(String text) {
		Map<String, String> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String pair : text.strip().split(";")) {
			int equals = pair.indexOf('=');
			if (equals < 0 || parts.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
				throw new InvalidInputException(FIELD, "a part is not of the form Name=value, or is given twice");
			}
		}
		return new EventHubConnectionString(host(required(parts, "Endpoint")), required(parts, PartName.SHARED_ACCESS_KEY_NAME.text()),
				SharedAccessKey.parse(required(parts, PartName.SHARED_ACCESS_KEY.text())), parts.get("EntityPath"));
	}

	private static String required(Map<String, String> parts, String name) {
		String value = parts.get(name);
		if (value == null || value.isEmpty()) {
			throw new InvalidInputException(name, "is missing");
		}
		return value;
	}

	private static HubHost host(String endpoint) {
		try {
			URI uri = new URI(endpoint);
			if ("sb".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
				return new HubHost(uri.getHost(), uri.getPort() < 0 ? HubHost.DEFAULT_PORT : uri.getPort());
			}
		} catch (URISyntaxException e) {
			// said below, without the text, in which a key may stand by mistake
		}
		throw new InvalidInputException("Endpoint", "must be of the form sb://host/");
	}

	/** Masked. */
	@Override
	public String toString() {
		return "Endpoint=sb://" + host + "/;" + PartName.SHARED_ACCESS_KEY_NAME.pair(policyName) + ";" + PartName.SHARED_ACCESS_KEY.pair(key)
				+ (entity == null ? "" : ";EntityPath=" + entity);
	}
}
