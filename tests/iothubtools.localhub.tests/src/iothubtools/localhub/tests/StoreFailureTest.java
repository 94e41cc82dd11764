// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.tests.support.time.Eventually;

/**
 * What a hub confirmed is there, and it goes on by itself, whatever happens to its file: too little memory for all that comes at once, a
 * file that may not grow, a disk without room.
 */
@Timeout(300)
class StoreFailureTest {

	private static final int CLIENTS = 150;
	private static final int QUARTER_MEGABYTE = 250_000;

	private static final int MEGABYTE = 1024 * 1024;

	@TempDir
	Path data;

	@Test
	void aHundredAndFiftyClientsMaySendAMegabyteAtOnce() throws Exception {
		try (ForkedHub hub = start(List.of(), data)) {
			StoreLoad load = new StoreLoad(hub);
			load.create(CLIENTS);
			load.send(CLIENTS, 4, QUARTER_MEGABYTE);
			assertEquals(Map.of(204, CLIENTS * 4), load.replies());
			hub.kill();
			assertTrue(load.kept(data) > 128_000_000 / QUARTER_MEGABYTE, "as many as it keeps");
		}
	}

	@Test
	void orThousandsOfSmallMessagesEach() throws Exception {
		try (ForkedHub hub = start(List.of(), data)) {
			StoreLoad load = new StoreLoad(hub);
			load.create(CLIENTS);
			load.sendBatches(CLIENTS, 3000);
			assertEquals(Map.of(204, CLIENTS), load.replies());
		}
	}

