// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.MVStore;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.Threads;
import iothubtools.localhub.internal.kernel.Writer;

/**
 * Runs all changes one after another on one thread and commits those that came together as one. So a change needs no
 * locks, none is ever half in the file, and its caller hears of it when it is: the end of the process, even kill -9, then
 * takes nothing back. A power cut does, unless what is done after each commit waits for the disk.
 * <p>
 * A commit is bounded in what it takes of memory and of the disk. When one fails all the same, this is over: who waits for
 * it and who comes later is told so, and the store is closed without it.
 */
final class GroupCommit implements Writer, AutoCloseable {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");
	/** Changes per commit at most, so that the first of them does not wait for ever. */
	private static final int GROUP = 1000;

	/** Bytes per commit, unless a single change has more: they are in memory twice while they are written. */
	private static final long GROUP_BYTES = 16L * 1024 * 1024;

	/** What a change without a size of its own may write: a page of the store and what is above it. */
	private static final long SMALL = 32L * 1024;

	/** Without a change for so long, room that old versions take up in the file is reclaimed. */
	private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);
	private static final int WANTED_FILL_PERCENT = 70;
	private static final int RECLAIM_BYTES = 8 * 1024 * 1024;

	private final MVStore store;
	private final KeptPositions positions;
	private final DiskRoom disk;
	private final Runnable beforeCommit;
	private final Runnable afterCommit;
	private final Runnable leftover;
	private final Consumer<Throwable> onFailure;
	private final WaitingChanges changes = new WaitingChanges();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final List<Runnable> afterwards = new CopyOnWriteArrayList<>();
	private final Thread thread;
	private volatile boolean failed;
	private volatile boolean wrote;

	/**
	 * With what it writes to.
	 *
	 * @param positions    what a commit of messages alone changes, which needs no version of the store
	 * @param beforeCommit writes what all changes of a commit have in common
	 * @param afterCommit  makes sure of it, before anyone hears of it
	 * @param leftover     writes what may be written late: when there is nothing else to do, and in the end
	 * @param onFailure    called once when a commit failed, after all who waited were told
	 */
	GroupCommit(MVStore store, KeptPositions positions, DiskRoom disk, Runnable beforeCommit, Runnable afterCommit,
			Runnable leftover, Consumer<Throwable> onFailure) {
		this.store = store;
		this.positions = positions;
		this.disk = disk;
		this.beforeCommit = beforeCommit;
		this.afterCommit = afterCommit;
		this.leftover = leftover;
		this.onFailure = onFailure;
		this.thread = new Thread(this::run, "Local IoT Hub: store");
		thread.setDaemon(true);
		thread.start();
	}

	/** Calls this after each commit, before those hear of it who asked for the changes. */
	void onCommit(Runnable listener) {
		listeners.add(listener);
	}

	/** Calls this after those heard of a commit who asked for the changes. */
	void onAnswered(Runnable listener) {
		afterwards.add(listener);
	}

	/** Whether anything was kept since this began. */
	boolean hasWritten() {
		return wrote;
	}

	/** Whether a commit failed. */
	boolean hasFailed() {
		return failed;
	}

	/** @throws IllegalStateException when this is closed: no one would ever run the change */
	@Override
	public <T> CompletionStage<T> write(long bytes, Supplier<T> change) {
		return add(new Change<>(bytes + SMALL, change));
	}

	/** Runs what only reads, in its turn; also when there is no room to write. */
	<T> CompletionStage<T> read(Supplier<T> reading) {
		return add(new Change<>(Change.READING, reading));
	}

	private <T> CompletionStage<T> add(Change<T> change) {
		changes.add(change);
		return change.done;
	}

	private void run() {
		Deque<Change<?>> taken = new ArrayDeque<>();
		List<Change<?>> group = new ArrayList<>();
		Throwable failure = null;
		int before = 1;
		while (failure == null) {
			if (taken.isEmpty()) {
				collect(taken, before);
				before = taken.size();
				if (taken.isEmpty()) {
					break;
				}
			}
			failure = store.isClosed() ? new IllegalStateException("the store closed itself") : apply(taken, group);
			if (failure == null) {
				failure = tryTo(this::commit);
			}
			if (failure == null) {
				listeners.forEach(GroupCommit::tell);
				group.forEach(change -> change.finish(null));
				group.clear();
				afterwards.forEach(GroupCommit::tell);
			}
		}
		if (failure == null && disk.bytes() > GROUP_BYTES) {
			failure = tryTo(this::commitLeftover);
		} else if (failure == null) {
			// a store that is closed in order may get another version by that
			failure = tryTo(positions::intoStore);
		}
		if (failure != null) {
			group.addAll(taken);
			fail(group, failure);
		}
	}

	/** Takes what waits, at least one; none when the last is taken. */
	private void collect(Deque<Change<?>> taken, int expected) {
		if (!changes.await(expected, IDLE_NANOS)) {
			reclaim();
			changes.await(1, Long.MAX_VALUE);
		}
		changes.take(taken, GROUP);
	}

	private void reclaim() {
		if (disk.bytes() > RECLAIM_BYTES + GROUP_BYTES) {
			tryTo(this::commitLeftover);
			tryTo(() -> store.compact(WANTED_FILL_PERCENT, RECLAIM_BYTES));
		}
	}

	/**
	 * Does as many changes as may be one commit, and refuses those that the disk has no room for.
	 *
	 * @return what makes it impossible to keep any of them: null mostly
	 */
	private @Nullable Throwable apply(Deque<Change<?>> taken, List<Change<?>> group) {
		long room = disk.bytes();
		long announced = 0;
		while (!taken.isEmpty()) {
			Change<?> next = taken.getFirst();
			// what is announced may go to other files than the store's
			long size = store.getUnsavedMemory() + announced + next.bytes;
			boolean fits = next.bytes == Change.READING || size <= room;
			if (!group.isEmpty() && (size > GROUP_BYTES || !fits)) {
				return null;
			}
			group.add(taken.removeFirst());
			if (!fits) {
				next.refuse(disk.full());
				continue;
			}
			announced += Math.max(0, next.bytes - SMALL);
			int before = store.getUnsavedMemory();
			Throwable broken = next.apply();
			// what cannot be read concerns only those who ask for it
			if (broken != null && !(Damage.isReasonOf(broken) && store.getUnsavedMemory() == before)) {
				return broken;
			}
		}
		return null;
	}

	private void commit() {
		beforeCommit.run();
		if (store.hasUnsavedChanges()) {
			positions.intoStore();
			store.commit();
			afterCommit.run();
			wrote = true;
		} else if (writePositions()) {
			wrote = true;
		}
	}

	private boolean writePositions() {
		try {
			return positions.write(store.getCurrentVersion());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void commitLeftover() {
		leftover.run();
		positions.intoStore();
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

	/** Nothing of this commit is kept, and nothing after it. */
	private void fail(List<Change<?>> group, Throwable failure) {
		HubError over = new HubError(ErrorCode.SERVER_BUSY,
				"The local hub could not keep this: writing its data failed. It starts again from what it has kept; try again then.");
		store.closeImmediately();
		failed = true;
		List<Change<?>> waiting = changes.fail(over);
		group.forEach(change -> change.finish(over));
		waiting.forEach(change -> change.finish(over));
		onFailure.accept(failure);
	}

	/** Runs what was asked for before this call, then ends. */
	@Override
	public void close() {
		changes.close();
		Threads.awaitEnd(thread);
	}
}
