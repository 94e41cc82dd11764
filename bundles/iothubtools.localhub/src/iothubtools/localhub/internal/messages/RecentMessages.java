// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The newest messages of the hub in memory, for those who watch what comes in. Watchers read from it at their own pace, so that
 * the slowest of them costs a sender nothing; who falls behind finds in the store what is still kept. Messages are added on the
 * thread that writes, and seen when they are committed.
 */
public final class RecentMessages {

	private static final int MOST = 16 * 1024;
	private static final long MOST_BYTES = 16L * 1024 * 1024;

	private final KeptMessage[] ring = new KeptMessage[MOST];
	private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
	/** Sequence numbers of the oldest in memory, of the one after the newest, and of the one after the newest committed. */
	private long first;
	private long end;
	private long committed;
	private long bytes;

	/** With the number that the next message gets. */
	public RecentMessages(long nextSequenceNumber) {
		first = nextSequenceNumber;
		end = nextSequenceNumber;
		committed = nextSequenceNumber;
	}

	/** Takes the next message. */
	synchronized void add(KeptMessage message) {
		if (watchers.isEmpty()) {
			// who watches from now on finds this one in the store; in memory it would only become old
			forget();
			return;
		}
		bytes += message.message().body().length;
		while (end - first == MOST || bytes > MOST_BYTES && first < end) {
			bytes -= take((int) (first % MOST)).message().body().length;
			first++;
		}
		ring[(int) (end % MOST)] = message;
		end++;
	}

	/** Passes over the next message, and over all that are in memory. */
	private void forget() {
		while (first < end) {
			take((int) (first % MOST));
			first++;
		}
		bytes = 0;
		end++;
		first = end;
	}

	/** Leaves the place empty, so that nothing holds the message any longer. */
	private KeptMessage take(int place) {
		KeptMessage message = ring[place];
		ring[place] = null;
		return message;
	}

	/** What was added is kept for good: tells the watchers. */
	public void commit() {
		synchronized (this) {
			if (committed == end) {
				return;
			}
			committed = end;
		}
		watchers.forEach(Runnable::run);
	}

	/** Calls this after commits, on the thread that writes, which it must not keep. */
	void watch(Runnable watcher) {
		watchers.add(watcher);
	}

	void unwatch(Runnable watcher) {
		watchers.remove(watcher);
	}

	/** The number of the oldest message in memory. */
	synchronized long first() {
		return first;
	}

	/** The number that the next message gets. */
	synchronized long end() {
		return committed;
	}

	/** Whether a message that was read from the store is kept for good. */
	synchronized boolean isCommitted(KeptMessage message) {
		return message.sequenceNumber() < committed;
	}

	/** The messages from a number on, or from the oldest in memory when that is later; at most so many. */
	synchronized List<KeptMessage> from(long number, int most) {
		List<KeptMessage> found = new ArrayList<>();
		for (long next = Math.max(number, first); next < committed && found.size() < most; next++) {
			found.add(ring[(int) (next % MOST)]);
		}
		return found;
	}
}
