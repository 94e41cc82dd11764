// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a hub with the setting sync confirmed is on the disk. No test can cut the power; that the hub waited for the disk, Java itself tells
 * of each file.
 */
@Timeout(120)
class SyncTest {

	private static final int WRITES = 5;

	@TempDir
	Path folder;

	@Test
	void eachWriteThatIsConfirmedWaitedForTheDisk() throws Exception {
		List<Path> waited = waits(true);
		assertTrue(count(waited, "hub.mv.db") >= WRITES, "devices in the store: " + waited);
		assertTrue(count(waited, "events") >= WRITES, "messages in the log: " + waited);
		assertTrue(count(waited, "hub.positions") >= WRITES, "and how far they count: " + waited);
	}

	@Test
	void withoutTheSettingNoneWaits() throws Exception {
		List<Path> waited = waits(false);
		assertTrue(count(waited, "hub.mv.db") < WRITES && count(waited, "events") + count(waited, "hub.positions") == 0, waited.toString());
	}

	/** The files that were waited for while devices were made and messages sent, one after another. */
	private List<Path> waits(boolean sync) throws Exception {
		Path data = Files.createDirectory(folder.resolve("hub"));
		try (TestHub hub = TestHub.start(data, settings -> settings.withSync(sync)); Recording recording = new Recording()) {
			recording.enable("jdk.FileForce").withoutThreshold().withoutStackTrace();
			recording.start();
			for (int i = 0; i < WRITES; i++) {
				hub.create("d" + i);
				hub.callAsDevice("d" + i, "POST", "/messages/events", "m").expect(204);
			}
			recording.stop();
			return forced(recording).stream().filter(path -> path.startsWith(data)).map(data::relativize).toList();
		}
	}

	private List<Path> forced(Recording recording) throws IOException {
		Path file = folder.resolve("forced.jfr");
		recording.dump(file);
		return RecordingFile.readAllEvents(file).stream().map(event -> Path.of(event.getString("path"))).toList();
	}

	private static long count(List<Path> paths, String first) {
		return paths.stream().filter(path -> path.startsWith(first)).count();
	}
}
