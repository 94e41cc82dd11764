// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.commands;

import java.util.List;

/**
 * Some feedback, handed over under a lock of 60 seconds.
 *
 * @param lockToken names the lock
 * @param records   at most 64
 */
public record FeedbackBatch(String lockToken, List<FeedbackRecord> records) {
}
