// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

import java.time.Instant;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageRules;

/**
 * A device-to-cloud message with all that can be said of one over AMQP (contract §7.1). What is null is left out.
 *
 * @param message   the body, its type and encoding, the ids and the application properties, which may be any texts
 * @param userId    who sends it
 * @param expiry    when it is of no use any more
 * @param created   when the device made it, by the device's clock
 * @param component the component of the device's model that it is of
 */
public record DeviceTelemetry(DeviceMessage message, @Nullable String userId, @Nullable Instant expiry, @Nullable Instant created,
		@Nullable String component) {

	/**
	 * @throws InvalidInputException for the part that cannot be: a message of more than {@link DeviceMessage#MAX_SIZE} bytes, an id or a
	 *                               content type with characters that have no place in one
	 */
	public DeviceTelemetry {
		if (message.size() > DeviceMessage.MAX_SIZE) {
			throw new InvalidInputException("message", "has " + message.size() + " bytes with its properties, at most " + DeviceMessage.MAX_SIZE
					+ " are possible");
		}
		check("messageId", message.messageId(), MessageRules::idProblem);
		check("correlationId", message.correlationId(), MessageRules::idProblem);
		check("contentType", message.contentType(), MessageRules::contentProblem);
		check("contentEncoding", message.contentEncoding(), MessageRules::contentProblem);
	}

	private static void check(String field, @Nullable String value, Function<String, @Nullable String> problems) {
		String problem = value == null ? null : problems.apply(value);
		if (problem != null) {
			throw new InvalidInputException(field, problem);
		}
	}

	/** A message of which no more is to be said. */
	public static DeviceTelemetry of(DeviceMessage message) {
		return new DeviceTelemetry(message, null, null, null, null);
	}
}
