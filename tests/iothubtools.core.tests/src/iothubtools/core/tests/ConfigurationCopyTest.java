// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.hub.LocalHubExtension;

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
			"[{\"id\":\"a\"},{\"x\":1}]|entry 2 is no configuration",
			"[{\"id\":\"a\"},{\"id\":\"a\"}]|a is in it twice", "[{\"id\":\"A b\"}]|entry 1 is no configuration" })
	void whatIsWrongWithAFileIsSaid(String text, String why) throws Exception {
		Path file = folder.resolve("wrong.json");
		Files.writeString(file, text);
		CoreException failure = assertThrows(CoreException.class, () -> copy(new ConfigurationSource.File(file), false).check(null));
		assertTrue(failure.getMessage().startsWith("The configurations of " + file + " cannot be read: " + why), failure.getMessage());
	}
}
