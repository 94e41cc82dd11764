// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;

/** The changes that wait until the one thread that makes them takes them. Whoever adds one wakes that thread only when it has what it waits for. */
final class WaitingChanges {

	/**
	 * How long a commit waits for as many changes as the one before had: it costs nearly the same whatever their number, and clients that
	 * were answered together come again together.
	 */
	private static final long GATHER_NANOS = 1_000_000;

	private final Lock lock = new ReentrantLock();
	private final Condition enough = lock.newCondition();
	private final Deque<Change<?>> changes = new ArrayDeque<>();
	/** How many the thread waits for; 0 while it does not wait. */
	private int wanted;
	private boolean closed;
	private @Nullable HubError over;

	/**
	 * Adds one; it is told at once when none are made any more.
	 *
	 * @throws IllegalStateException when this is closed: no one would ever make it
	 */
	void add(Change<?> change) {
		HubError reason;
		lock.lock();
		try {
			if (closed) {
				throw new IllegalStateException("The local hub is closed");
			}
			reason = over;
			if (reason == null) {
				changes.add(change);
				if (changes.size() == wanted) {
					enough.signal();
				}
			}
		} finally {
			lock.unlock();
		}
		if (reason != null) {
			change.finish(reason);
		}
	}

	/**
	 * Waits for the next ones.
	 *
	 * @param expected how many may come together, as many as the last time
	 * @param nanos    how long to wait for the first
	 * @return whether there are any, or none will come any more
	 */
	boolean await(int expected, long nanos) {
		lock.lock();
		try {
			// who was answered just now comes again, and is not waited for one by one
			awaitCount(expected, GATHER_NANOS);
			if (changes.isEmpty()) {
				awaitCount(1, nanos);
				awaitCount(changes.isEmpty() ? 0 : expected, GATHER_NANOS);
			}
			return closed || !changes.isEmpty();
		} finally {
			lock.unlock();
		}
	}

	private void awaitCount(int count, long nanos) {
		wanted = count;
		long end = System.nanoTime() + nanos;
		for (long left = nanos; left > 0 && changes.size() < count && !closed; left = end - System.nanoTime()) {
			try {
				enough.awaitNanos(left);
			} catch (InterruptedException e) {
				// Only close() ends that thread. The flag stays cleared: with it set, Java would close the store's file.
				continue;
			}
		}
		wanted = 0;
	}

	/** Takes the first of them, so many at most; none when this is closed and the last was taken. */
	void take(Deque<Change<?>> taken, int most) {
		lock.lock();
		try {
			while (taken.size() < most && !changes.isEmpty()) {
				taken.add(changes.remove());
			}
		} finally {
			lock.unlock();
		}
	}

	/** From now on all that come are told this; returns those that wait. */
	List<Change<?>> fail(HubError reason) {
		lock.lock();
		try {
			over = reason;
			List<Change<?>> left = new ArrayList<>(changes);
			changes.clear();
			return left;
		} finally {
			lock.unlock();
		}
	}

	/** Takes no more. */
	void close() {
		lock.lock();
		try {
			closed = true;
			enough.signal();
		} finally {
			lock.unlock();
		}
	}
}
