// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.commands;

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A message for a device, handed to it under a lock (contract §3.12). Until the lock is over, after a minute, no one else
 * gets it; the device must complete, reject or abandon it by then.
 *
 * @param lockToken      names the lock
 * @param messageId      what its sender called it
 * @param correlationId  the message or conversation it belongs to
 * @param userId         who sent it
 * @param to             the address it was sent to
 * @param sequenceNumber the hub's number of it among the device's messages
 * @param deliveryCount  how often the device gave it back
 * @param enqueuedTime   when the hub took it
 * @param expiry         when it is given up; null for the hub's own time
 * @param contentType    the type of the payload
 * @param contentEncoding the encoding of the payload
 * @param ack            what feedback its sender wants: {@code none}, {@code positive}, {@code negative}, {@code full}
 * @param properties     the application properties in the order received
 * @param payload        the payload
 */
public record ReceivedCloudToDeviceMessage(String lockToken, @Nullable String messageId, @Nullable String correlationId,
		@Nullable String userId, @Nullable String to, long sequenceNumber, int deliveryCount,
		@Nullable Instant enqueuedTime, @Nullable Instant expiry, @Nullable String contentType,
		@Nullable String contentEncoding, @Nullable String ack, Map<String, String> properties, Payload payload) {
}
