// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.time.Instant;

/**
 * Where a message stands at the built-in endpoint (contract §7.1).
 *
 * @param partition      the id of its partition
 * @param sequenceNumber counts the messages of the partition
 * @param offset         where in the partition it is; a text that only the endpoint understands
 * @param enqueuedTime   when it came there
 */
public record EventPosition(String partition, long sequenceNumber, String offset, Instant enqueuedTime) {
}
