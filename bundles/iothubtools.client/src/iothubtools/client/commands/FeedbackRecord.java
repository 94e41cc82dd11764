// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.commands;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What became of one cloud-to-device message (contract §3.7).
 *
 * @param originalMessageId  what its sender called it
 * @param deviceId           the device it was for
 * @param deviceGenerationId which of the devices that had this id
 * @param status             what became of it
 * @param description        the same in the hub's words
 * @param enqueuedTime       when it became so
 */
public record FeedbackRecord(String originalMessageId, String deviceId, String deviceGenerationId,
		FeedbackStatus status, String description, @Nullable Instant enqueuedTime) {
}
