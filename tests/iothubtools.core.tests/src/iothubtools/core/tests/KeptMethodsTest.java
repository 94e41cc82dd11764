// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.core.events.HubEvent;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.methods.MethodRun;
import iothubtools.core.methods.MethodRun.Failed;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.tests.support.time.Eventually;

/** What is kept of direct methods that were run, and in which files. */
@Timeout(120)
class KeptMethodsTest extends WithMethods {

	@Test
	void whatWasRunIsKnownAfterARestart() throws Exception {
		connect(1).answer((name, payload) -> "200 {\"n\":1.0}");
		invoke(REBOOT, device(1));
		invoke(new DirectMethod("other", null, Duration.ZERO, Duration.ofSeconds(30)), device(2));
		history().setFavourite(fixture.connection, REBOOT, true);
		List<MethodRun> before = history().runs(fixture.connection);
		core().close();
		try (CoreFixture next = new CoreFixture(fixture.cores.folder)) {
			List<MethodRun> after = next.core.methods().runs(fixture.connection);
			assertEquals(before.stream().map(run -> List.of(run.id(), run.begun(), run.target(), run.method(), run.end(), run.whole())).toList(),
					after.stream().map(run -> List.of(run.id(), run.begun(), run.target(), run.method(), run.end(), run.whole())).toList());
			assertEquals(List.of(REBOOT), next.core.methods().favourites(fixture.connection));
			assertInstanceOf(Failed.class, after.get(0).end());
		}
	}

	@Test
	void noKeyOrTokenIsInAFileAndTheRestOfTheRunIs() throws Exception {
		connect(1).answer((name, payload) -> name.equals("answer") ? "200 {\"primaryKey\":\"" + KEY + "\"}" : "201 {}");
		DirectMethod secret = DirectMethod.of("set", "{\"v\":\"" + KEY + "\"}");
		invoke(secret, device(1));
		invoke(DirectMethod.of("answer", null), device(1));
		assertThrows(IllegalArgumentException.class, () -> history().setFavourite(fixture.connection, secret, true));
		assertEquals(secret, history().runs(fixture.connection).get(1).method(), "known as long as the IDE runs");
		core().close();
		try (Stream<Path> files = Files.walk(fixture.cores.folder.resolve("methods"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertFalse(Files.readString(file).contains(KEY), file::toString);
				if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
					assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), "what is run is nobody else's business");
				}
			}
		}
		try (CoreFixture next = new CoreFixture(fixture.cores.folder)) {
			List<MethodRun> runs = next.core.methods().runs(fixture.connection);
			assertEquals(List.of("answer", "set"), runs.stream().map(run -> run.method().name()).toList());
			assertEquals(List.of(200, 201), runs.stream().map(run -> run.answer().status()).toList());
			assertEquals(List.of(false, false), runs.stream().map(MethodRun::whole).toList());
		}
	}

	@Test
	void theOldestFallOutAndWhatIsRemovedIsGone() {
		List<HubEvent> told = new CopyOnWriteArrayList<>();
		core().events().addListener(event -> {
			if (event instanceof HubEvent.MethodsChanged) {
				told.add(event);
			}
		});
		for (int i = 0; i < MethodHistory.MOST + 5; i++) {
			history().add(fixture.connection, DirectMethod.of("m" + i, null), outcome("1"));
		}
		List<MethodRun> runs = history().runs(fixture.connection);
		assertEquals(MethodHistory.MOST, runs.size());
		assertEquals("m" + (MethodHistory.MOST + 4), runs.get(0).method().name());
		history().remove(fixture.connection, runs.subList(0, 2));
		assertEquals("m" + (MethodHistory.MOST + 2), history().runs(fixture.connection).get(0).method().name());
		assertEquals(MethodHistory.MOST + 6, told.size());
		String large = "\"" + "x".repeat(100_000) + "\"";
		for (int i = 0; i < 60; i++) {
			history().add(fixture.connection, DirectMethod.of("large", large), outcome(large));
		}
		assertTrue(history().runs(fixture.connection).size() < 30, () -> "" + history().runs(fixture.connection).size());
	}

	private static MethodOutcome outcome(String payload) {
		return new MethodOutcome(device(1), Result.DONE, java.time.Instant.now(), Duration.ofMillis(5), new MethodResult(200, payload), null);
	}

	@Test
	void aConnectionThatIsRemovedTakesItsMethodsAlong() throws Exception {
		history().add(fixture.connection, REBOOT, outcome("{}"));
		history().write();
		assertEquals(1, files());
		core().connections().remove(fixture.connection);
		Eventually.holds("no file", () -> files() == 0);
		assertEquals(List.of(), history().runs(fixture.connection));
	}

	@Test
	void aMethodThatEndsAfterItsConnectionWasRemovedLeavesNoFile() throws Exception {
		core().connections().remove(fixture.connection);
		history().add(fixture.connection, REBOOT, outcome("{}"));
		history().setFavourite(fixture.connection, REBOOT, true);
		history().write();
		assertFalse(Files.exists(fixture.cores.folder.resolve("methods")) && files() > 0, "nobody would ever delete it");
	}

	private long files() throws java.io.IOException {
		try (Stream<Path> files = Files.list(fixture.cores.folder.resolve("methods"))) {
			return files.count();
		}
	}

	/** The list of methods is deleted with its connection; nobody would know of another file. */
	@Test
	void whatCannotTakeTheFilesPlaceIsNotLeftBesideIt() throws Exception {
		history().add(fixture.connection, REBOOT, outcome("{}"));
		history().write();
		Path file;
		try (Stream<Path> files = Files.list(fixture.cores.folder.resolve("methods"))) {
			file = files.findFirst().orElseThrow();
		}
		Files.delete(file);
		Files.createFile(Files.createDirectory(file).resolve("in the way"));
		history().add(fixture.connection, REBOOT, outcome("{}"));
		history().write();
		assertEquals(1, files());
	}

	@Test
	void aDamagedFileHasNothingAndIsReplaced() throws Exception {
		history().add(fixture.connection, REBOOT, outcome("{}"));
		history().write();
		Path file;
		try (Stream<Path> files = Files.list(fixture.cores.folder.resolve("methods"))) {
			file = files.findFirst().orElseThrow();
		}
		String text = Files.readString(file);
		for (String damaged : List.of("", "{", text.substring(0, text.length() / 2), text.replace("\"millis\":5", "\"millis\":\"x\""),
				text.replace("\"response\":5", "\"response\":1"), "[]", "{\"version\":2}",
				"{\"version\":null}", text.replace("\"device\":\"", "\"device\":null,\"was\":\""))) {
			Files.writeString(file, damaged);
			try (CoreFixture next = new CoreFixture(fixture.cores.folder)) {
				assertEquals(List.of(), next.core.methods().runs(fixture.connection), damaged);
				next.core.methods().add(fixture.connection, REBOOT, outcome("{}"));
			}
			try (CoreFixture next = new CoreFixture(fixture.cores.folder)) {
				assertEquals(1, next.core.methods().runs(fixture.connection).size(), damaged);
			}
		}
	}
}
