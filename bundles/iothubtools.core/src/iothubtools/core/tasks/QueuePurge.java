// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.Reads.Read;

/**
 * Drops the cloud-to-device messages that wait for devices (contract §3.7), some devices at a time, as the service has no call for
 * several. A device that the hub does not know does not stop the others; a hub that refuses or cannot be reached does, and what comes
 * after that is not tried. Used once.
 */
public final class QueuePurge {

	/** Fewer than are read at a time: the service allows few such calls. */
	private static final int AT_A_TIME = 10;

	private final List<String> deviceIds;
	private final Listener listener;
	private final Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
	private int messages;
	private boolean ended;

	/** Hears of what was done, on the thread of the task. */
	public interface Listener {

		/** The queues of these are empty now. */
		void purged(List<String> ids);

		/** The hub does not know these. */
		void gone(List<String> ids);
	}

	/** Of the queues of these devices. */
	public QueuePurge(List<String> deviceIds, Listener listener) {
		this.deviceIds = deviceIds.stream().distinct().toList();
		this.listener = listener;
	}

	/** Does it. A cancel while it runs is no exception but an outcome. */
	public PurgeOutcome run(HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		cancellation.check();
		boolean cancelled = false;
		SubMonitor progress = monitor.setWorkRemaining(deviceIds.size());
		deviceIds.forEach(id -> tell(ItemOutcome.notTried(id)));
		try {
			for (int from = 0; from < deviceIds.size() && !ended; from += AT_A_TIME) {
				List<String> some = deviceIds.subList(from, Math.min(from + AT_A_TIME, deviceIds.size()));
				some.forEach(id -> tell(ItemOutcome.unknown(id)));
				take(Reads.of(some, session.client().cloudToDevice()::purge).await(cancellation));
				progress.worked(some.size());
				progress.subTask(TaskCounts.progress(from + some.size(), deviceIds.size()));
			}
		} catch (CancellationException e) {
			cancelled = true;
		}
		return new PurgeOutcome(new TaskOutcome(List.copyOf(outcomes.values()), cancelled), messages);
	}

	private void take(List<Read<Integer>> purged) {
		List<String> done = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		for (Read<Integer> each : purged) {
			Integer dropped = each.value();
			HubException failure = each.failure();
			if (failure != null) {
				tell(ItemOutcome.failed(each.id(), failure));
				if (failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND) {
					unknown.add(each.id());
				} else {
					ended = true;
				}
			} else {
				tell(ItemOutcome.done(each.id()));
				messages += dropped == null ? 0 : dropped;
				done.add(each.id());
			}
		}
		if (!unknown.isEmpty()) {
			listener.gone(unknown);
		}
		if (!done.isEmpty()) {
			listener.purged(done);
		}
	}

	private void tell(ItemOutcome outcome) {
		outcomes.put(outcome.id(), outcome);
	}
}
