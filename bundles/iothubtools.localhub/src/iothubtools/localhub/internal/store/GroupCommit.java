// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.MVStore;

import iothubtools.localhub.internal.devices.Writer;

/**
 * Runs all changes one after another on one thread and commits those that came together as one. So a change needs no
 * locks, none is ever half in the file, and its caller hears of it when it is: the end of the process, even kill -9, then
 * takes nothing back. What it does not promise is a power cut, for which each commit would have to wait for the disk.
 */
final class GroupCommit implements Writer, AutoCloseable {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");
	/** Changes per commit at most, so that the first of them does not wait for ever. */
	private static final int GROUP = 1000;

	/**
	 * How long a commit waits for as many changes as the one before had: it costs nearly the same whatever their number, and clients that
	 * were answered together come again together.
	 */
	private static final long GATHER_NANOS = 1_000_000;
	private static final long LOOK_NANOS = 100_000;

	/** Without a change for so long, room that old versions take up in the file is reclaimed. */
	private static final int IDLE_SECONDS = 5;
	private static final int WANTED_FILL_PERCENT = 70;
	private static final int RECLAIM_BYTES = 8 * 1024 * 1024;

	private final MVStore store;
	private final Runnable beforeCommit;
	private final Runnable leftover;
	private final BlockingQueue<Change<?>> changes = new LinkedBlockingQueue<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Thread thread;
	private volatile boolean closed;

	/**
	 * With what it writes to.
	 *
	 * @param beforeCommit writes what all changes of a commit have in common
	 * @param leftover     writes what may be written late: when there is nothing else to do, and in the end
	 */
	GroupCommit(MVStore store, Runnable beforeCommit, Runnable leftover) {
		this.store = store;
		this.beforeCommit = beforeCommit;
		this.leftover = leftover;
		this.thread = new Thread(this::run, "Local IoT Hub: store");
		thread.setDaemon(true);
		thread.start();
	}

	/** Calls this after each commit, before those hear of it who asked for the changes. */
	void onCommit(Runnable listener) {
		listeners.add(listener);
	}

	/** @throws IllegalStateException when this is closed: no one would ever run the change */
	@Override
	public <T> CompletionStage<T> write(Supplier<T> change) {
		Change<T> waiting = new Change<>(change);
		synchronized (changes) {
			if (closed) {
				throw new IllegalStateException("The local hub is closed");
			}
			changes.add(waiting);
		}
		return waiting.done;
	}

	private void run() {
		List<Change<?>> group = new ArrayList<>();
		int before = 1;
		boolean open = true;
		while (open) {
			open = collect(group, before);
			before = group.size();
			group.forEach(Change::apply);
			Throwable failure = tryTo(this::commit);
			if (failure == null) {
				listeners.forEach(GroupCommit::tell);
			}
			group.forEach(change -> change.finish(failure));
			group.clear();
		}
		tryTo(this::commitLeftover);
	}

	/** Takes what waits, at least one; false when the last is taken. */
	private boolean collect(List<Change<?>> group, int expected) {
		Change<?> next = take();
		gather(expected - 1);
		while (next != null && next != Change.LAST) {
			group.add(next);
			next = group.size() < GROUP ? changes.poll() : null;
		}
		return next != Change.LAST;
	}

	/** Waits a moment until so many wait, too. */
	private void gather(int expected) {
		long start = System.nanoTime();
		while (changes.size() < expected && !closed && System.nanoTime() - start < GATHER_NANOS) {
			LockSupport.parkNanos(LOOK_NANOS);
		}
	}

	private Change<?> take() {
		while (true) {
			try {
				Change<?> next = changes.poll(IDLE_SECONDS, TimeUnit.SECONDS);
				if (next != null) {
					return next;
				}
				tryTo(this::commitLeftover);
				tryTo(() -> store.compact(WANTED_FILL_PERCENT, RECLAIM_BYTES));
				return changes.take();
			} catch (InterruptedException e) {
				// Only close() ends this thread. The flag stays cleared: with it set, Java would close the store's file.
				continue;
			}
		}
	}

	private void commit() {
		beforeCommit.run();
		store.commit();
	}

	private void commitLeftover() {
		leftover.run();
		store.commit();
	}

	/** One that fails must not keep the others from hearing, nor end the thread that all wait for. */
	private static void tell(Runnable listener) {
		Throwable failure = tryTo(listener);
		if (failure != null) {
			LOG.log(Level.ERROR, "What follows a commit of the local hub failed", failure);
		}
	}

	private static @Nullable Throwable tryTo(Runnable work) {
		try {
			work.run();
			return null;
		} catch (RuntimeException | Error e) {
			return e;
		}
	}

	/** Runs what was asked for before this call, then ends. */
	@Override
	public void close() {
		synchronized (changes) {
			closed = true;
			changes.add(Change.LAST);
		}
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				thread.join();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** A change, and who waits for it. */
	private static final class Change<T> {

		static final Change<Object> LAST = new Change<>(Object::new);

		final CompletableFuture<T> done = new CompletableFuture<>();
		private final Supplier<T> change;
		private T result;
		private @Nullable Throwable failure;

		Change(Supplier<T> change) {
			this.change = change;
		}

		void apply() {
			try {
				result = change.get();
			} catch (RuntimeException | Error e) {
				// an error too: it is for who asked, and must not end the thread that all others wait for
				failure = e;
			}
		}

		void finish(@Nullable Throwable commitFailure) {
			Throwable problem = failure != null ? failure : commitFailure;
			if (problem != null) {
				done.completeExceptionally(problem);
			} else {
				done.complete(result);
			}
		}
	}
}
