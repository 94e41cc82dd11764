// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.calls;

import java.time.Duration;

/**
 * How often a request is tried and how long to wait in between, where the failure may pass: 429, 500, 502, 503, 504 and
 * broken connections (contract §5.2). The wait doubles from try to try; a {@code Retry-After} of the service counts when it
 * is longer. Either is spread at random by half its length.
 *
 * @param maxAttempts    tries in all, at least 1
 * @param baseDelay      the first wait
 * @param throttledDelay the first wait after a 429
 * @param maxDelay       the longest wait, and the longest one that the service may ask for
 */
public record RetryPolicy(int maxAttempts, Duration baseDelay, Duration throttledDelay, Duration maxDelay) {

	/** Four tries, waits from 1 second, after 429 from 10 seconds, up to 60 seconds. */
	public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(10),
			Duration.ofSeconds(60));

	/**
	 * @throws IllegalArgumentException if there is no try or a wait is negative
	 */
	public RetryPolicy {
		if (maxAttempts < 1 || baseDelay.isNegative() || throttledDelay.isNegative() || maxDelay.isNegative()) {
			throw new IllegalArgumentException("A retry policy needs one try or more and no negative waits");
		}
	}

	/** One try only. */
	public static RetryPolicy none() {
		return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
	}
}
