// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * No file may grow beyond 20 MB, as on a disk that is full, until it is enlarged. Uses ulimit and prlimit, so it needs Linux.
 */
final class FullDisk implements Fault {

	private static final int KILOBYTES = 20 * 1024;
	private static final int MOST_SECONDS = 120;
	private static final int MOST_SECONDS_AWAY = 10;
	private static final int AFTERWARDS = 20;
	private static final int MESSAGE = 50_000;

	@Override
	public List<Outcome> happen(String libraries, Path data) throws Exception {
		ConfirmedWrites writes = new ConfirmedWrites(MESSAGE);
		ConfirmedWrites later = new ConfirmedWrites(MESSAGE);
		String seen;
		try (HubProcess hub = new HubProcess(List.of("bash", "-c", "ulimit -S -f " + KILOBYTES + "; exec \"$@\"", "bash"), libraries, data, 0, 0)) {
			OwnerCalls calls = new OwnerCalls(hub.setup(List.of()));
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
			for (Thread thread : writes.begin(calls, "d-")) {
				thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
			}
			enlarge(hub.process());
			if (hub.process().isAlive()) {
				seen = "the hub went on, and took writes after " + writesAfter(calls) + " ms";
				write(later, calls);
			} else {
				seen = "the hub ended with status " + hub.process().exitValue() + " and was started anew";
			}
			hub.kill();
		}
		try (HubProcess hub = new HubProcess(libraries, data, 0, 0)) {
			OwnerCalls calls = new OwnerCalls(hub.setup(List.of()));
			if (later.count() == 0 && seen.contains("anew")) {
				write(later, calls);
			}
			return List.of(
					new Outcome("a full disk: writes confirmed before", writes.count(), writes.missing(calls), "after a new start"),
					new Outcome("the same after it was enlarged: writes", 3 * AFTERWARDS, 3 * AFTERWARDS - later.count() + later.missing(calls),
							seen));
		}
	}

	/**
	 * How many milliseconds pass until it takes a write: when it could not write it opens its data anew, and clients come again meanwhile.
	 * A read does not tell, the hub that ends still answers those.
	 */
	private static long writesAfter(OwnerCalls calls) throws InterruptedException {
		long begin = System.nanoTime();
		for (int i = 0; !calls.works("PUT", "/devices/probe-" + i + OwnerCalls.VERSION, "{\"deviceId\":\"probe-" + i + "\"}"); i++) {
			if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(MOST_SECONDS_AWAY)) {
				break; // what is written then is lost, and counted
			}
			Thread.sleep(20);
		}
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
	}

	private static void enlarge(Process process) throws Exception {
		if (process.isAlive()) {
			new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited").inheritIO().start().waitFor();
		}
	}

	private static void write(ConfirmedWrites writes, OwnerCalls calls) throws InterruptedException {
		for (int i = 0; i < AFTERWARDS; i++) {
			try {
				writes.writeOne(calls, "later-" + i, i);
			} catch (IOException e) {
				// not confirmed: counted as lost
			}
		}
	}
}
