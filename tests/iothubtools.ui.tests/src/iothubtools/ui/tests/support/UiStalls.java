// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Display;

import iothubtools.tour.driver.Ui;

/**
 * Measures how long the UI thread works on one thing, by asking it for a sign of life all the time. What counts is the
 * thread's own processor time, because on a busy machine it waits for others.
 */
public final class UiStalls implements AutoCloseable {

	private final Display display = Ui.display();
	private final Thread watch = new Thread(this::watchOn, "UI stall watch");
	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final long uiThread = display.getThread().getId();
	private final Map<String, Long> longest = new LinkedHashMap<>();
	private volatile boolean closed;
	private volatile long longestWork;
	private volatile long longestWait;

	private UiStalls() {
		watch.setDaemon(true);
	}

	/** Begins to measure. */
	public static UiStalls watch() {
		UiStalls stalls = new UiStalls();
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
				TimeUnit.MILLISECONDS.sleep(1);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Prints the longest work and wait since the last report. */
	public void report(String phase) {
		longest.put(phase, TimeUnit.NANOSECONDS.toMillis(longestWork));
		System.out.println("Longest UI stall, " + phase + ": " + longest.get(phase) + " ms of work, "
				+ TimeUnit.NANOSECONDS.toMillis(longestWait) + " ms in all");
		longestWork = 0;
		longestWait = 0;
	}

	/** The longest work of all reports. */
	public long longestMillis() {
		return longest.values().stream().mapToLong(Long::longValue).max().orElse(0);
	}

	@Override
	public String toString() {
		return "UI stalls in ms: " + longest;
	}

	@Override
	public void close() throws InterruptedException {
		closed = true;
		watch.join();
	}
}
