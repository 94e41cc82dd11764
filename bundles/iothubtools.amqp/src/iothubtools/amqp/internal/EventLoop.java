// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.jdt.annotation.Nullable;

/** One thread that waits for sockets, for tasks of other threads and for time to pass. */
public final class EventLoop {

	/** Who is called when its socket is ready. */
	interface Ready {
		void ready();
	}

	private static final class Timer implements Comparable<Timer> {
		private final long due;
		private @Nullable Runnable task;

		Timer(long due, Runnable task) {
			this.due = due;
			this.task = task;
		}

		@Override
		public int compareTo(@Nullable Timer other) {
			return other == null ? -1 : Long.signum(due - other.due);
		}
	}

	private final Selector selector;
	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
	private final PriorityQueue<Timer> timers = new PriorityQueue<>();
	private volatile boolean ended;

	/** Begins. */
	public EventLoop(String name) {
		try {
			selector = Selector.open();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Thread thread = new Thread(this::run, name);
		thread.setDaemon(true);
		thread.start();
	}

	/** Runs a task on the thread, soon; not any more once the loop has ended. */
	public void submit(Runnable task) {
		tasks.add(task);
		synchronized (tasks) {
			if (selector.isOpen()) {
				selector.wakeup();
			}
		}
	}

	/** Runs a task after a while; on the thread only. What is given back makes it not run. */
	public Runnable in(Duration delay, Runnable task) {
		Timer timer = new Timer(System.nanoTime() + delay.toNanos(), task);
		timers.add(timer);
		return () -> timer.task = null;
	}

	/** Watches a socket; on the thread only. */
	SelectionKey watch(SocketChannel channel, int interest, Ready whom) throws IOException {
		return channel.register(selector, interest, whom);
	}

	/** Ends the thread after the tasks that are there. */
	public void end() {
		submit(() -> ended = true);
	}

	private void run() {
		try {
			while (!ended) {
				selector.select(key -> guarded(((Ready) key.attachment())::ready), pause());
				for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
					guarded(task);
				}
				for (Timer first = timers.peek(); first != null && first.due - System.nanoTime() <= 0; first = timers.peek()) {
					timers.remove();
					Runnable task = first.task;
					if (task != null) {
						guarded(task);
					}
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			synchronized (tasks) {
				close();
			}
		}
	}

	/**
	 * What one listener throws does not end the thread for the others, nor does an answer that is nested without end, or memory that is short for a
	 * moment: those who wait would never hear of anything again.
	 */
	public static void guarded(Runnable task) {
		try {
			task.run();
		} catch (RuntimeException | Error e) {
			Thread thread = Thread.currentThread();
			thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
		}
	}

	private void close() {
		try {
			selector.close();
		} catch (IOException e) {
			// it is gone, which was wanted
		}
	}

	/** Milliseconds to the first timer, 0 for no timer. */
	private long pause() {
		Timer first = timers.peek();
		if (!tasks.isEmpty()) {
			return 1;
		}
		return first == null ? 0 : Math.max(1, (first.due - System.nanoTime()) / 1_000_000 + 1);
	}
}
