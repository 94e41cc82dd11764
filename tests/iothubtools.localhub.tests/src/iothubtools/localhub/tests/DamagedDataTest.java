// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.time.Eventually;

/** Data that are not what a hub left: it says so in one line when it is to start, and writes nothing. */
@Timeout(120)
class DamagedDataTest {

	@TempDir
	Path data;
	private Path file;
	private byte[] early;
	private byte[] whole;

	@BeforeEach
	void aHubEndedInOrder() throws Exception {
		file = data.resolve("hub.mv.db");
		try (TestHub hub = TestHub.start(data)) {
			hub.create("d");
			new Twins(hub).patchTags("d", "{\"site\":\"before\"}").expect(200);
		}
		early = Files.readAllBytes(file);
		try (TestHub hub = TestHub.start(data)) {
			new Twins(hub).patchTags("d", "{\"site\":\"after\"}").expect(200);
		}
		whole = Files.readAllBytes(file);
	}

	private String refusal() throws IOException {
		byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
		LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(LocalHubSettings.in(data)));
		String message = failure.getMessage();
		assertTrue(message.contains(file.toString()) && !message.contains("\n"), message);
		assertTrue(message.contains("Put a whole copy back"), message);
		assertArrayEquals(before, Files.exists(file) ? Files.readAllBytes(file) : new byte[0], "nothing was written");
		return message;
	}

	private void isWholeAgain(String site) throws Exception {
		Files.write(file, whole);
		try (TestHub hub = TestHub.start(data)) {
			assertEquals("{\"site\":\"" + site + "\"}", Twins.tags(new Twins(hub).get("d")));
		}
	}

	@Test
	void anEmptyFileIsNoNewHub() throws Exception {
		Files.write(file, new byte[0]);
		assertTrue(refusal().contains("is empty"));
		Files.delete(file);
		assertTrue(refusal().contains("is missing"));
		isWholeAgain("after");
	}

	@Test
	void aFileThatWasCutIsNotYesterdaysHub() throws Exception {
		for (int length : new int[] { whole.length - 1, whole.length - 4096, whole.length / 2, 8192, 1 }) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertTrue(refusal().contains("was cut: " + length + " of " + whole.length), "cut to " + length);
		}
		isWholeAgain("after");
	}

	@Test
	void norIsAnOlderCopy() throws Exception {
		Files.write(file, early);
		assertTrue(refusal().matches(".*(was changed|was cut).*"));
		isWholeAgain("after");
	}

	@Test
	void flippedBitsAreNotServed() throws Exception {
		for (int place = 0; place < whole.length; place += 997) {
			byte[] flipped = whole.clone();
			flipped[place] ^= 1;
			Files.write(file, flipped);
			assertTrue(refusal().contains("was changed"), "at " + place);
		}
		isWholeAgain("after");
	}

	@Test
	void whoDeletesTheMarkGoesOnWithWhatIsThere() throws Exception {
		Files.write(file, early);
		Files.delete(data.resolve("hub.mark"));
		whole = early;
		isWholeAgain("before");
	}

	@Test
	void aDamagedMarkIsNotTakenForNone() throws Exception {
		Path mark = data.resolve("hub.mark");
		byte[] good = Files.readAllBytes(mark);
		Files.writeString(mark, "not a mark\n");
		assertTrue(refusal().contains("its mark, which is damaged"));
		Files.write(mark, good);
		isWholeAgain("after");
	}

	@Test
	void afterAKillToo() throws Exception {
		try (ForkedHub hub = start(data)) {
			StoreLoad load = new StoreLoad(hub);
			load.create(2);
			hub.kill();
		}
		byte[] killed = Files.readAllBytes(file);
		Files.write(file, early);
		assertTrue(refusal().contains("older copy"));
		Files.write(file, new byte[0]);
		assertTrue(refusal().contains("is empty"));
		Files.write(file, killed);
		try (TestHub hub = TestHub.start(data)) {
			hub.call("GET", "/devices/" + StoreLoad.id(1), null).expect(200);
		}
	}

	/** Nobody has the checksum of the whole file then; each record has one of its own. */
	@Test
	void whatWasFlippedAfterAKillIsNotServedEither() throws Exception {
		flipAfterAKill(0);
		assertTrue(refusal().contains("is not what was written"));
	}

	private void flipAfterAKill(int devices) throws Exception {
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--plain-http", "--devices", Integer.toString(devices), "--data", data.toString())) {
			new StoreLoad(hub).create(2);
			hub.kill();
		}
		String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		assertTrue(text.contains("{\"site\":\"after\"}"));
		Files.write(file, text.replace("{\"site\":\"after\"}", "{\"site\":\"aftet\"}").getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Of many devices not all are read at the start. */
	@Test
	void norIsItWhereManyDevicesAreNotDamaged() throws Exception {
		flipAfterAKill(1000);
		try (TestHub hub = TestHub.start(data)) {
			for (int i = 0; i < 3; i++) {
				hub.call("GET", "/twins/d", null).expect(500);
				new Twins(hub).patchTags("d", "{\"more\":1}").expect(500);
			}
			hub.call("GET", "/devices/" + StoreLoad.id(1), null).expect(200);
			new Twins(hub).patchTags("sensor-0999", "{\"more\":1}").expect(200);
			hub.create("new");
		}
	}

	/** Not even the memory for it is taken: that would end the hub, or what it does for others. */
	@Test
	void aLengthThatWasDamagedIsNoReasonToEnd() throws Exception {
		TestHub.start(data, settings -> settings.withSampleDevices(1000)).close();
		String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		assertTrue(text.contains("\u0011{\"site\":\"after\"}"), "the length is before the text");
		Files.write(file, text.replace("\u0011{\"site\":\"after\"}", "\u00ff\u00ff\u00ff\u00ff\u0007te\":\"after\"}")
				.getBytes(StandardCharsets.ISO_8859_1));
		Files.delete(data.resolve("hub.mark"));
		try (TestHub hub = TestHub.start(data)) {
			hub.call("GET", "/devices/sensor-0500", null).expect(200);
			try (MqttDevice device = MqttDevice.connect(hub, "sensor-0500")) {
				for (int i = 0; i < 3; i++) {
					hub.call("GET", "/twins/d", null).expect(500);
					new Twins(hub).patchTags("d", "{\"more\":1}").expect(500);
					hub.call("DELETE", "/devices/d", null, "If-Match", "*").expect(500);
					hub.call("GET", "/devices/d", null).expect(200);
				}
				device.sendEvent("", "the hub is still the same one");
			}
			new Twins(hub).patchTags("sensor-0999", "{\"more\":1}").expect(200);
		}
	}

	/** One bit of a twin is flipped, and nobody knows the checksum of the whole file. */
	private TestHub startWithADamagedTwin() throws Exception {
		TestHub.start(data, settings -> settings.withSampleDevices(1000)).close();
		String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		Files.write(file, text.replace("{\"site\":\"after\"}", "{\"site\":\"aftet\"}").getBytes(StandardCharsets.ISO_8859_1));
		Files.delete(data.resolve("hub.mark"));
		return TestHub.start(data);
	}

	@Test
	void aJobFailsAtADamagedTwinAndGoesOnWithTheOthers() throws Exception {
		try (TestHub hub = startWithADamagedTwin(); MqttDevice device = MqttDevice.connect(hub, "sensor-0500")) {
			hub.call("PUT", "/jobs/v2/all", "{\"jobId\":\"all\",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{\"etag\":\"*\","
					+ "\"tags\":{\"x\":1}},\"queryCondition\":\"*\"}").expect(200);
			Eventually.holds("completed",
					() -> hub.call("GET", "/jobs/v2/all", null).json().get("status").getAsString().equals("completed"));
			JsonObject counts = hub.call("GET", "/jobs/v2/all", null).json().getAsJsonObject("deviceJobStatistics");
			int failed = counts.get("failedCount").getAsInt();
			assertTrue(failed > 0 && failed < 100, "it and its neighbours: " + counts);
			assertEquals(1001 - failed, counts.get("succeededCount").getAsInt());
			assertTrue(Twins.tags(new Twins(hub).get("sensor-0999")).contains("\"x\":1"));
			device.sendEvent("", "the hub is still the same one");
		}
	}

	/** What was half done cannot be kept, and will not go better. */
	@Test
	void whereAChangeStopsHalfwayAtItAgainTheHubEndsAndSaysWhy() throws Exception {
		String patches = "[{\"id\":\"sensor-0500\",\"importMode\":\"updateTwin\",\"tags\":{\"x\":1}},"
				+ "{\"id\":\"d\",\"importMode\":\"updateTwin\",\"tags\":{\"x\":1}}]";
		try (TestHub hub = startWithADamagedTwin()) {
			hub.call("POST", "/devices", patches).expect(503);
			Eventually.holds("it comes back", () -> answers(hub));
			hub.call("POST", "/devices", patches).expect(503);
			String end = hub.hub().stopped().toCompletableFuture().get(60, TimeUnit.SECONDS);
			assertTrue(end.contains(data.toString()) && end.contains("Put a whole copy back") && !end.contains("\n"), end);
		}
	}

	private static boolean answers(TestHub hub) {
		try {
			return hub.call("GET", "/devices/sensor-0500", null).status() == 200;
		} catch (RuntimeException | AssertionError e) {
			return false; // it starts again
		}
	}

	@Test
	void aReadOnlyFolderIsSaid() throws Exception {
		Path folder = Files.createDirectory(data.resolve("read-only"));
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(folder))) {
			assertFalse(hub.hostName().isEmpty());
		}
		// root may write whatever the permissions say, but not where nobody may; others may not mount
		boolean mounted = run("mount", "--bind", folder.toString(), folder.toString()) == 0
				&& run("mount", "-o", "remount,ro,bind", folder.toString()) == 0;
		assumeTrue(mounted || folder.toFile().setWritable(false), "This system has no folders that are read-only");
		try {
			LocalHubException failure = assertThrows(LocalHubException.class,
					() -> LocalHub.start(LocalHubSettings.in(folder)));
			assertTrue(failure.getMessage().contains(folder + " is read-only"), failure.getMessage());
		} finally {
			if (mounted) {
				run("umount", folder.toString());
			}
			folder.toFile().setWritable(true);
		}
	}

	@Test
	void withSyncItServesTheSame() throws Exception {
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--plain-http", "--sync", "--data", data.toString())) {
			StoreLoad load = new StoreLoad(hub);
			load.create(4);
			load.send(4, 20, 100);
			load.goesOn(4);
			assertTrue(hub.printed("Power cuts:").contains("lose nothing"));
			hub.kill();
			load.isKept(data);
		}
	}

	private static ForkedHub start(Path folder) throws IOException {
		return ForkedHub.start("--port", "0", "--plain-http", "--devices", "0", "--data", folder.toString());
	}

	private static int run(String... command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command).start();
			assertTrue(process.waitFor(20, TimeUnit.SECONDS));
			return process.exitValue();
		} catch (IOException e) {
			return -1; // a system without that command
		}
	}
}
