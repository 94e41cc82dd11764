// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Display;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;

/**
 * Measures how long the UI thread works on one thing, by asking it for a sign of life all the time. What counts is the
 * thread's own processor time, because on a busy machine it waits for others.
 */
public final class UiStalls implements AutoCloseable {

	private final Display display = Ui.display();
	private final Thread watch = new Thread(this::watchOn, "UI stall watch");
	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final long uiThread = display.getThread().getId();
	private final Map<String, Long> best;
	private volatile boolean closed;
	private volatile long longestWork;
	private volatile long longestWait;
	/** How often the UI thread has given a sign of life. */
	private volatile long signs;

	private UiStalls(Map<String, Long> best) {
		this.best = best;
		watch.setDaemon(true);
	}

	/**
	 * Begins to measure.
	 *
	 * @param best the longest work of each phase in milliseconds, of the attempt that did best; reports are added to it
	 */
	public static UiStalls watch(Map<String, Long> best) {
		UiStalls stalls = new UiStalls(best);
		stalls.watch.start();
		return stalls;
	}

	private void watchOn() {
		try {
			while (!closed) {
				long asked = System.nanoTime();
				long worked = threads.getThreadCpuTime(uiThread);
				CountDownLatch answered = new CountDownLatch(1);
				display.asyncExec(answered::countDown);
				answered.await();
				longestWork = Math.max(longestWork, threads.getThreadCpuTime(uiThread) - worked);
				longestWait = Math.max(longestWait, System.nanoTime() - asked);
				signs++;
				TimeUnit.MILLISECONDS.sleep(1);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits until what has happened by now is seen: its sign may be on its way. */
	public void catchUp() {
		long seen = signs;
		Until.holds("a sign of life", () -> signs > seen + 1);
	}

	/** Prints the longest work and wait since the last report. */
	public void report(String phase) {
		long work = TimeUnit.NANOSECONDS.toMillis(longestWork);
		best.merge(phase, work, Math::min);
		System.out.println("Longest UI stall, " + phase + ": " + work + " ms of work, "
				+ TimeUnit.NANOSECONDS.toMillis(longestWait) + " ms in all");
		longestWork = 0;
		longestWait = 0;
	}

	@Override
	public void close() throws InterruptedException {
		closed = true;
		watch.join();
	}
}
