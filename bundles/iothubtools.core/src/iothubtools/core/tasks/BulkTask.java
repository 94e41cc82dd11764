// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;

/**
 * Changes many identities or twins of a hub in bulk calls of 100 (contract §3.1), one after another. What was done before a
 * cancel or a failure stays done and is in the outcome.
 */
public final class BulkTask {

	/** How many are in one call. */
	private static final int CALL = 100;

	private final List<BulkItem> items;
	private final Consumer<List<BulkOutcome>> listener;

	/** @param listener told what became of the things of each call; on a thread of the client, which it must not block */
	public BulkTask(List<BulkItem> items, Consumer<List<BulkOutcome>> listener) {
		this.items = List.copyOf(items);
		this.listener = listener;
	}

	/** Does it. A cancel while it runs is no exception but an outcome. */
	public TaskOutcome run(HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		cancellation.check();
		SubMonitor progress = monitor.setWorkRemaining(items.size());
		List<ItemOutcome> outcomes = new ArrayList<>(items.size());
		try {
			session.client().bulk().run(items, some -> {
				synchronized (outcomes) {
					some.forEach(outcome -> outcomes.add(outcome(outcome)));
					progress.worked(some.size());
					progress.subTask(TaskCounts.progress(outcomes.size(), items.size()));
				}
				listener.accept(some);
			}).await(cancellation);
		} catch (CancellationException e) {
			synchronized (outcomes) {
				return cancelled(outcomes);
			}
		}
		return new TaskOutcome(outcomes, false);
	}

	private TaskOutcome cancelled(List<ItemOutcome> known) {
		List<ItemOutcome> all = new ArrayList<>(known);
		int asked = Math.min(known.size() + CALL, items.size());
		items.subList(known.size(), asked).forEach(item -> all.add(ItemOutcome.unknown(name(item))));
		items.subList(asked, items.size()).forEach(item -> all.add(ItemOutcome.notTried(name(item))));
		return new TaskOutcome(all, true);
	}

	private static ItemOutcome outcome(BulkOutcome outcome) {
		String id = name(outcome.item());
		if (outcome instanceof BulkOutcome.Refused refused) {
			return ItemOutcome.failed(id, refused.failure());
		} else if (outcome instanceof BulkOutcome.Failed failed) {
			return ItemOutcome.failed(id, failed.failure());
		} else if (outcome instanceof BulkOutcome.WithoutTwin half) {
			return ItemOutcome.failed(id, half.failure());
		}
		return outcome instanceof BulkOutcome.NotSent ? ItemOutcome.notTried(id) : ItemOutcome.done(id);
	}

	private static String name(BulkItem item) {
		return item.id().toString();
	}
}
