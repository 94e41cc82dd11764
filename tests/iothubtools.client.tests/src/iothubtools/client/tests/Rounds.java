// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

import iothubtools.client.errors.FailureSummary;
import iothubtools.client.errors.HubException;
import iothubtools.client.internal.calls.Blocking;

/**
 * Does many things at once, and those that fail again, as a program would that must not lose any.
 *
 * @param <T> the things
 */
final class Rounds<T> {

	private static final int MOST_ROUNDS = 20;

	private final List<T> things;
	private final Function<T, CompletableFuture<?>> action;

	Rounds(List<T> things, Function<T, CompletableFuture<?>> action) {
		this.things = things;
		this.action = action;
	}

	/**
	 * Returns when all are done.
	 *
	 * @param isDone whether a failure says that the thing was done already
	 * @return the failures after which something was done again
	 */
	FailureSummary run(Predicate<HubException> isDone) {
		FailureSummary summary = new FailureSummary();
		List<T> left = things;
		for (int round = 1; !left.isEmpty(); round++) {
			assertTrue(round <= MOST_ROUNDS, left.size() + " are still not done:\n" + summary);
			left = round(left, isDone, summary);
		}
		return summary;
	}

	private List<T> round(List<T> todo, Predicate<HubException> isDone, FailureSummary summary) {
		List<T> failed = Collections.synchronizedList(new ArrayList<>());
		List<CompletableFuture<?>> calls = new ArrayList<>();
		for (T thing : todo) {
			calls.add(action.apply(thing).handle((done, failure) -> {
				if (failure != null) {
					HubException reason = assertInstanceOf(HubException.class, Blocking.unwrap(failure));
					if (!isDone.test(reason)) {
						summary.add(thing.toString(), reason);
						failed.add(thing);
					}
				}
				return null;
			}));
		}
		CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
		return List.copyOf(failed);
	}
}
