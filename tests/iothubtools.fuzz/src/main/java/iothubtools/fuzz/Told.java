// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import iothubtools.client.errors.HubException;

/** How whoever speaks to a hostile hub tells what came of it: well, or as a failure of the hub, but not never. */
final class Told {

	/** Whoever takes longer hangs. */
	private static final Duration HANGS = Duration.ofSeconds(20);
	/** For how long a hub may say nothing: so much less that it is told in time. */
	static final Duration ANSWER = HANGS.dividedBy(4);

	private Told() {
	}

	/** Waits until it is told, and fails where it is not told so. */
	static void await(String who, CompletableFuture<?> outcome) {
		try {
			outcome.get(HANGS.toSeconds(), TimeUnit.SECONDS);
		} catch (TimeoutException e) {
			throw new IllegalStateException("The " + who + " says neither that it works nor that it does not", e);
		} catch (ExecutionException e) {
			if (!(e.getCause() instanceof HubException)) {
				throw new IllegalStateException("Not said as a failure of the hub", e.getCause());
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
