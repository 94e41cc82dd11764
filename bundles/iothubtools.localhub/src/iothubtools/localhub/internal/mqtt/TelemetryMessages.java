// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.LinkedHashMap;
import java.util.Map;

import iothubtools.localhub.internal.messages.SentMessage;

/** Makes a device-to-cloud message of what a client published (contract §§7.1, 8.1). */
final class TelemetryMessages {

	private static final String SYSTEM = "$.";

	/** Key in the topic without its {@code $.}, and the name of the property. */
	private static final Map<String, String> SYSTEM_NAMES = Map.ofEntries(Map.entry("mid", "message-id"),
			Map.entry("cid", "correlation-id"), Map.entry("uid", "user-id"), Map.entry("to", "to"),
			Map.entry("ct", "content-type"), Map.entry("ce", "content-encoding"), Map.entry("exp", "absolute-expiry-time"),
			Map.entry("on", "iothub-outputname"), Map.entry("schema", "iothub-message-schema"),
			Map.entry("ifid", "iothub-interface-id"), Map.entry("sub", "dt-subject"));
	/** The one system key that becomes an application property. */
	private static final String CREATION_TIME = "$.ctime";

	private TelemetryMessages() {
	}

	/** The message of a topic's properties; retained messages become ordinary ones with a property that says so. */
	static SentMessage message(DeviceTopic.Telemetry topic, byte[] body, boolean retain) {
		Map<String, String> properties = new LinkedHashMap<>();
		Map<String, String> application = new LinkedHashMap<>();
		topic.properties().forEach((key, value) -> {
			String name = key.startsWith(SYSTEM) ? SYSTEM_NAMES.get(key.substring(SYSTEM.length())) : null;
			if (name != null) {
				properties.put(name, value);
			} else {
				application.put(key.equals(CREATION_TIME) ? "iothub-creation-time-utc" : key, value);
			}
		});
		if (retain) {
			application.put("mqtt-retain", "true");
		}
		return new SentMessage(body, properties, application);
	}

	/** The same for a will, the message of a client whose connection broke. */
	static SentMessage will(DeviceTopic.Telemetry topic, byte[] body, boolean retain) {
		SentMessage message = message(topic, body, retain);
		message.applicationProperties().put("iothub-MessageType", "Will");
		return message;
	}
}
