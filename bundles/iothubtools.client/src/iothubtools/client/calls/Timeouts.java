// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.calls;

import java.time.Duration;

/**
 * How long one try may take, at most both times together.
 *
 * @param connect  until the connection stands, TLS included
 * @param response from sending the request to the last byte of the reply; the hub may hold a request for a minute before
 *                 it says 429 (contract §5.2)
 */
public record Timeouts(Duration connect, Duration response) {

	/** 15 seconds and 75 seconds. */
	public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(75));

	/**
	 * @throws IllegalArgumentException if one is not positive
	 */
	public Timeouts {
		if (connect.isNegative() || connect.isZero() || response.isNegative() || response.isZero()) {
			throw new IllegalArgumentException("Timeouts must be positive");
		}
	}
}
