// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;

/** Devices of a task that nobody here has seen: the hub may have done what it was asked when it was cancelled or failed, or had them already. */
final class UnclearDevices {

	private UnclearDevices() {
	}

	/** Tells whoever lists them; of none nobody. */
	static void tell(TaskOutcome outcome, HubConnection connection, HubEvents events) {
		boolean unclear = outcome.items().stream().anyMatch(UnclearDevices::isUnclear);
		List<String> there = outcome.items().stream().filter(UnclearDevices::isThere).map(ItemOutcome::id).toList();
		if (unclear || !there.isEmpty()) {
			events.fire(new HubEvent.DevicesUnclear(connection, there, unclear));
		}
	}

	private static boolean isUnclear(ItemOutcome item) {
		HubException failure = item.failure();
		return item.result() == Result.UNKNOWN || failure != null && failure.isUnclear();
	}

	private static boolean isThere(ItemOutcome item) {
		return item.result() == Result.EXISTS
				|| item.failure() instanceof ServiceException refusal && refusal.code() == HubErrorCode.DEVICE_ALREADY_EXISTS;
	}
}
