// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import iothubtools.client.errors.HubException;
import iothubtools.core.tasks.ItemOutcome.Result;

/**
 * What became of a task.
 *
 * @param items     what became of each thing, in the order they were given
 * @param cancelled whether a person ended it early
 */
public record TaskOutcome(List<ItemOutcome> items, boolean cancelled) implements TaskResult {

	public TaskOutcome {
		items = List.copyOf(items);
	}

	@Override
	public TaskOutcome task() {
		return this;
	}

	/** Whether there is nothing to tell but that it was done. */
	public boolean allDone() {
		return items.stream().allMatch(item -> item.result() == Result.DONE);
	}

	/** The ids of those that ended so. */
	public List<String> ids(Result result) {
		return items.stream().filter(item -> item.result() == result).map(ItemOutcome::id).toList();
	}

	/**
	 * The ids of those that are left to be done by the same task once more; not those that it would fail for again.
	 *
	 * @param twice whether it can be done once more to what the hub may have done it to already
	 */
	public List<String> rest(boolean twice) {
		return items.stream().filter(item -> item.isRest(twice)).map(ItemOutcome::id).toList();
	}

	/** Why each of those that failed did, in their order. */
	public Map<String, HubException> failures() {
		Map<String, HubException> failures = new LinkedHashMap<>();
		for (ItemOutcome item : items) {
			HubException failure = item.failure();
			if (failure != null) {
				failures.put(item.id(), failure);
			}
		}
		return failures;
	}
}
