// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.configurations.Configuration;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.ConfigurationCopy;
import iothubtools.core.configurations.ConfigurationFile;
import iothubtools.core.configurations.ConfigurationSource;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.FileReason;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.hub.LocalHubExtension;
import iothubtools.tests.support.time.Promptly;

/** Configurations of a local hub that are made at another one, and those of a file. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConfigurationCopyTest {

	private static final Configuration CHILL = Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}")
			.targetCondition("tags.site = 'A'").priority(7).labels(Map.of("env", "dev"))
			.metricQueries(Map.of("cold", "SELECT deviceId FROM devices WHERE properties.reported.t = 5")).build();
	private static final Configuration EDGE = Configuration.builder("edge")
			.content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{}}}}").targetCondition("*").priority(10).build();

	@TempDir
	Path folder;
	@RegisterExtension
	final HubFixture source = new HubFixture();
	@RegisterExtension
	final LocalHubExtension other = new LocalHubExtension();
	private HubConnection target;

	@BeforeEach
	void connect() throws Exception {
		target = connect("iothubowner");
	}

	private HubConnection connect(String policy) throws Exception {
		HubConnectionString string = HubConnectionString.parse(other.hub().connectionString(policy));
		HubConnection made = HubConnection.create("Target " + policy, string.host(), policy).withCaCertificate(other.hub().caCertificate().toString());
		source.cores.core.connections().save(made, (SharedAccessKey) string.credential());
		return made;
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return source.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private void make(HubConnection hub, Configuration... configurations) throws CoreException {
		for (Configuration each : configurations) {
			run(new CreateConfigurationOperation(hub, each));
		}
	}

	private ConfigurationCopy copy(boolean overwrite, String... ids) {
		return copy(new ConfigurationSource.Hub(source.connection, List.of(ids)), overwrite);
	}

	private ConfigurationCopy copy(ConfigurationSource from, boolean overwrite) {
		return new ConfigurationCopy(source.cores.core.operations(), from, target, overwrite);
	}

	private static List<String> outline(TaskOutcome outcome) {
		return outcome.items().stream().map(item -> item.id() + " " + item.result()).toList();
	}

	private Configuration there(String id) throws CoreException {
		return run(new GetConfigurationOperation(target, id));
	}

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

	@Test
	void aFileHoldsThemAndIsReadAgain() throws Exception {
		make(source.connection, CHILL, EDGE);
		Path file = folder.resolve("configurations.json");
		ConfigurationFile.write(file, run(new ListConfigurationsOperation(source.connection)));
		String text = Files.readString(file);
		assertTrue(text.contains("\"priority\": 7") && !text.contains("etag") && !text.contains("systemMetrics"), text);
		ConfigurationCopy copy = copy(new ConfigurationSource.File(file), false);
		assertEquals(2, copy.check(null).items().size());
		copy.run(null);
		assertEquals(CHILL, there("chill").anew());
		assertEquals(EDGE.anew(), there("edge").anew());
	}

	@Test
	void whatOtherToolsWriteIsRead() throws Exception {
		Path file = folder.resolve("cli.json");
		Files.writeString(file, "\uFEFF{\"id\":\"edge\",\"etag\":\"MQ==\",\"content\":{\"deviceContent\":null,\"moduleContent\":null,\"modulesContent\":"
				+ "{\"$edgeAgent\":{\"properties.desired\":{}}}},\"labels\":null,\"metrics\":{\"queries\":{},\"results\":{}},\"priority\":10,"
				+ "\"schemaVersion\":null,\"targetCondition\":\"*\"}");
		ConfigurationCopy copy = copy(new ConfigurationSource.File(file), false);
		assertEquals(List.of("edge DONE"), outline(copy.check(null)));
		assertEquals(List.of("edge DONE"), outline(copy.run(null)));
		assertEquals(EDGE.anew(), there("edge").anew());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"id\":\"a\"|line 1 is no JSON", "[]|there is no configuration in it",
			"''|there is no configuration in it", "'\uFEFF \n'|there is no configuration in it", "3|there is no configuration in it",
			"[@,{\"x\":1}]|entry 2 is no configuration", "[@,3]|entry 2 is no configuration", "[@,@]|a is in it twice",
			"[{\"id\":\"A b\"}]|in entry 1, A b, id is missing or none that a hub takes",
			"[{\"id\":\"a\"}]|in entry 1, a, content is missing", "{\"id\":\"a\",\"content\":\"{}\"}|in entry 1, a, content is",
			"{\"id\":\"a\",\"content\":{\"deviceContent\":null}}|in entry 1, a, content is" })
	void whatIsWrongWithAFileIsSaid(String text, String why) throws Exception {
		assertRefused(Files.writeString(folder.resolve("wrong.json"), text.replace("@", "{\"id\":\"a\",\"content\":{\"deviceContent\":{}}}")), why);
	}

	private void assertRefused(Path file, String why) {
		CoreException failure = assertThrows(CoreException.class, () -> copy(new ConfigurationSource.File(file), false).check(null));
		assertTrue(failure.getMessage().startsWith("The configurations of " + file + " cannot be read: " + why), failure.getMessage());
	}

	/** Nothing is made that is not what the file says. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"priority\":\"high\"|priority", "\"priority\":1.5|priority", "\"priority\":4294967299|priority",
			"\"priority\":-1|priority", "\"priority\":[]|priority", "\"targetCondition\":5|targetCondition", "\"labels\":[]|labels",
			"\"labels\":{\"a\":{}}|labels", "\"metrics\":\"\"|metrics", "\"metrics\":{\"queries\":{\"q\":[]}}|metrics.queries" })
	void aMemberThatCannotBeTakenIsNotLeftOutWithoutAWord(String member, String name) throws Exception {
		Path file = Files.writeString(folder.resolve("wrong.json"), "{\"id\":\"a\",\"content\":{\"deviceContent\":{}}," + member + "}");
		assertRefused(file, "in entry 1, a, " + name + " is missing or none that a hub takes");
	}

	@Test
	void whatIsNoTextOrNoFileIsToldInWords() throws Exception {
		assertRefused(Files.writeString(folder.resolve("wide.json"), "\uFEFF[]", StandardCharsets.UTF_16LE), "it is no text in UTF-8");
		assertRefused(folder, folder + " is a folder.");
		assertRefused(folder.resolve("none.json"), folder.resolve("none.json") + " is not there.");
	}

	@Test
	void anEmptyFolderIsNotReplacedByAFile() throws Exception {
		Path place = Files.createDirectory(folder.resolve("configurations.json"));
		IOException failure = assertThrows(IOException.class, () -> ConfigurationFile.write(place, List.of(CHILL)));
		assertEquals(place + " is a folder.", FileReason.of(failure));
		assertTrue(Files.isDirectory(place));
	}

	@Test
	void oneWithAnIdThatNoHubWouldTakeTodayIsExportedAllTheSame() throws Exception {
		Path file = folder.resolve("configurations.json");
		ConfigurationFile.write(file, List.of(Configuration.parse("{\"id\":\"Old.One\",\"content\":{\"deviceContent\":{}}}")));
		assertTrue(Files.readString(file).contains("\"Old.One\""));
	}
}
