// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.CheckQueriesOperation;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/** Configurations that are created and changed, at a real local hub. */
@Timeout(60)
class ConfigurationOperationsTest {

	private static final Configuration CHILL = Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}")
			.targetCondition("tags.site = 'A'").priority(7).labels(Map.of("env", "dev")).build();

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(1));
	private final List<HubEvent> events = new CopyOnWriteArrayList<>();

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private HubStatusCode refusal(HubOperation<?> operation) {
		return ((HubStatus) assertThrows(CoreException.class, () -> run(operation)).getStatus()).hubCode();
	}

	private Configuration read() throws CoreException {
		return run(new GetConfigurationOperation(fixture.connection, "chill"));
	}

	@Test
	void oneIsCreatedOnceAndWhoShowsThemHearsOfIt() throws Exception {
		fixture.cores.core.events().addListener(events::add);

		Configuration made = run(new CreateConfigurationOperation(fixture.connection, CHILL));

		assertEquals(7, made.priority());
		assertEquals(List.of(new HubEvent.ConfigurationsChanged(fixture.connection, "chill")), events);
		assertEquals(HubStatusCode.ALREADY_EXISTS, refusal(new CreateConfigurationOperation(fixture.connection, CHILL)));
		assertEquals("dev", read().labels().get("env"));
	}

	@Test
	void oneIsChangedInTheVersionThatWasSeenOrWhateverThereIs() throws Exception {
		Configuration seen = run(new CreateConfigurationOperation(fixture.connection, CHILL));
		run(new ChangeConfigurationOperation(fixture.connection, seen.toBuilder().priority(8).build(), false));
		assertEquals(8, read().priority());
		Configuration mine = seen.toBuilder().targetCondition("*").metricQueries(Map.of("all", "SELECT deviceId FROM devices")).build();
		fixture.cores.core.events().addListener(events::add);

		assertEquals(HubStatusCode.CHANGED_MEANWHILE, refusal(new ChangeConfigurationOperation(fixture.connection, mine, false)));

		assertEquals(List.of(new HubEvent.ConfigurationsChanged(fixture.connection, "chill")), events);
		assertEquals("tags.site = 'A'", read().targetCondition());
		run(new ChangeConfigurationOperation(fixture.connection, mine, true));
		assertEquals("*", read().targetCondition());
		assertEquals(7, read().priority());
		assertEquals(Map.of("all", "SELECT deviceId FROM devices"), read().metricQueries());
		assertEquals(Map.of("env", "dev"), read().labels());
	}

	@Test
	void oneThatIsGoneIsNotMadeAgain() {
		assertEquals(HubStatusCode.INVALID_INPUT, refusal(new ChangeConfigurationOperation(fixture.connection, CHILL, false)));
		assertEquals(HubStatusCode.NOT_FOUND, refusal(new ChangeConfigurationOperation(fixture.connection, CHILL, true)));
	}

	@Test
	void queriesAreTestedAndNothingIsMade() throws Exception {
		Map<String, String> metrics = Map.of("right", "SELECT deviceId FROM devices", "wrong", "SELECT");

		ConfigurationQueryCheck check = run(new CheckQueriesOperation(fixture.connection, "status = 'enabled'", metrics));

		assertNotNull(check.targetConditionError());
		assertEquals(Set.of("wrong"), check.metricQueryErrors().keySet());
		assertTrue(run(new CheckQueriesOperation(fixture.connection, "tags.site = 'A'", Map.of())).isValid());
	}

	@Test
	void whoMayReadDevicesOnlyCannotMakeOne() throws Exception {
		assertEquals(HubStatusCode.UNAUTHORIZED, refusal(new CreateConfigurationOperation(fixture.connect("registryRead"), CHILL)));
		assertEquals("chill", run(new CreateConfigurationOperation(fixture.connect("service"), CHILL)).id());
	}
}
