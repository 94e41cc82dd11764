// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.time.Instant;
import java.util.Map;

import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Something that the hub itself tells of a device or module (contract §7.1).
 *
 * @param client                 which it is about
 * @param time                   when the hub told it
 * @param source                 what the annotation {@code iothub-message-source} says
 * @param properties             system properties
 * @param applicationProperties  what else it says
 * @param body                   JSON
 */
public record HubEvent(ClientId client, Instant time, String source, Map<String, String> properties, Map<String, String> applicationProperties,
		byte[] body) {
}
