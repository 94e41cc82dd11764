// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.List;

/**
 * Feedback handed to the service side, which has it alone until the lock runs out (contract §3.7).
 *
 * @param lockToken what the receiver says when it completes or abandons it
 * @param records   at least one, oldest first
 */
public record FeedbackBatch(String lockToken, List<FeedbackRecord> records) {
}
