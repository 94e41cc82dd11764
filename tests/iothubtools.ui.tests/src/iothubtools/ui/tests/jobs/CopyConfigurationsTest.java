// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.transfer.CopyFields;
import iothubtools.ui.internal.transfer.ImportFields;
import iothubtools.ui.tests.support.Drags;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.ProductionQuestion;
import iothubtools.ui.tests.support.TableRows;
import iothubtools.ui.tests.support.Unnamed;

/** Configurations and deployments are copied from one hub to another. */
class CopyConfigurationsTest extends WithConfigurations {

	private static final String COPY = "Copy Configurations to Hub";
	private static Scope copy(ListPart configurations, String... ids) {
		configurations.select(ids);
		configurations.post(UiIds.COPY_CONFIGURATIONS);
		return Scope.window(COPY).open();
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
			Scope wizard = copy(configurations, "chill", "edge");
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
			Scope wizard = copy(configurations, "chill", "edge");
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
			Scope wizard = copy(configurations, "chill");
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
			Scope wizard = copy(configurations, "chill", "edge");
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
				Scope wizard = copy(configurations, "chill", "edge");
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
			Scope wizard = copy(configurations, "chill");
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
			Scope wizard = copy(configurations, "chill", "edge");
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
			Scope wizard = copy(configurations, "chill");
			wizard.shows("To be created at Plant: 1.");
			wizard.press("Finish");
			ProductionQuestion.answer("Copy to Production Hub", "Plant", "Copy");
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
}
