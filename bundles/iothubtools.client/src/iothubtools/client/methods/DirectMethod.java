// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.methods;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonPrimitive;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.json.JsonText;

/**
 * A direct method to invoke (contract §3.6).
 *
 * @param name            what the device calls it
 * @param payload         any JSON, at most {@link #MAX_PAYLOAD} bytes, sent exactly as given; null for none
 * @param connectTimeout  how long the hub waits for a device that is not connected, 0 to 300 seconds, not more than the
 *                        response timeout; fractions of a second are dropped
 * @param responseTimeout how long the hub waits for the device's answer, 5 to 300 seconds; fractions are dropped
 */
public record DirectMethod(String name, @Nullable String payload, Duration connectTimeout, Duration responseTimeout) {

	/** Bytes of the longest payload: 128 KB. */
	public static final int MAX_PAYLOAD = 128 * 1024;
	/** The longest either timeout may be. */
	public static final Duration MAX_TIMEOUT = Duration.ofSeconds(300);
	/** The shortest a response timeout may be. */
	public static final Duration MIN_RESPONSE_TIMEOUT = Duration.ofSeconds(5);
	/** What the hub takes where nothing is said. */
	public static final Duration DEFAULT_RESPONSE_TIMEOUT = Duration.ofSeconds(30);

	private static final String CONNECT = "connectTimeoutInSeconds";
	private static final String RESPONSE = "responseTimeoutInSeconds";

	/**
	 * @throws InvalidInputException for the field, in Azure's spelling, that cannot be
	 */
	public DirectMethod {
		if (name.isBlank()) {
			throw new InvalidInputException("methodName", "is empty");
		}
		checkPayload(payload);
		if (connectTimeout.isNegative() || connectTimeout.compareTo(MAX_TIMEOUT) > 0) {
			throw new InvalidInputException(CONNECT, "must be 0 to 300");
		}
		if (responseTimeout.compareTo(MIN_RESPONSE_TIMEOUT) < 0 || responseTimeout.compareTo(MAX_TIMEOUT) > 0) {
			throw new InvalidInputException(RESPONSE, "must be 5 to 300");
		}
		if (connectTimeout.compareTo(responseTimeout) > 0) {
			throw new InvalidInputException(CONNECT, "must not be longer than the response timeout");
		}
	}

	/** A method of a device that is connected, with the hub's own response timeout. */
	public static DirectMethod of(String name, @Nullable String payload) {
		return new DirectMethod(name, payload, Duration.ZERO, DEFAULT_RESPONSE_TIMEOUT);
	}

	private static void checkPayload(@Nullable String payload) {
		if (payload == null) {
			return;
		}
		if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD) {
			throw new InvalidInputException("payload", "is longer than 128 KB");
		}
		try {
			JsonText.parse(payload);
		} catch (IOException e) {
			throw new InvalidInputException("payload", "is not JSON");
		}
	}

	/** The JSON the hub is sent. */
	public String toJson() {
		return "{\"methodName\":" + JsonText.compact(new JsonPrimitive(name))
				+ (payload == null ? "" : ",\"payload\":" + payload) //
				+ ",\"" + RESPONSE + "\":" + responseTimeout.toSeconds() //
				+ ",\"" + CONNECT + "\":" + connectTimeout.toSeconds() + "}";
	}
}
