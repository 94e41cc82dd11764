// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.messages;

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A device-to-cloud message as the hub keeps it, with what the built-in endpoint would show of it (contract §7.1).
 *
 * @param deviceId               the device that sent it
 * @param moduleId               the module of that device that sent it, null when it was the device itself
 * @param sequenceNumber         its place among all messages of the hub, from 0
 * @param enqueuedTime           when the hub accepted it
 * @param body                   the payload, byte for byte
 * @param properties             AMQP properties by name: {@code message-id}, {@code correlation-id}, {@code content-type}, …
 * @param applicationProperties  what the sender added, in its order
 * @param annotations            what the hub added: {@code iothub-connection-device-id}, {@code iothub-enqueuedtime}, …
 */
public record ReceivedMessage(String deviceId, @Nullable String moduleId, long sequenceNumber, Instant enqueuedTime,
		byte[] body, Map<String, String> properties, Map<String, String> applicationProperties,
		Map<String, String> annotations) {
}
