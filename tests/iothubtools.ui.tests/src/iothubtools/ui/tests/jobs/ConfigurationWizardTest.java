// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.Test;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.configurations.ConfigurationFields;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.Mnemonics;

/** Configurations that are created in the wizard. */
class ConfigurationWizardTest extends WithConfigurationWizard {

	@Test
	void theViewLeadsToAFirstOneWhichIsShownThen() throws Exception {
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.awaitNotice(text -> text.startsWith("Plant has no configurations"));
			configurations.follow("Create a configuration");
			form.open();
			assertEquals(List.of(), Mnemonics.clashes(form.control(ConfigurationFields.ID)));
			assertFalse(window.enabled("Finish"));
			form.enter(ConfigurationFields.ID, "chill").enter(ConfigurationFields.PRIORITY, "10").enter(ConfigurationFields.CONDITION, "tags.site = 'A'");
			window.press("Next >");
			assertEquals(List.of(), Mnemonics.clashes(form.control(ConfigurationFields.CONTENT)));
			assertFalse(window.enabled("Finish"), "nothing is configured yet");
			json(form, CONTENT);
			window.press("Next >");
			assertEquals(List.of(), Mnemonics.clashes(form.control(ConfigurationFields.METRICS)));
			paste(ConfigurationFields.METRICS, "cold\tSELECT deviceId FROM devices WHERE tags.t = 1");
			window.press("Next >");
			assertEquals(List.of(), Mnemonics.clashes(form.control(ConfigurationFields.LABELS)));
			paste(ConfigurationFields.LABELS, "env=dev");
			window.press("Finish");
			form.closed();
			configurations.await("chill", "Priority", "10").await("chill", "Target Condition", "tags.site = 'A'");
			Until.holds("it to be selected", () -> configurations.selected().equals(List.of("chill")));
		}
		Configuration made = read("chill");
		assertEquals(CONTENT, made.content());
		assertEquals(Map.of("cold", "SELECT deviceId FROM devices WHERE tags.t = 1"), made.metricQueries());
		assertEquals(Map.of("env", "dev"), made.labels());
	}

	@Test
	void theMenuOfAHubOffersItAndADeploymentIsMade() throws Exception {
		begin();
		form.enter(ConfigurationFields.ID, "edge").set(ConfigurationFields.EDGE, true).enter(ConfigurationFields.CONDITION, "tags.edge = true");
		window.press("Next >");
		StyledText field = (StyledText) form.control(ConfigurationFields.CONTENT);
		assertTrue(Ui.get(field::getText).contains("$edgeAgent"), Ui.get(field::getText));
		json(form, "{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"schemaVersion\":\"1.1\"}}}}");
		window.press("Finish");
		form.closed();
		try (ListPart configurations = ListPart.only(UiIds.CONFIGURATIONS_VIEW)) {
			configurations.await("edge", "Kind", "IoT Edge deployment");
		}
	}

	@Test
	void anIdThatIsTakenIsToldAtItsFieldAndNothingIsLost() throws Exception {
		make("chill");
		begin();
		form.enter(ConfigurationFields.ID, "chill").enter(ConfigurationFields.CONDITION, "*");
		window.press("Next >");
		json(form, "{\"deviceContent\":{\"properties.desired.t\":6.0}}");
		window.press("Finish");
		// the page with the id is shown again
		window.shows("Plant has a configuration chill already.");
		assertEquals("chill", form.value(ConfigurationFields.ID));
		assertFalse(window.enabled("Finish"));
		form.enter(ConfigurationFields.ID, "chill-2");
		window.press("Finish");
		form.closed();
		ListPart.only(UiIds.CONFIGURATIONS_VIEW).close();
		assertEquals(CONTENT, read("chill").content());
		assertTrue(read("chill-2").content().contains("6.0"));
	}

	@Test
	void aHubThatIsDownLosesNothingThatWasTyped() throws Exception {
		begin();
		form.enter(ConfigurationFields.ID, "chill").enter(ConfigurationFields.CONDITION, "*");
		window.press("Next >");
		json(form, CONTENT);
		hub.stop();
		window.press("Finish");
		assertTrue(form.value(FailureArea.ID).startsWith("Nothing answers at "), form.value(FailureArea.ID));
		StyledText field = (StyledText) form.control(ConfigurationFields.CONTENT);
		assertEquals(CONTENT, Ui.get(field::getText));
		hub.restart();
		window.press("Finish");
		form.closed();
		try (ListPart configurations = ListPart.only(UiIds.CONFIGURATIONS_VIEW)) {
			configurations.await("chill", "Target Condition", "Every device");
		}
	}

	@Test
	void aHubOfProductionIsNamedBefore() {
		Ui.run(() -> IotHubCore.get().connections().save(hub.connection().withProduction(true)));
		Until.holds("the mark", () -> view.names().contains("Plant (0) \u2013 production"));
		view.select("Plant (0) \u2013 production");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
		form.enter(ConfigurationFields.ID, "chill").enter(ConfigurationFields.CONDITION, "*");
		window.press("Next >");
		json(form, CONTENT);
		window.press("Finish");
		Scope question = Scope.window("Create Configuration").open();
		question.shows("\"Plant\" is a production hub");
		assertFalse(question.enabled("Create"));
		question.press("Cancel");
		question.closed();
		assertTrue(window.enabled("Finish"), "all is as it was typed");
	}

	@Test
	void anotherOneLikeTheSelectedIsMade() throws Exception {
		make("chill");
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.LIKE_CONFIGURATION);
			form.open();
			assertEquals("", form.value(ConfigurationFields.ID));
			assertEquals("tags.site = 'A'", form.value(ConfigurationFields.CONDITION));
			form.enter(ConfigurationFields.ID, "chill-b").enter(ConfigurationFields.CONDITION, "tags.site = 'B'");
			window.press("Finish");
			form.closed();
			configurations.await("chill-b", "Priority", "7").await("chill-b", "Target Condition", "tags.site = 'B'");
		}
		assertEquals(read("chill").labels(), read("chill-b").labels());
		assertEquals(read("chill").metricQueries(), read("chill-b").metricQueries());
		assertEquals(CONTENT, read("chill-b").content());
	}

	@Test
	void whatItIsForIsSeenAlsoWhereAToolWroteNullForTheRest() throws Exception {
		run(new CreateConfigurationOperation(hub.connection(), Configuration.builder("edge").targetCondition("tags.edge = true")
				.content("{\"deviceContent\":null,\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"a\":1}}}}").build()));
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.await("edge", "Kind", "IoT Edge deployment");
			configurations.select("edge");
			configurations.post(UiIds.LIKE_CONFIGURATION);
			form.open();
			assertTrue(form.selected(ConfigurationFields.EDGE));
			form.enter(ConfigurationFields.ID, "edge-2");
			Until.holds("it to be possible", () -> window.enabled("Finish"));
		}
	}
}
