// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub of 100,000 devices with twins, as a process of its own: how long it takes to start, and how much memory it needs. */
@Timeout(300)
class LargeHubTest {

	private static final int DEVICES = 100_000;
	private static final int ATTEMPTS = 5;
	private static final Duration START = Duration.ofSeconds(2);
	private static final int UNKNOWN_LOAD = 4;
	private static final long MEMORY_KB = 512 * 1024;

	@TempDir
	Path data;

	@Test
	void itStartsInLessThanTwoSecondsAndNeedsLessThan512Megabytes() throws Exception {
		try (ForkedHub hub = start()) {
			hub.kill(); // all devices are kept when it says that it serves
		}
		Duration best = Duration.ofDays(1);
		for (int i = 0; i < ATTEMPTS && best.compareTo(START) >= 0; i++) {
			Instant before = Instant.now();
			try (ForkedHub hub = start()) {
				Duration took = Duration.between(before, Instant.now());
				System.out.println("A hub of " + DEVICES + " devices started in " + took.toMillis() + " ms, load "
						+ ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
				best = took.compareTo(best) < 0 ? took : best;
				if (i == 0) {
					readAll(hub);
					checkMemory(hub);
				}
				hub.kill();
			}
		}
		assertTrue(best.compareTo(allowed()) < 0, "it takes " + best);
	}

	/** Where others compete for the processors there is less of them for the hub; Windows does not tell whether they do. */
	private static Duration allowed() {
		double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
		if (load < 0) {
			return START.multipliedBy(UNKNOWN_LOAD);
		}
		double perProcessor = load / Runtime.getRuntime().availableProcessors();
		return perProcessor <= 1 ? START : START.multipliedBy((long) Math.ceil(perProcessor));
	}

	private ForkedHub start() throws IOException {
		return ForkedHub.start("--port", "0", "--plain-http", "--data", data.toString(), "--devices",
				Integer.toString(DEVICES));
	}

	/** Everything passes through memory once. */
	private static void readAll(ForkedHub hub) throws Exception {
		String connection = hub.printed("Service connection string:");
		String host = Tokens.field(connection, "HostName");
		HttpClient client = HttpClient.newHttpClient();
		String continuation = "";
		int rows = 0;
		do {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + "/devices/query" + TestHub.VERSION))
					.header("Authorization", Tokens.of(connection, Tokens.encoded(host)))
					.header("x-ms-max-item-count", "1000")
					.POST(BodyPublishers.ofString("{\"query\":\"SELECT * FROM devices\"}"));
			if (!continuation.isEmpty()) {
				request.header("x-ms-continuation", continuation);
			}
			HttpResponse<String> page = client.send(request.build(), BodyHandlers.ofString());
			assertEquals(200, page.statusCode(), page.body());
			rows += page.body().split("\"deviceId\":", -1).length - 1;
			continuation = page.headers().firstValue("x-ms-continuation").orElse("");
		} while (!continuation.isEmpty());
		assertEquals(DEVICES, rows);
	}

	private static void checkMemory(ForkedHub hub) throws IOException {
		Path status = Path.of("/proc", Long.toString(hub.process.pid()), "status");
		if (!Files.exists(status)) {
			System.out.println("This system does not tell how much memory a process has");
			return;
		}
		long most = 0;
		for (String line : Files.readAllLines(status)) {
			if (line.startsWith("VmHWM:")) {
				most = Long.parseLong(line.replaceAll("\\D", ""));
			}
		}
		System.out.println("A hub of " + DEVICES + " devices, all of them read, had " + most / 1024 + " MB at most");
		assertTrue(most > 0 && most < MEMORY_KB, most + " KB");
	}
}
