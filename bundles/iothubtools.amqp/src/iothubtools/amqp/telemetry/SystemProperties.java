// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a device said of its message beside the body (contract §7.1). What it did not say is null.
 *
 * @param messageId       what it is called
 * @param correlationId   the message or conversation it belongs to
 * @param userId          who sends it
 * @param to              whom it is for
 * @param contentType     the type of the body, such as {@code application/json}
 * @param contentEncoding the encoding of the body, such as {@code utf-8}
 * @param creationTime    when the device made it, by the device's clock
 * @param expiry          when it is of no use any more
 */
public record SystemProperties(@Nullable String messageId, @Nullable String correlationId, @Nullable String userId, @Nullable String to,
		@Nullable String contentType, @Nullable String contentEncoding, @Nullable Instant creationTime, @Nullable Instant expiry) {

	/** Of a message of which nothing was said. */
	public static final SystemProperties NONE = new SystemProperties(null, null, null, null, null, null, null, null);
}
