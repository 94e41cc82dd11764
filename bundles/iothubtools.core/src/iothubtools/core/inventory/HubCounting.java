// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubCounts;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.StatisticsOperation;

/**
 * What hubs say of the number of their devices, beside their lists. A hub that does not say it, as to a policy that may not ask, is
 * a hub without counts and nothing more. Safe to use from any thread.
 */
final class HubCounting {

	/** Changes of many devices come in many events; the hub is asked once for them. */
	private static final long DELAY_MILLIS = 1_000;

	private final HubOperations operations;
	private final Runnable changed;
	/** By the connections' ids; also the lock of all below. */
	private final Map<String, HubCounts> counts = new HashMap<>();
	/** Those that were not asked yet, or have not answered. */
	private final Map<String, HubJob<HubCounts>> jobs = new HashMap<>();
	private boolean closed;

	/** @param changed called after every answer, on any thread */
	HubCounting(HubOperations operations, Runnable changed) {
		this.operations = operations;
		this.changed = changed;
	}

	/** What a hub said last; null if it did not. */
	@Nullable
	HubCounts of(HubConnection connection) {
		synchronized (counts) {
			return counts.get(connection.id());
		}
	}

	/** Asks a hub now, in place of a question that is under way. */
	void ask(HubConnection connection) {
		begin(connection, true, 0);
	}

	/** Asks a hub in a moment, unless that is about to be done. */
	void askSoon(HubConnection connection) {
		begin(connection, false, DELAY_MILLIS);
	}

	private void begin(HubConnection connection, boolean anew, long delay) {
		HubJob<HubCounts> job = operations.job(new StatisticsOperation(connection)).quiet().whenDone(this::ended);
		job.setSystem(true);
		HubJob<HubCounts> outdated;
		synchronized (counts) {
			outdated = jobs.get(connection.id());
			// one that runs may have counted before the change
			if (closed || !anew && outdated != null && outdated.getState() != HubJob.RUNNING) {
				return;
			}
			jobs.put(connection.id(), job);
		}
		if (outdated != null) {
			outdated.discard();
		}
		job.schedule(delay);
	}

	private void ended(HubJob<HubCounts> job) {
		String id = job.operation().connection().id();
		synchronized (counts) {
			if (!jobs.remove(id, job)) {
				return;
			}
			HubCounts result = job.result();
			if (result == null) {
				counts.remove(id);
			} else {
				counts.put(id, result);
			}
		}
		changed.run();
	}

	/** Forgets what a hub said. */
	void forget(HubConnection connection) {
		HubJob<HubCounts> outdated;
		synchronized (counts) {
			counts.remove(connection.id());
			outdated = jobs.remove(connection.id());
		}
		if (outdated != null) {
			outdated.discard();
		}
	}

	/** Asks nobody any more. */
	void close() {
		HubJob<?>[] running;
		synchronized (counts) {
			closed = true;
			running = jobs.values().toArray(HubJob<?>[]::new);
			jobs.clear();
		}
		for (HubJob<?> job : running) {
			job.discard();
		}
	}
}
