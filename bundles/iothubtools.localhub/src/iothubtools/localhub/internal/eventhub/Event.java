// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.messages.SentMessage;

/**
 * Something for applications to read, at its place in a partition.
 *
 * @param sequenceNumber         its place, counted from 0
 * @param offset                 the same in bytes
 * @param enqueuedTime           when the hub took it
 * @param annotations            what the hub says of it, beside those three
 * @param properties             system properties by the names of contract §7.1
 * @param applicationProperties  what its sender added
 * @param body                   the payload
 */
record Event(long sequenceNumber, long offset, Instant enqueuedTime, Map<String, String> annotations, Map<String, String> properties,
		Map<String, String> applicationProperties, byte[] body) {

	/** What the hub tells. */
	static Event of(HubEvent told, long sequenceNumber, long offset) {
		Map<String, String> annotations = new LinkedHashMap<>();
		annotations.put("iothub-connection-device-id", told.client().deviceId());
		String moduleId = told.client().moduleId();
		if (moduleId != null) {
			annotations.put("iothub-connection-module-id", moduleId);
		}
		annotations.put("iothub-message-source", told.source());
		return new Event(sequenceNumber, offset, told.time(), annotations, told.properties(), told.applicationProperties(), told.body());
	}

	/** What a device or module sent. */
	static Event of(KeptMessage message, long sequenceNumber, long offset) {
		Map<String, String> annotations = new LinkedHashMap<>();
		ClientId sender = message.sender();
		annotations.put("iothub-connection-device-id", sender.deviceId());
		String moduleId = sender.moduleId();
		if (moduleId != null) {
			annotations.put("iothub-connection-module-id", moduleId);
		}
		annotations.put("iothub-connection-auth-method", message.authentication().json());
		annotations.put("iothub-connection-auth-generation-id", message.generationId());
		annotations.put("iothub-message-source", "Telemetry");
		Map<String, String> properties = message.message().properties();
		for (String name : SentMessage.ANNOTATIONS) {
			String value = properties.get(name);
			if (value != null) {
				if (properties == message.message().properties()) {
					properties = new LinkedHashMap<>(properties);
				}
				properties.remove(name);
				annotations.put(name, value);
			}
		}
		return new Event(sequenceNumber, offset, message.enqueuedTime(), annotations, properties, message.message().applicationProperties(),
				message.message().body());
	}
}
