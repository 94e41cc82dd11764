// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.ConfigurationCopy;
import iothubtools.core.configurations.ConfigurationSource;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Promptly;

/** Configurations of a local hub that are made at another one. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConfigurationCopyTest extends WithConfigurations {

	@Test
	void configurationsAndDeploymentsAreMadeAsTheyAre() throws Exception {
		make(source.connection, CHILL, EDGE);
		ConfigurationCopy copy = copy(false, "chill", "edge", "gone");
		assertEquals(List.of("chill DONE", "edge DONE", "gone LEFT"), outline(copy.check(null)));
		assertEquals(List.of(), run(new ListConfigurationsOperation(target)), "a check changes nothing");
		assertTrue(copy.isLeftToDo());
		assertEquals(List.of("chill DONE", "edge DONE", "gone LEFT"), outline(copy.run(null)));
		assertFalse(copy.isLeftToDo());
		assertEquals(CHILL, there("chill").anew());
		assertEquals(EDGE.anew(), there("edge").anew());
	}

	@Test
	void whatIsThereStaysUnlessItIsToBeOverwritten() throws Exception {
		Configuration later = CHILL.toBuilder().priority(8).labels(Map.of("env", "prod")).build();
		make(source.connection, later, EDGE);
		make(target, CHILL, EDGE);
		ConfigurationCopy left = copy(false, "chill", "edge");
		TaskOutcome plan = left.check(null);
		assertEquals(List.of("chill EXISTS", "edge EXISTS"), outline(plan));
		assertEquals("It is another there, and stays as it is: priority, labels.", plan.items().get(0).reason());
		assertEquals("The same is there.", plan.items().get(1).reason());
		assertFalse(left.isLeftToDo());
		ConfigurationCopy over = copy(true, "chill", "edge");
		assertEquals(List.of("chill CHANGED", "edge EXISTS"), outline(over.check(null)));
		TaskOutcome made = over.run(null);
		assertEquals(List.of("chill CHANGED", "edge EXISTS"), outline(made));
		assertEquals("Changes: priority, labels.", made.items().get(0).reason());
		assertEquals(later, there("chill").anew());
	}

	@Test
	void contentThatIsAnotherIsLeftAsNoHubChangesIt() throws Exception {
		make(source.connection, CHILL);
		make(target, CHILL.toBuilder().content("{\"deviceContent\":{\"properties.desired.t\":6.0}}").build());
		ConfigurationCopy copy = copy(true, "chill");
		TaskOutcome plan = copy.check(null);
		assertEquals(List.of("chill LEFT"), outline(plan));
		assertTrue(plan.items().get(0).reason().contains("delete it there first"), plan.items().get(0).reason());
		assertFalse(copy.isLeftToDo());
	}

	@Test
	void whatSomebodyElseChangedSinceTheCheckIsNotOverwritten() throws Exception {
		make(source.connection, CHILL.toBuilder().priority(8).build(), EDGE);
		make(target, CHILL);
		ConfigurationCopy copy = copy(true, "chill", "edge");
		copy.check(null);
		run(new ChangeConfigurationOperation(target, CHILL.toBuilder().priority(9).build(), true));
		TaskOutcome made = copy.run(null);
		assertEquals(List.of("chill FAILED", "edge DONE"), outline(made), "the next one is made all the same");
		assertEquals(9, there("chill").priority());
		assertFalse(copy.isLeftToDo(), "it would be refused again");
	}

	@Test
	void aHubThatFailsInTheMiddleLeavesWhatWasMadeAndTheRestIsMadeLater() throws Exception {
		make(source.connection, CHILL, EDGE, named("heat"));
		ConfigurationCopy copy = copy(false, "chill", "edge", "heat");
		copy.check(null);
		other.hub().inject(FaultPlan.of(FaultRule.of("PutConfiguration", new FaultEffect.Status(403, "IotHubQuotaExceeded")).withSkip(1)));
		assertEquals(List.of("chill DONE", "edge FAILED", "heat NOT_TRIED"), outline(copy.run(null)));
		assertTrue(copy.isLeftToDo());
		other.hub().inject(FaultPlan.NONE);
		assertEquals(List.of("chill DONE", "edge DONE", "heat DONE"), outline(copy.run(null)));
		assertFalse(copy.isLeftToDo());
	}

	private static Configuration named(String id) {
		return Configuration.builder(id).content(CHILL.content()).targetCondition("*").priority(1).build();
	}

	@Test
	void aCancelInTheMiddleOfACallEndsItAtOnceAndTellsWhatIsDone() throws Exception {
		make(source.connection, CHILL, EDGE, named("heat"));
		Promptly.within(Duration.ofSeconds(1), "A cancel while the hub hangs", () -> {
			for (Configuration each : run(new ListConfigurationsOperation(target))) {
				run(new DeleteConfigurationOperation(target, each.id(), each.etag()));
			}
			return cancelled(copy(false, "chill", "edge", "heat"), "DONE");
		});
	}

	/** Has the hub hang at the second one, cancels and gives how long that took. The first one ends so. */
	private Duration cancelled(ConfigurationCopy copy, String ended) throws Exception {
		copy.check(null);
		other.hub().inject(FaultPlan.of(FaultRule.of("PutConfiguration", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(1)));
		NullProgressMonitor monitor = new NullProgressMonitor();
		CompletableFuture<Long> cancelled = new CompletableFuture<>();
		Consumer<HubEvent> first = event -> {
			if (event instanceof HubEvent.ConfigurationsChanged && !cancelled.isDone()) {
				new Thread(() -> {
					monitor.setCanceled(true);
					cancelled.complete(System.nanoTime());
				}).start();
			}
		};
		source.cores.core.events().addListener(first);
		try {
			TaskOutcome outcome = copy.run(monitor);
			Duration took = Duration.ofNanos(System.nanoTime() - cancelled.get());
			assertTrue(outcome.cancelled());
			assertEquals(List.of("chill " + ended, "edge UNKNOWN", "heat NOT_TRIED"), outline(outcome));
			return took;
		} finally {
			source.cores.core.events().removeListener(first);
			other.hub().inject(FaultPlan.NONE);
		}
	}

	@Test
	void whatWasOnItsWayAtACancelAndIsMadeIsNobodyElses() throws Exception {
		make(source.connection, CHILL, EDGE, named("heat"));
		ConfigurationCopy copy = copy(false, "chill", "edge", "heat");
		cancelled(copy, "DONE");
		assertTrue(copy.isLeftToDo());
		// the hub has done it all the same
		make(target, EDGE);
		TaskOutcome outcome = copy.run(null);
		assertEquals(List.of("chill DONE", "edge DONE", "heat DONE"), outline(outcome));
		assertFalse(copy.isLeftToDo());
	}

	@Test
	void whatWasOnItsWayAtACancelAndIsOverwrittenIsTakenForThat() throws Exception {
		make(source.connection, CHILL.toBuilder().priority(8).build(), EDGE.toBuilder().priority(11).build(), named("heat"));
		make(target, CHILL, EDGE);
		ConfigurationCopy copy = copy(true, "chill", "edge", "heat");
		cancelled(copy, "CHANGED");
		// the hub has done it all the same
		run(new ChangeConfigurationOperation(target, EDGE.toBuilder().priority(11).build(), true));
		TaskOutcome outcome = copy.run(null);
		assertEquals(List.of("chill CHANGED", "edge CHANGED", "heat DONE"), outline(outcome));
		assertEquals("Changes: priority.", outcome.items().get(1).reason());
	}

	@Test
	void aHubThatIsFullIsToldAndTheRestIsMadeWhenThereIsRoom() throws Exception {
		make(source.connection, CHILL, EDGE, named("heat"));
		ConfigurationCopy copy = copy(false, "chill", "edge", "heat");
		copy.check(null);
		other.hub().inject(FaultPlan.of(FaultRule.of("PutConfiguration", new FaultEffect.Status(413, "ConfigurationCountLimitExceeded")).withSkip(1)));
		TaskOutcome outcome = copy.run(null);
		assertEquals(List.of("chill DONE", "edge FAILED", "heat NOT_TRIED"), outline(outcome));
		HubStatus status = HubStatus.of(outcome.failures().get("edge"), target);
		assertEquals(HubStatusCode.TOO_MANY_CONFIGURATIONS, status.hubCode());
		assertTrue(status.getMessage().startsWith("The hub has as many configurations and deployments as it takes: 100"), status.getMessage());
		other.hub().inject(FaultPlan.NONE);
		assertEquals(List.of("chill DONE", "edge DONE", "heat DONE"), outline(copy.run(null)));
	}

	@Test
	void aHundredAreCopied() throws Exception {
		List<String> ids = IntStream.range(0, 100).mapToObj(index -> "c" + index).toList();
		for (String id : ids) {
			make(source.connection, named(id));
		}
		make(target, CHILL);
		ConfigurationCopy copy = copy(new ConfigurationSource.Hub(source.connection, ids), false);
		assertEquals(100, copy.check(null).ids(Result.DONE).size());
		TaskOutcome outcome = copy.run(null);
		assertEquals(List.of("c99"), List.copyOf(outcome.failures().keySet()), "there was one before");
		assertEquals(ids.subList(0, 99), outcome.ids(Result.DONE));
		assertTrue(copy.isLeftToDo());
	}

	@Test
	void aPolicyThatMayNotReadWhatIsToBeCopiedIsTold() throws Exception {
		make(source.connection, CHILL);
		HubConnection reader = source.connect("registryRead");
		CoreException refused = assertThrows(CoreException.class,
				() -> copy(new ConfigurationSource.Hub(reader, List.of("chill")), false).check(null));
		assertEquals(HubStatusCode.UNAUTHORIZED, ((HubStatus) refused.getStatus()).hubCode());
		assertEquals(reader, ((HubStatus) refused.getStatus()).connection());
	}

	@Test
	void aPolicyWithoutTheRightIsTold() throws Exception {
		make(source.connection, CHILL);
		target = connect("registryRead");
		CoreException refused = assertThrows(CoreException.class, () -> copy(false, "chill").check(null));
		assertEquals(HubStatusCode.UNAUTHORIZED, ((HubStatus) refused.getStatus()).hubCode());
	}
}
