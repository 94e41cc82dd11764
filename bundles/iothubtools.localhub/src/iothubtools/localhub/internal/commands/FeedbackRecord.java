// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What became of one cloud-to-device message (contract §3.7).
 *
 * @param number             its place among all feedback of the hub, from 1
 * @param originalMessageId  the id the sender gave the message, or null
 * @param enqueuedTime       when the outcome was known
 * @param outcome            what became of it
 * @param deviceId           whose queue it was in
 * @param generationId       the generation of that device
 * @param deliveryCount      how often a receiver abandoned this record
 */
public record FeedbackRecord(long number, @Nullable String originalMessageId, Instant enqueuedTime, MessageOutcome outcome,
		String deviceId, String generationId, int deliveryCount) {

	/** The same, abandoned once more. */
	FeedbackRecord abandoned() {
		return new FeedbackRecord(number, originalMessageId, enqueuedTime, outcome, deviceId, generationId,
				deliveryCount + 1);
	}
}
