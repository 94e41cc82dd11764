// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/** Runs one subject in a process of its own, so that its threads and its heap are its own, and prints its figures. */
final class Worker {

	private Worker() {
	}

	/** Arguments: the subject, seconds to warm up, seconds to measure. The setup comes through standard input. */
	public static void main(String[] arguments) {
		int status = 1;
		try {
			measure(arguments);
			status = 0;
		} catch (Exception e) {
			e.printStackTrace();
			System.out.println(Figures.failureLine(e));
		} finally {
			// a subject that failed half-way leaves the servers it started
			ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
			// the SDK leaves threads that keep the process from ending
			System.exit(status);
		}
	}

	private static void measure(String[] arguments) throws Exception {
		Setup setup = Setup.read(new BufferedReader(new InputStreamReader(System.in)));
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		int threadsBefore = threads.getThreadCount();
		long heapBefore = heapInUse();
		threads.resetPeakThreadCount();
		try (Subject subject = SubjectKind.valueOf(arguments[0]).open(setup)) {
			subject.run(seconds(arguments[1]));
			long start = System.nanoTime();
			long done = subject.run(seconds(arguments[2]));
			double perSecond = done * 1e9 / (System.nanoTime() - start);
			System.out.println(new Figures(perSecond, threads.getPeakThreadCount() - threadsBefore,
					heapInUse() - subject.heapBefore(heapBefore)).line());
		}
	}

	private static long seconds(String text) {
		return TimeUnit.SECONDS.toNanos(Long.parseLong(text));
	}

	/** Collected more than once: what waits for a finalizer is gone only after the second time. */
	static long heapInUse() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}
}
