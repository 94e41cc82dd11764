// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.List;

import iothubtools.client.errors.HubException;

/**
 * What became of a direct method at several devices and modules.
 *
 * @param each      in the order in which they were given
 * @param cancelled whether a person ended it early
 */
public record MethodOutcomes(List<MethodOutcome> each, boolean cancelled) implements TaskResult {

	public MethodOutcomes {
		each = List.copyOf(each);
	}

	@Override
	public TaskOutcome task() {
		return new TaskOutcome(each.stream().map(MethodOutcomes::item).toList(), cancelled);
	}

	private static ItemOutcome item(MethodOutcome outcome) {
		String id = outcome.target().toString();
		HubException failure = outcome.failure();
		return failure != null ? ItemOutcome.failed(id, failure) : switch (outcome.result()) {
		case UNKNOWN -> ItemOutcome.unknown(id);
		case NOT_TRIED -> ItemOutcome.notTried(id);
		default -> ItemOutcome.done(id);
		};
	}
}
