// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodRun;
import iothubtools.core.methods.MethodRun.Cancelled;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.InvokeMethodOperation;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.core.tasks.MethodOutcomes;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.Promptly;

/** Direct methods of devices that are connected over MQTT, at a real local hub. */
@Timeout(120)
class InvokeMethodTest extends WithMethods {

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
}
