// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.messages.ReceivedMessage;

/**
 * A message as it is kept: what was sent and the little that the hub knows of it. What readers see is made of that when
 * somebody reads it.
 *
 * @param sequenceNumber  its place among all messages of the hub, from 0
 * @param sender          the device or module
 * @param generationId    of the sender's identity
 * @param authentication  how the sender proved itself
 * @param enqueuedTime    when the hub took it
 * @param message         what was sent
 */
public record KeptMessage(long sequenceNumber, ClientId sender, String generationId, AuthenticationMethod authentication,
		Instant enqueuedTime, SentMessage message) {

	/** As the built-in endpoint would show it. */
	public ReceivedMessage received() {
		String number = Long.toString(sequenceNumber);
		String time = HubTime.format(enqueuedTime);
		Map<String, String> annotations = new LinkedHashMap<>();
		annotations.put("x-opt-sequence-number", number);
		annotations.put("x-opt-offset", number);
		annotations.put("x-opt-enqueued-time", time);
		annotations.put("iothub-connection-device-id", sender.deviceId());
		String moduleId = sender.moduleId();
		if (moduleId != null) {
			annotations.put("iothub-connection-module-id", moduleId);
		}
		annotations.put("iothub-connection-auth-method", authentication.json());
		annotations.put("iothub-connection-auth-generation-id", generationId);
		annotations.put("iothub-enqueuedtime", time);
		annotations.put("iothub-message-source", "Telemetry");
		Map<String, String> properties = new LinkedHashMap<>(message.properties());
		for (String name : SentMessage.ANNOTATIONS) {
			String value = properties.remove(name);
			if (value != null) {
				annotations.put(name, value);
			}
		}
		return new ReceivedMessage(sender.deviceId(), moduleId, sequenceNumber, enqueuedTime, message.body(), properties,
				message.applicationProperties(), annotations);
	}
}