	@Test
	void overMqttToo() throws Exception {
		try (ForkedHub hub = start(List.of(), data)) {
			StoreLoad load = new StoreLoad(hub);
			load.create(CLIENTS);
			List<MqttDevice> devices = IntStream.range(0, CLIENTS).parallel().mapToObj(i -> connect(hub, i, load.token())).toList();
			List<IMqttDeliveryToken> sent = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				for (MqttDevice device : devices) {
					sent.add(device.sendLater(device.prefix() + "messages/events/", new byte[QUARTER_MEGABYTE]));
				}
			}
			for (IMqttDeliveryToken one : sent) {
				one.waitForCompletion(120_000);
			}
			for (MqttDevice device : devices) {
				device.close();
			}
			load.send(CLIENTS, 1, 1);
			assertEquals(Map.of(204, CLIENTS), load.replies());
		}
	}

	/** With the limit of a process, which a file meets in the middle of a commit and which can be lifted while it runs. */
	@Test
	void aFileThatMayNotGrowCostsNothingThatWasConfirmed() throws Exception {
		assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "This system has no limits of processes that can be lifted");
		try (ForkedHub hub = start(List.of("bash", "-c", "ulimit -S -f 6000; exec \"$0\" \"$@\""), data)) {
			StoreLoad load = new StoreLoad(hub);
			load.create(8);
			load.send(8, 16, QUARTER_MEGABYTE);
			assertTrue(load.replies().getOrDefault(503, 0) > 0, "commits failed: " + load.replies());
			assertTrue(load.replies().getOrDefault(500, 0) == 0, "and were told as that: " + load.replies());
			assertEquals(0, run("prlimit", "--pid", Long.toString(hub.process.pid()), "--fsize=unlimited:"));
			load.goesOn(8);
			assertTrue(hub.rest().contains("starts again from what it has kept"), "one line says so");
			hub.kill();
			load.isKept(data);
		}
	}

	/** The certificates are read again with the rest. */
	@Test
	void whatCannotBeOpenedAgainIsSaidInOneLineAndEndsTheProgram() throws Exception {
		Path authority = data.resolve("ca.pem");
		try (ForkedHub hub = start(List.of("bash", "-c", "ulimit -S -f 6000; exec \"$0\" \"$@\""), data)) {
			StoreLoad load = new StoreLoad(hub);
			load.create(8);
			byte[] whole = Files.readAllBytes(authority);
			Files.writeString(authority, "damaged");
			load.send(8, 16, QUARTER_MEGABYTE);
			assertTrue(hub.process.waitFor(60, TimeUnit.SECONDS), "it ends by itself");
			assertEquals(3, hub.process.exitValue());
			List<String> last = hub.rest().lines().filter(line -> line.contains("cannot be opened again")).toList();
			assertTrue(!last.isEmpty() && last.get(last.size() - 1).matches(".*The local hub stopped, as its data in \\Q" + data
					+ "\\E cannot be opened again: .*certificate.* Start it again when that is put right; what it confirmed is there."),
					last.toString());
			Files.write(authority, whole);
			load.isKept(data);
		}
	}

	@Test
	void inJavaItIsToldToWhoAsked() throws Exception {
		assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "This system has no limits of processes that can be lifted");
		try (TestHub hub = TestHub.start(data)) {
			hub.create("d");
			CompletableFuture<String> stopped = hub.hub().stopped().toCompletableFuture();
			Files.writeString(data.resolve("ca.pem"), "damaged");
			mayGrow(Long.toString(Files.size(data.resolve("hub.mv.db")) + MEGABYTE));
			try {
				Eventually.holds("a write fails", () -> !isSent(hub, "x".repeat(QUARTER_MEGABYTE)));
			} finally {
				mayGrow("unlimited");
			}
			String line = stopped.get(60, TimeUnit.SECONDS);
			assertTrue(line.startsWith("The local hub stopped, as its data in " + data + " cannot be opened again: "), line);
			assertFalse(line.contains("\n"), line);
		}
	}

	/** In this process, where such a listener is. */
	@Test
	void aListenerGoesOnAndMayAskForMoreMeanwhile() throws Exception {
		assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "This system has no limits of processes that can be lifted");
		try (TestHub hub = TestHub.start(data)) {
			hub.create("d");
			CountDownLatch failed = new CountDownLatch(1);
			Set<String> heard = ConcurrentHashMap.newKeySet();
			Set<String> heardByOther = ConcurrentHashMap.newKeySet();
			hub.hub().subscribe(message -> {
				if (heard.isEmpty()) {
					waitFor(failed);
					hub.hub().subscribe(more -> heardByOther.add(text(more)));
				}
				heard.add(text(message));
			});
			mayGrow(Long.toString(Files.size(data.resolve("hub.mv.db")) + MEGABYTE));
			try {
				Eventually.holds("a write fails", () -> !isSent(hub, "x".repeat(QUARTER_MEGABYTE)));
			} finally {
				failed.countDown();
				mayGrow("unlimited");
			}
			Eventually.holds("the hub is there again", () -> isSent(hub, "again"));
			Eventually.holds("the listener heard it", () -> heard.contains("again"));
			assertTrue(isSent(hub, "last"));
			Eventually.holds("and so does the other", () -> heardByOther.contains("last"));
		}
	}

	private static boolean isSent(TestHub hub, String body) {
		try {
			return hub.callAs(hub.token("device"), "POST", "/devices/d/messages/events" + TestHub.VERSION, body).status() == 204;
		} catch (AssertionError e) {
			return false; // the connection ended with the hub
		}
	}

	private static String text(ReceivedMessage message) {
		return new String(message.body(), StandardCharsets.UTF_8);
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			assertTrue(latch.await(20, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** How large a file of this process may be. */
	private static void mayGrow(String bytes) throws IOException, InterruptedException {
		assertEquals(0, run("prlimit", "--pid", Long.toString(ProcessHandle.current().pid()), "--fsize=" + bytes + ':'));
	}

	@Test
	void aFullDiskRefusesAndAnEnlargedOneGoesOn() throws Exception {
		Path disk = Files.createDirectory(data.resolve("disk"));
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString()) == 0, "Nobody but root may make a small disk");
		try (ForkedHub hub = start(List.of(), disk)) {
			StoreLoad load = new StoreLoad(hub);
			load.create(8);
			load.send(8, 16, QUARTER_MEGABYTE);
			Map<Integer, Integer> replies = load.replies();
			assertTrue(replies.getOrDefault(503, 0) > 0 && replies.get(204) > 20, "so much has room: " + replies);
			assertEquals(replies.get(503) + replies.get(204), 8 * 16, "no connection ends: " + replies);
			assertTrue(load.lastRefusal().contains("disk of its folder"), load.lastRefusal());
			assertEquals(0, run("mount", "-o", "remount,size=80m", disk.toString()));
			load.goesOn(8);
			assertTrue(!hub.rest().contains("WARNING"), "nothing failed");
			hub.kill();
			load.isKept(disk);
		} finally {
			run("umount", disk.toString());
		}
	}

	private static MqttDevice connect(ForkedHub hub, int number, String token) {
		try {
			return MqttDevice.connect(hub, StoreLoad.id(number), token);
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}

	private static ForkedHub start(List<String> by, Path folder) throws IOException {
		return ForkedHub.start(by, Map.of(), "--port", "0", "--plain-http", "--devices", "0", "--data", folder.toString());
	}

	private static int run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).inheritIO().start();
		assertTrue(process.waitFor(20, TimeUnit.SECONDS));
		return process.exitValue();
	}
}
