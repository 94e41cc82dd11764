// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.PropertyRules;

/** Collects the properties of a message by the names they have over HTTP, as headers and within a batch (contract §3.12). */
final class MessageProperties {

	private static final String CREATION_TIME = "iothub-creation-time-utc";

	/** The name over HTTP, and the name the built-in endpoint has for it (contract §7.1). */
	private static final Map<String, String> SYSTEM = Map.ofEntries(Map.entry("iothub-messageid", "message-id"),
			Map.entry("iothub-correlationid", "correlation-id"), Map.entry("iothub-userid", "user-id"),
			Map.entry("iothub-to", "to"), Map.entry("iothub-contenttype", "content-type"),
			Map.entry("iothub-contentencoding", "content-encoding"),
			Map.entry("iothub-expiry", "absolute-expiry-time"), Map.entry("iothub-ack", "iothub-ack"),
			Map.entry("iothub-operation", "iothub-operation"),
			Map.entry("iothub-messageschema", "iothub-message-schema"),
			Map.entry("iothub-interface-id", "iothub-interface-id"), Map.entry("dt-subject", "dt-subject"));

	private final Map<String, String> system = new LinkedHashMap<>();
	private final Map<String, String> application = new LinkedHashMap<>();

	/**
	 * Adds a property; a name that is none is passed over, as other headers are.
	 *
	 * @throws HubError 400 for an application property that is not safe in a header or is there already
	 */
	void add(String httpName, String value) {
		String name = httpName.toLowerCase(Locale.ROOT);
		if (isCreationTime(name)) {
			application.put(CREATION_TIME, value);
		} else if (PropertyRules.isApplicationProperty(name)) {
			PropertyRules.addApplicationProperty(application, httpName, value);
		} else {
			String property = SYSTEM.get(name);
			if (property != null) {
				system.put(property, value);
			}
		}
	}

	/** The SDKs spell it in two ways, and in a batch it travels among the application properties. */
	private static boolean isCreationTime(String name) {
		return name.equals(CREATION_TIME) || name.equals("iothub-creationtimeutc")
				|| name.equals(PropertyRules.APPLICATION + CREATION_TIME);
	}

	/**
	 * The message with these properties.
	 *
	 * @throws HubError 400 for an id that cannot be one
	 */
	SentMessage message(byte[] body) {
		PropertyRules.checkId("message-id", system.get("message-id"));
		PropertyRules.checkId("correlation-id", system.get("correlation-id"));
		return new SentMessage(body, system, application);
	}
}
