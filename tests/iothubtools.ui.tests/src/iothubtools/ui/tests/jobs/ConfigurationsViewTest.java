// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.core.connections.CaCertificates;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.table.CellToolTip;
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
	void whatTellsConfigurationsApartIsNotCutAndTheConditionIsBehindIt() throws Exception {
		make(Configuration.builder("report-every-minute").content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{}}}}")
				.targetCondition("tags.site='A'").priority(10).build());
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.await("report-every-minute", "Kind", "IoT Edge deployment");
			configurations.await("all of it", table -> CellToolTip.ofCut(table.getItem(0), 0) == null && CellToolTip.ofCut(table.getItem(0), 1) == null);
			configurations.await("the condition beside it", table -> table.getColumn(2).getText().equals("Target Condition")
					&& CellToolTip.ofCut(table.getItem(0), 2) == null);
		}
	}

	/** The tool bar is seen while devices are selected in another view, which it must not offer to delete. */
	@Test
	void deleteInTheToolBarIsForConfigurationsOnly() throws Exception {
		hub.create("d1");
		make(Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}").targetCondition("*").priority(7).build());
		view.select("d1");
		view.command(UiIds.CONFIGURATIONS);
		try (ListPart configurations = ListPart.only(UiIds.CONFIGURATIONS_VIEW)) {
			configurations.await("chill", "Priority", "7");
			Until.holds("no Delete of a hub", () -> !configurations.canPress("Delete"));
			configurations.select("chill");
			Until.holds("Delete of a configuration", () -> configurations.canPress("Delete"));
			view.activate();
			view.select("d1");
			Until.holds("Delete of a device by its key", () -> isEnabled(IWorkbenchCommandConstants.EDIT_DELETE));
			Until.holds("no Delete of a device beside configurations", () -> !configurations.canPress("Delete"));
			assertFalse(isEnabled(UiIds.DELETE_CONFIGURATION));
			configurations.post(UiIds.DELETE_CONFIGURATION);
			Scope question = Scope.window("Delete Configuration");
			question.open();
			question.shows("Delete the configuration chill of Plant?");
			question.press("Cancel");
			question.closed();
		}
	}

	private boolean isEnabled(String command) {
		return Boolean.TRUE.equals(Ui.get(() -> view.part().getSite().getService(ICommandService.class).getCommand(command).isEnabled()));
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
	void theListIsWrittenToAFileAsItIsShown() throws Exception {
		for (String id : List.of("chill", "heat")) {
			make(Configuration.builder(id).content("{\"deviceContent\":{\"properties.desired.t\":5.0}}").targetCondition("*").priority(7).build());
		}
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.await("heat", "Priority", "7");
			List<String> csv = export(configurations, folder.resolve("list.csv"));
			assertEquals(3, csv.size());
			assertTrue(List.of(csv.get(0).split(",")).contains("Priority"), csv.get(0));
			assertTrue(csv.get(1).startsWith("chill,") && List.of(csv.get(1).split(",")).contains("7"), csv.get(1));
			List<String> json = export(configurations, folder.resolve("list.json"));
			assertEquals(2, json.size());
			assertTrue(json.get(1).contains("\"heat\"") && json.get(1).contains("\"Priority\":\"7\""), json.get(1));
		}
	}

	private static List<String> export(ListPart configurations, Path file) throws IOException {
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			configurations.post(UiIds.EXPORT_LIST);
			configurations.awaitStatus(text -> text.equals("2 rows are in " + file + "."));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		return Files.readAllLines(file);
	}

	@Test
	void withoutAnyItSaysSo() {
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.awaitNotice("Plant has no configurations of devices or modules, and no deployments of IoT Edge."::equals);
			configurations.awaitStatus(text -> text.startsWith("0 configurations"));
		}
	}
}
