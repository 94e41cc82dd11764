// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.calls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Lets one thread call off what another waits for. Once cancelled it stays so. Safe for use by several threads. */
public final class Cancellation {

	/** Takes back what {@link #onCancel} asked for. */
	@FunctionalInterface
	public interface Registration extends AutoCloseable {
		@Override
		void close();
	}

	private final Set<Runnable> actions = new LinkedHashSet<>();
	private boolean cancelled;

	/** A cancellation no one will ask for. */
	public static Cancellation none() {
		return new Cancellation();
	}

	/** Cancels: every action registered runs now, on this thread. */
	public void cancel() {
		List<Runnable> toRun;
		synchronized (this) {
			if (cancelled) {
				return;
			}
			cancelled = true;
			toRun = List.copyOf(actions);
			actions.clear();
		}
		toRun.forEach(Runnable::run);
	}

	/** Whether {@link #cancel} was called. */
	public synchronized boolean isCancelled() {
		return cancelled;
	}

	/**
	 * Goes on only while this is not cancelled.
	 *
	 * @throws CancellationException if this is cancelled
	 */
	public void check() {
		if (isCancelled()) {
			throw new CancellationException("Cancelled");
		}
	}

	/**
	 * Runs {@code action} once when this is cancelled, at once if it is already.
	 *
	 * @return closing it drops the action
	 */
	public Registration onCancel(Runnable action) {
		// a wrapper of its own, so that registering the same action twice keeps both
		Runnable entry = () -> action.run();
		synchronized (this) {
			if (!cancelled) {
				actions.add(entry);
				return () -> remove(entry);
			}
		}
		action.run();
		return () -> {
			// nothing is registered
		};
	}

	private synchronized void remove(Runnable entry) {
		actions.remove(entry);
	}
}
