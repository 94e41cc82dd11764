// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.methods.MethodRun;
import iothubtools.core.methods.MethodRun.Cancelled;
import iothubtools.core.methods.MethodRun.Failed;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.InvokeMethodOperation;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.core.tasks.MethodOutcomes;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.Promptly;

/** Direct methods of devices that are connected over MQTT, at a real local hub, and what is kept of them. */
@Timeout(120)
class InvokeMethodTest {

	private static final int DEVICES = 130;
	private static final DirectMethod REBOOT = new DirectMethod("reboot", "{\"delay\":5.0}", Duration.ZERO, Duration.ofSeconds(5));
	/** A key in base64, as somebody may paste one. */
	private static final String KEY = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(DEVICES));
	private final List<MqttDevice> devices = new ArrayList<>();

	@AfterEach
	void disconnect() throws Exception {
		for (MqttDevice device : devices) {
			device.close();
		}
	}

	private static String id(int number) {
		return String.format("sensor-%04d", number);
	}

	private static ClientId device(int number) {
		return ClientId.device(id(number));
	}

	private MqttDevice connect(int number) throws Exception {
		MqttDevice device = new MqttDevice(fixture.hub(), fixture.tls(), id(number));
		devices.add(device);
		return device;
	}

	private IotHubCore core() {
		return fixture.cores.core;
	}

	private MethodHistory history() {
		return core().methods();
	}

	private List<MethodOutcome> invoke(HubConnection connection, DirectMethod method, ClientId... targets) throws CoreException {
		return core().operations().run(new InvokeMethodOperation(connection, List.of(targets), method,
				outcome -> history().add(connection, method, outcome)), new NullProgressMonitor()).each();
	}

	private MethodOutcome invoke(DirectMethod method, ClientId target) throws CoreException {
		return invoke(fixture.connection, method, target).get(0);
	}

	private HubStatusCode code(MethodOutcome outcome) {
		HubStatus status = history().status(fixture.connection, outcome);
		assertNotNull(status, () -> "no failure: " + outcome);
		return status.hubCode();
	}

	@Test
	void aDeviceAnswersAndTheTimeIsMeasured() throws Exception {
		connect(1).answer((name, payload) -> "207 {\"said\":\"" + name + "\",\"payload\":" + payload + "}");
		MethodOutcome outcome = invoke(REBOOT, device(1));
		assertEquals(new MethodResult(207, "{\"said\":\"reboot\",\"payload\":{\"delay\":5.0}}"), outcome.answer());
		assertTrue(outcome.took().toNanos() > 0 && outcome.took().toSeconds() < 30, outcome::toString);
		MethodRun run = history().runs(fixture.connection).get(0);
		assertEquals(List.of(REBOOT, device(1), true), List.of(run.method(), run.target(), run.whole()));
		assertEquals(outcome.answer(), run.answer());
	}

	@Test
	void aModuleAnswersByItself() throws Exception {
		ModuleIdentity module = core().operations().run(new CreateModuleOperation(fixture.connection, ModuleIdentity.of(id(1), "m1")), new NullProgressMonitor());
		String string = String.valueOf(module.connectionString(fixture.connection.host(), KeySlot.PRIMARY).format());
		devices.add(MqttDevice.connect(fixture.hub(), fixture.tls(), string).answer((name, payload) -> "200 \"module\""));
		assertEquals(new MethodResult(200, "\"module\""), invoke(REBOOT, module.id()).answer());
		assertEquals(HubStatusCode.DEVICE_OFFLINE, code(invoke(REBOOT, device(1))));
	}

	@Test
	void offlineNotSubscribedTooLateUnknownAndDisabledAreToldApart() throws Exception {
		connect(2);
		connect(5).listenToMethods();
		core().operations().run(new UpdateDevicesOperation(fixture.connection, List.of(id(4)), new IdentityChange.Disable(null)),
				new NullProgressMonitor());
		List<MethodOutcome> outcomes = invoke(fixture.connection, REBOOT, device(1), device(2), device(5), device(4), ClientId.device("nobody"),
				ClientId.module(id(1), "none"));
		assertEquals(List.of(HubStatusCode.DEVICE_OFFLINE, HubStatusCode.NOT_SUBSCRIBED, HubStatusCode.METHOD_TIMEOUT, HubStatusCode.DEVICE_DISABLED,
				HubStatusCode.NOT_FOUND, HubStatusCode.NOT_FOUND), outcomes.stream().map(this::code).toList());
		Set<String> words = outcomes.stream().map(outcome -> history().status(fixture.connection, outcome).getMessage()).collect(Collectors.toSet());
		assertEquals(6, words.size(), words::toString);
		assertEquals(List.of(List.of("nobody")), fixture.cores.events(HubEvent.DevicesDeleted.class).stream().map(HubEvent.DevicesDeleted::deviceIds).toList());
		assertTrue(outcomes.get(2).took().compareTo(Duration.ofSeconds(5)) >= 0, "the response timeout");
		assertTrue(outcomes.get(0).took().compareTo(Duration.ofSeconds(5)) < 0, "at once");
	}

	@Test
	void aDeviceThatLeavesBeforeItAnswersMayHaveRunIt() throws Exception {
		MqttDevice device = connect(1);
		device.answer((name, payload) -> {
			try {
				device.close();
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
			return "200 {}";
		});
		assertEquals(HubStatusCode.DEVICE_LEFT, code(invoke(REBOOT, device(1))));
	}

	@Test
	void manyAreAskedAndEachHasItsOutcome() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		Map<ClientId, Integer> answers = new HashMap<>();
		for (int i = 1; answers.size() < 30; i++) {
			// some of the samples have no key, and some are disabled
			if (fixture.hub().deviceConnectionString(id(i)) != null && i % 10 != 7) {
				int number = i;
				connect(i).answer((name, payload) -> {
					calls.incrementAndGet();
					return number + " {}";
				});
				answers.put(device(i), i);
			}
		}
		List<ClientId> targets = IntStream.rangeClosed(1, DEVICES).mapToObj(InvokeMethodTest::device).toList();
		List<MethodOutcome> outcomes = invoke(fixture.connection, REBOOT, targets.toArray(ClientId[]::new));
		assertEquals(targets, outcomes.stream().map(MethodOutcome::target).toList());
		for (MethodOutcome outcome : outcomes) {
			MethodResult answer = outcome.answer();
			if (answer == null) {
				assertTrue(Set.of(HubStatusCode.DEVICE_OFFLINE, HubStatusCode.DEVICE_DISABLED).contains(code(outcome)),
						() -> "a hub that takes no more calls for the moment is waited for: " + outcome);
			}
			assertEquals(answers.get(outcome.target()), answer == null ? null : answer.status());
		}
		assertEquals(30, calls.get(), "each once");
		assertEquals(DEVICES, history().runs(fixture.connection).size());
	}

	@Test
	void aPolicyWithoutTheRightIsToldWhichOneItLacksAndTheRestIsNotTried() throws Exception {
		HubConnection other = fixture.connect("registryReadWrite");
		List<MethodOutcome> outcomes = invoke(other, REBOOT, IntStream.rangeClosed(1, DEVICES).mapToObj(InvokeMethodTest::device).toArray(ClientId[]::new));
		assertEquals(HubStatusCode.RIGHT_MISSING, history().status(other, outcomes.get(0)).hubCode());
		assertTrue(outcomes.stream().filter(outcome -> outcome.result() == Result.NOT_TRIED).count() > 0);
		assertEquals(Set.of(), history().runs(fixture.connection).stream().collect(Collectors.toSet()), "each connection has its own");
	}

	@Test
	void aCancelEndsItAtOnceAndIsKept() throws Exception {
		connect(1).listenToMethods();
		DirectMethod slow = new DirectMethod("slow", null, Duration.ZERO, Duration.ofSeconds(300));
		Promptly.within(Duration.ofSeconds(1), "Cancelling a method", () -> {
			HubJob<MethodOutcomes> job = core().operations().job(new InvokeMethodOperation(fixture.connection, List.of(device(1), device(2)), slow,
					outcome -> history().add(fixture.connection, slow, outcome)));
			int before = history().runs(fixture.connection).size();
			job.schedule();
			Eventually.holds("the failure of the one that is not connected", () -> history().runs(fixture.connection).size() == before + 1);
			Duration took = Promptly.time(() -> {
				job.cancel();
				job.join();
			});
			assertTrue(job.outcome().matches(IStatus.CANCEL), job.outcome().toString());
			assertEquals(List.of(Result.UNKNOWN, Result.FAILED), job.result().each().stream().map(MethodOutcome::result).toList());
			assertInstanceOf(Cancelled.class, history().runs(fixture.connection).get(0).end());
			return took;
		});
	}

	@Test
	void aHubThatIsDownIsToldAndTheRestIsNotTried() throws Exception {
		fixture.stop();
		List<MethodOutcome> outcomes = invoke(fixture.connection, REBOOT, device(1));
		assertEquals(HubStatusCode.REFUSED, code(outcomes.get(0)));
	}

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
