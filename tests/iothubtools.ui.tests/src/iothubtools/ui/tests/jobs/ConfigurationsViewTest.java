// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.ui.IWorkbenchCommandConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.core.connections.CaCertificates;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.WithHubView;

/** The configurations of a hub in their view. */
class ConfigurationsViewTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant");

	private void make(Configuration configuration) throws Exception {
		HubConnectionString owner = HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
		try (IotHubClient client = IotHubClient.builder(owner).trust(CaCertificates.load(hub.hub().caCertificate().toString())).build()) {
			client.configurations().create(configuration).await(Cancellation.none());
		}
	}

	@Test
	void configurationsAreListedWithMetricsAndDeletedAfterAsking() throws Exception {
		hub.create("d1");
		make(Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}").targetCondition("*").priority(7)
				.labels(Map.of("env", "dev")).metricQueries(Map.of("cold", "SELECT deviceId FROM devices WHERE properties.reported.t = 5")).build());
		make(Configuration.builder("edge").content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{}}}}").targetCondition("tags.site='A'")
				.priority(10).build());
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.await("edge", "Kind", "IoT Edge deployment").await("edge", "Target Condition", "tags.site='A'").await("chill", "Priority", "7")
					.await("chill", "Target Condition", "Every device");
			Until.holds("what is counted", () -> {
				configurations.part().refresh();
				return configurations.rows(WidgetIds.CONFIGURATIONS, 0, 4, 5).contains("chill | 1 | 1");
			});
			configurations.select("chill");
			assertEquals("{\n  \"deviceContent\": {\n    \"properties.desired.t\": 5.0\n  }\n}",
					configurations.text(WidgetIds.CONFIGURATION_CONTENT).replace("\r", ""));
			List<String> said = configurations.rows(WidgetIds.CONFIGURATION_PROPERTIES, 0, 1).stream().map(String::strip).toList();
			assertTrue(said.contains("env | dev") && said.contains("cold | SELECT deviceId FROM devices WHERE properties.reported.t = 5"), said::toString);
			configurations.post(IWorkbenchCommandConstants.EDIT_DELETE);
			Scope question = Scope.window("Delete Configuration");
			question.open();
			question.shows("What it set on devices stays.");
			question.press("Delete");
			question.closed();
			configurations.awaitStatus(text -> text.startsWith("1 configuration \u00b7"));
			assertEquals(List.of("edge"), configurations.rows(WidgetIds.CONFIGURATIONS, 0));
		}
	}

	@Test
	void theQuestionAboutManyNamesTheFirst() throws Exception {
		String[] ids = IntStream.range(10, 22).mapToObj(i -> "chill-" + i).toArray(String[]::new);
		for (String id : ids) {
			make(Configuration.builder(id).content("{\"deviceContent\":{\"properties.desired.t\":5.0}}").targetCondition("*").priority(7).build());
		}
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.select(ids);
			configurations.post(IWorkbenchCommandConstants.EDIT_DELETE);
			Scope question = Scope.window("Delete Configuration");
			question.open();
			question.shows("Delete these 12 configurations of Plant?");
			question.shows("chill-19\n\u2026 and 2 more");
			question.press("Cancel");
			question.closed();
		}
	}

	@Test
	void withoutAnyItSaysSo() {
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.awaitNotice("Plant has no configurations of devices or modules, and no deployments of IoT Edge."::equals);
			configurations.awaitStatus(text -> text.startsWith("0 configurations"));
		}
	}
}
