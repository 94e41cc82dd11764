// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.util.concurrent.EventExecutor;

/**
 * Takes answers to the threads of their connections. All that a commit has answers for go there at once: to wake such a thread for each of
 * them costs more than most answers do.
 */
public final class Answers {

	/** The thread that writes, between {@link #begin} and {@link #end}. */
	private volatile @Nullable Thread collecting;
	/** Of that thread. */
	private final Map<EventExecutor, List<Runnable>> collected = new HashMap<>();

	/** A commit is done, and who waits for it hears of it now, on this thread. */
	public void begin() {
		collecting = Thread.currentThread();
	}

	/** Runs an answer on the thread of a connection: at once, or with the others of the commit. */
	public void run(EventExecutor thread, Runnable answer) {
		if (Thread.currentThread() == collecting) {
			collected.computeIfAbsent(thread, of -> new ArrayList<>()).add(answer);
		} else {
			thread.execute(answer);
		}
	}

	/** All have heard of the commit. */
	public void end() {
		collecting = null;
		collected.forEach((thread, answers) -> {
			try {
				thread.execute(() -> answers.forEach(answer -> run(answer, thread)));
			} catch (RejectedExecutionException e) {
				// the hub ends, and with it the connections
			}
		});
		collected.clear();
	}

	/** One that fails is told as it would be by itself, and the others are given all the same. */
	private static void run(Runnable answer, EventExecutor thread) {
		try {
			answer.run();
		} catch (RuntimeException e) {
			thread.execute(() -> {
				throw e;
			});
		}
	}
}
