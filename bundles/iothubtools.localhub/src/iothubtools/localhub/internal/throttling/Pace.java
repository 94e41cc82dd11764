// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.operation.ThrottleClass;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Keeps what clients ask for to the rates of the hub's tier (contract §6).
 *
 * @param throttles the rates
 * @param timer     for what has to wait
 */
public record Pace(Throttles throttles, HubTimer timer) {

	/** Completes when one more operation may be done, at once when the hub has no rates; fails with 429. */
	public CompletionStage<?> admit(ThrottleClass throttleClass) {
		try {
			Duration wait = throttles.admit(throttleClass, 1);
			return wait.isZero() ? CompletableFuture.completedStage(Boolean.TRUE) : timer.after(wait);
		} catch (HubError e) {
			return CompletableFuture.failedStage(e);
		}
	}
}
