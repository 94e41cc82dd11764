// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.transfer.CopyFields;
import iothubtools.ui.internal.transfer.ImportFields;
import iothubtools.ui.tests.support.Drags;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.TableRows;
import iothubtools.ui.tests.support.Unnamed;
import iothubtools.ui.tests.support.WithHubView;

/** Configurations and deployments are copied from one hub to another, and by a file. */
class CopyConfigurationsTest extends WithHubView {

	private static final String COPY = "Copy Configurations to Hub";
	private static final String IMPORT = "Import Configurations";
	private static final Configuration CHILL = Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}")
			.targetCondition("tags.site='A'").priority(7).labels(Map.of("env", "dev"))
			.metricQueries(Map.of("cold", "SELECT deviceId FROM devices WHERE properties.reported.t = 5")).build();
	private static final Configuration EDGE = Configuration.builder("edge")
			.content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{}}}}").targetCondition("*").priority(10).build();

	@Order(1)
	@RegisterExtension
	final HubFixture factory = new HubFixture("Factory");
	@Order(2)
	@RegisterExtension
	final HubFixture plant = new HubFixture("Plant");

	@BeforeEach
	void makeThem() throws Exception {
		make(factory, CHILL);
		make(factory, EDGE);
		Until.holds("both hubs", () -> view.names().contains("Plant (0)"));
	}

	private static <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	private static void make(HubFixture hub, Configuration configuration) throws CoreException {
		run(new CreateConfigurationOperation(hub.connection(), configuration));
	}

	private static Configuration at(HubFixture hub, String id) throws CoreException {
		return run(new GetConfigurationOperation(hub.connection(), id)).anew();
	}

	private static TableRows plan(String wizard) {
		return TableRows.of(new Form(wizard).control(CopyFields.PLAN));
	}

	private static void finish(Scope wizard, String said) {
		wizard.press("Finish");
		wizard.shows(said);
		wizard.press("Close");
		wizard.closed();
	}

	@Test
	void whatWouldBecomeOfEachIsSeenFirstAndThenTheyAreMade() throws Exception {
		make(plant, EDGE);
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill", "edge");
			configurations.post(UiIds.COPY_CONFIGURATIONS);
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("To be created at Plant: 1. To be overwritten: 0. There already: 1. Left out: 0.");
			plan(COPY).sort("Configuration").await("Outcome", "Would be created", "Exists there already").await("Remark", "", "The same is there.");
			assertEquals(List.of(), Ui.get(() -> Unnamed.below(shell(COPY))));
			assertEquals(List.of(), cut(new Form(COPY).control(CopyFields.PLAN)));
			finish(wizard, "1 created at Plant. 1 existed already.");
			assertEquals(CHILL.anew(), at(plant, "chill"));
		}
	}

	/** What there is in the second column that cannot be read to its end. */
	private static List<String> cut(Control control) {
		return Ui.get(() -> {
			Table table = (Table) control;
			GC gc = new GC(table);
			try {
				return Stream.of(table.getItems()).map(item -> item.getText(1)).filter(text -> gc.textExtent(text).x + 6 > table.getColumn(1).getWidth()).toList();
			} finally {
				gc.dispose();
			}
		});
	}

	private static Shell shell(String title) {
		return List.of(Ui.display().getShells()).stream().filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst().orElseThrow();
	}

	@Test
	void oneThatIsAnotherIsOverwrittenOnlyWhenOneWantsIt() throws Exception {
		make(plant, CHILL.toBuilder().priority(3).build());
		make(plant, EDGE.toBuilder().content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"a\":1}}}}").build());
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill", "edge");
			configurations.post(UiIds.COPY_CONFIGURATIONS);
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("There is nothing to do at Plant: see below why.");
			plan(COPY).sort("Configuration").await("Outcome", "Exists there already", "Would be left out")
					.await("Remark", "It is another there, and stays as it is: priority.",
							"Its content is another there, which a hub never changes: delete it there first, or create one like it under another id.");
			assertFalse(wizard.enabled("Finish"));
			new Form(COPY).set(CopyFields.OVERWRITE, true);
			wizard.shows("To be created at Plant: 0. To be overwritten: 1. There already: 0. Left out: 1.");
			plan(COPY).await("Outcome", "Would be overwritten", "Would be left out");
			finish(wizard, "0 created at Plant. 1 overwritten. 1 left out.");
			assertEquals(7, at(plant, "chill").priority());
		}
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws Exception {
		make(plant, CHILL.toBuilder().priority(3).build());
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.COPY_CONFIGURATIONS);
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("There is nothing to do at Plant");
			new Form(COPY).set(CopyFields.OVERWRITE, true);
			wizard.shows("To be overwritten: 1.");
			run(new ChangeConfigurationOperation(plant.connection(), CHILL.toBuilder().priority(4).build(), true));
			finish(wizard, "0 created at Plant. 1 failed.");
			assertEquals(4, at(plant, "chill").priority());
		}
	}

	@Test
	void aHubThatFailsInTheMiddleTellsWhatIsDoneAndTheRestIsCopiedThen() throws Exception {
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill", "edge");
			configurations.post(UiIds.COPY_CONFIGURATIONS);
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("To be created at Plant: 2.");
			plant.hub().inject(FaultPlan.of(FaultRule.of("PutConfiguration", new FaultEffect.Status(403, "IotHubQuotaExceeded")).withSkip(1)));
			wizard.press("Finish");
			wizard.shows("1 created at Plant. 1 failed.");
			TableRows.of(new Form(COPY).control(ImportFields.OUTCOME)).await("Outcome", "Failed", "Created");
			plant.hub().inject(FaultPlan.NONE);
			wizard.press("Copy the Rest");
			wizard.shows("2 created at Plant.");
			wizard.press("Close");
			wizard.closed();
		}
	}

	@Test
	void aCancelInTheMiddleOfACallEndsItAtOnceAndTellsWhatWasDone() throws Exception {
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			Promptly.within(Duration.ofSeconds(1), "A cancel while the hub hangs", () -> {
				for (Configuration each : run(new ListConfigurationsOperation(plant.connection()))) {
					run(new DeleteConfigurationOperation(plant.connection(), each.id(), each.etag()));
				}
				configurations.select("chill", "edge");
				configurations.post(UiIds.COPY_CONFIGURATIONS);
				Scope wizard = Scope.window(COPY).open();
				wizard.shows("To be created at Plant: 2.");
				plant.hub().inject(FaultPlan.of(FaultRule.of("PutConfiguration", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(1)));
				CountDownLatch first = new CountDownLatch(1);
				Consumer<HubEvent> listener = event -> {
					if (event instanceof HubEvent.ConfigurationsChanged) {
						first.countDown();
					}
				};
				IotHubCore.get().events().addListener(listener);
				wizard.press("Finish");
				first.await();
				IotHubCore.get().events().removeListener(listener);
				Duration took = Promptly.time(() -> {
					wizard.pressTool(JFaceResources.getString("ProgressMonitorPart.cancelToolTip"));
					wizard.shows("Cancelled. 1 created at Plant. 1 asked for without an answer.");
				});
				TableRows.of(new Form(COPY).control(ImportFields.OUTCOME)).await("Outcome", "No answer", "Created");
				plant.hub().inject(FaultPlan.NONE);
				wizard.press("Copy the Rest");
				wizard.shows("2 created at Plant.");
				wizard.press("Close");
				wizard.closed();
				return took;
			});
		}
	}

	@Test
	void aHubThatIsRemovedMeanwhileCannotBeCopiedToAndAnotherIsChosen() throws Exception {
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.COPY_CONFIGURATIONS);
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("To be created at Plant: 1.");
			IotHubCore.get().connections().remove(plant.connection());
			wizard.shows("Choose the hub to copy to.");
			assertFalse(wizard.enabled("Finish"));
			assertEquals("", new Form(COPY).value(CopyFields.HUB));
			HubConnection anew = HubFixture.connect(plant.hub(), "Plant", "iothubowner");
			try {
				new Form(COPY).choose(CopyFields.HUB, "Plant (" + anew.host() + ")");
				finish(wizard, "1 created at Plant.");
			} finally {
				HubFixture.forget(anew.id());
			}
		}
	}

	@Test
	void whyTheRestCannotBeCopiedIsToldWhereTheHubWasRemovedMeanwhile() throws Exception {
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill", "edge");
			configurations.post(UiIds.COPY_CONFIGURATIONS);
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("To be created at Plant: 2.");
			plant.hub().inject(FaultPlan.of(FaultRule.of("PutConfiguration", new FaultEffect.Status(403, "IotHubQuotaExceeded")).withSkip(1)));
			wizard.press("Finish");
			wizard.shows("1 created at Plant. 1 failed.");
			plant.hub().inject(FaultPlan.NONE);
			IotHubCore.get().connections().remove(plant.connection());
			wizard.press("Copy the Rest");
			wizard.shows("No shared access key is stored for \"Plant\".");
			wizard.press("Close");
			wizard.closed();
		}
	}

	@Test
	void atAHubOfProductionItsNameIsTyped() throws Exception {
		IotHubCore.get().connections().save(plant.connection().withProduction(true));
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.COPY_CONFIGURATIONS);
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("To be created at Plant: 1.");
			wizard.press("Finish");
			Scope question = Scope.window("Copy to Production Hub").open();
			assertFalse(question.enabled("Copy"));
			new Form("Copy to Production Hub").enter(WidgetIds.HUB_NAME, "Plant");
			question.press("Copy");
			wizard.shows("1 created at Plant.");
			wizard.press("Close");
			wizard.closed();
		}
	}

	@Test
	void thoseThatAreDroppedOnAnotherHubAreCopied() throws Exception {
		Table hubs = Ui.get(view::table);
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill", "edge");
			Table rows = (Table) Ui.get(() -> configurations.find(WidgetIds.CONFIGURATIONS));
			assertEquals(DND.DROP_NONE, drop(rows, hubs, "Factory (0) \u2013 default", DND.DROP_COPY), "they are there");
			assertEquals(DND.DROP_COPY, drop(rows, hubs, "Plant (0)", DND.DROP_MOVE), "they are never moved");
			Scope wizard = Scope.window(COPY).open();
			wizard.shows("To be created at Plant: 2.");
			wizard.press("Cancel");
			wizard.closed();
		}
	}

	private static int drop(Table rows, Table hubs, String row, int detail) {
		return Ui.get(() -> Drags.drop(rows, hubs, row, detail));
	}

	@Test
	void theyAreWrittenToAFileAndMadeOfItAtAHub() throws Exception {
		Path file = folder.resolve("configurations.json");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			try (ListPart configurations = ListPart.configurations(factory.connection())) {
				Until.holds("nothing to export yet", () -> !configurations.isEnabled(UiIds.EXPORT_CONFIGURATIONS));
				configurations.select("chill", "edge");
				configurations.post(UiIds.EXPORT_CONFIGURATIONS);
				Until.holds("the file", () -> Files.exists(file));
			}
			assertTrue(Files.readString(file).contains("\"tags.site='A'\""), Files.readString(file));
			try (ListPart configurations = ListPart.configurations(plant.connection())) {
				configurations.awaitStatus(text -> text.startsWith("0 configurations"));
				configurations.post(UiIds.IMPORT_CONFIGURATIONS);
				Scope wizard = Scope.window(IMPORT).open();
				wizard.shows("To be created at Plant: 2.");
				wizard.press("Finish");
				wizard.shows("2 created at Plant.");
				wizard.shows("Imported Configurations");
				assertFalse(wizard.enabled("Import the Rest"));
				wizard.press("Close");
				wizard.closed();
				configurations.await("chill", "Priority", "7").await("edge", "Kind", "IoT Edge deployment");
			}
			assertEquals(CHILL.anew(), at(plant, "chill"));
			assertEquals(EDGE.anew(), at(plant, "edge"));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
	}

	@Test
	void whatCannotBeWrittenIsToldInWordsAndNothingIsReplaced() throws Exception {
		Path place = Files.createDirectory(folder.resolve("configurations.json"));
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill");
			assertNotExported(configurations, place, "configurations.json is a folder.");
			assertNotExported(configurations, folder.resolve("none").resolve("a.json"), folder.resolve("none") + " is not there.");
			assertTrue(Files.isDirectory(place));
		}
	}

	private static void assertNotExported(ListPart configurations, Path place, String why) {
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> place));
		// the test harness keeps error dialogs from opening
		ErrorDialog.AUTOMATED_MODE = false;
		try {
			configurations.post(UiIds.EXPORT_CONFIGURATIONS);
			Scope problem = Scope.window("Problem Occurred").open();
			problem.shows(why);
			// of what Java says of it
			problem.showsNot(".part");
			problem.press("OK");
			problem.closed();
		} finally {
			ErrorDialog.AUTOMATED_MODE = true;
			Ui.run(FileChoice::askThePerson);
		}
	}

	@Test
	void aFileOfSomethingElseIsRefusedWithTheReason() throws Exception {
		Path file = Files.writeString(folder.resolve("devices.json"), "[{\"deviceId\":\"d1\"}]");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try (ListPart configurations = ListPart.configurations(plant.connection())) {
			configurations.awaitStatus(text -> text.startsWith("0 configurations"));
			configurations.post(UiIds.IMPORT_CONFIGURATIONS);
			Scope wizard = Scope.window(IMPORT).open();
			wizard.shows("entry 1 is no configuration");
			assertFalse(wizard.enabled("Finish"));
			wizard.press("Cancel");
			wizard.closed();
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
	}
}
