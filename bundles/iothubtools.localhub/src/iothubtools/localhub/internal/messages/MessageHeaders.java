// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.exchange.PropertyRules;

/** Reads the properties of a message from the headers of its request (contract §3.12). */
final class MessageHeaders {

	/** Header, and the AMQP property it becomes; the SDKs spell the creation time in two ways. */
	private static final Map<String, String> SYSTEM = Map.ofEntries(Map.entry("iothub-messageid", "message-id"),
			Map.entry("iothub-correlationid", "correlation-id"), Map.entry("iothub-userid", "user-id"),
			Map.entry("iothub-to", "to"), Map.entry("iothub-contenttype", "content-type"),
			Map.entry("iothub-contentencoding", "content-encoding"),
			Map.entry("iothub-expiry", "absolute-expiry-time"),
			Map.entry("iothub-creationtimeutc", "iothub-creation-time-utc"),
			Map.entry("iothub-creation-time-utc", "iothub-creation-time-utc"),
			Map.entry("iothub-ack", "iothub-ack"), Map.entry("iothub-operation", "iothub-operation"),
			Map.entry("iothub-messageschema", "iothub-message-schema"),
			Map.entry("iothub-interface-id", "iothub-interface-id"), Map.entry("dt-subject", "dt-subject"));

	private MessageHeaders() {
	}

	/**
	 * The message a request sends.
	 *
	 * @throws HubError 400 for a property that is not safe in a header
	 */
	static SentMessage message(HubRequest request) {
		Map<String, String> properties = new LinkedHashMap<>();
		Map<String, String> application = new LinkedHashMap<>();
		for (Entry<String, String> header : request.headers().entries()) {
			String name = header.getKey();
			if (PropertyRules.isApplicationProperty(name)) {
				PropertyRules.addApplicationProperty(application, name, header.getValue().trim());
			} else {
				String property = SYSTEM.get(name.toLowerCase(Locale.ROOT));
				if (property != null) {
					properties.put(property, header.getValue().trim());
				}
			}
		}
		PropertyRules.checkId("message-id", properties.get("message-id"));
		PropertyRules.checkId("correlation-id", properties.get("correlation-id"));
		return new SentMessage(request.body(), properties, application);
	}
}
