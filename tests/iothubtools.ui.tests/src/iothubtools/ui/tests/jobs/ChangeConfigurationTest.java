// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.Test;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.configurations.ConfigurationFields;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.Mnemonics;

/** Configurations that are changed in the wizard, also where somebody else changes them meanwhile. */
class ChangeConfigurationTest extends WithConfigurationWizard {

	@Test
	void priorityAndConditionAreChangedAndTheRestStays() throws Exception {
		make("chill");
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.CHANGE_CONFIGURATION);
			change.open();
			assertEquals(List.of(), Mnemonics.clashes(change.control(ConfigurationFields.PRIORITY)));
			change.enter(ConfigurationFields.PRIORITY, "8").enter(ConfigurationFields.CONDITION, "tags.site = 'B'");
			changeWindow.press("Next >");
			StyledText field = (StyledText) change.control(ConfigurationFields.CONTENT);
			assertFalse(Boolean.TRUE.equals(Ui.get(field::getEditable)));
			changeWindow.press("Finish");
			change.closed();
			configurations.await("chill", "Priority", "8").await("chill", "Target Condition", "tags.site = 'B'");
		}
		assertEquals(Map.of("env", "dev"), read("chill").labels());
		assertEquals(Map.of("cold", "SELECT deviceId FROM devices"), read("chill").metricQueries());
		assertEquals(CONTENT, read("chill").content());
	}

	@Test
	void whatSomebodyElseChangedIsNotOverwrittenUnasked() throws Exception {
		Configuration made = make("chill");
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.CHANGE_CONFIGURATION);
			change.open();
			run(new ChangeConfigurationOperation(hub.connection(), made.toBuilder().priority(20).build(), false));
			change.enter(ConfigurationFields.PRIORITY, "8").enter(ConfigurationFields.CONDITION, "tags.site = 'B'");
			changeWindow.press("Finish");
			Scope question = Scope.window("Configuration Changed").open();
			question.shows("Somebody else changed the configuration chill of Plant");
			question.press("Cancel");
			question.closed();
			assertEquals("8", change.value(ConfigurationFields.PRIORITY));
			assertEquals(20, read("chill").priority());
			changeWindow.press("Finish");
			question.open().press("Reload");
			question.closed();
			Until.holds("what the hub has", () -> change.value(ConfigurationFields.PRIORITY).equals("20"));
			assertEquals("tags.site = 'A'", change.value(ConfigurationFields.CONDITION));
			run(new ChangeConfigurationOperation(hub.connection(), read("chill").toBuilder().priority(21).build(), false));
			change.enter(ConfigurationFields.PRIORITY, "9");
			changeWindow.press("Finish");
			question.open().press("Overwrite");
			question.closed();
			change.closed();
			configurations.await("chill", "Priority", "9");
		}
	}

	@Test
	void oneThatIsDeletedMeanwhileIsCreatedAgainOnlyWhenAsked() throws Exception {
		make("chill");
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.CHANGE_CONFIGURATION);
			change.open();
			run(new DeleteConfigurationOperation(hub.connection(), "chill", read("chill").etag()));
			change.enter(ConfigurationFields.PRIORITY, "8");
			changeWindow.press("Finish");
			Scope question = Scope.window("Configuration Deleted").open();
			question.shows("Somebody else deleted the configuration chill of Plant");
			question.press("Cancel");
			question.closed();
			assertEquals("8", change.value(ConfigurationFields.PRIORITY));
			assertThrows(CoreException.class, () -> read("chill"));
			changeWindow.press("Finish");
			question.open().press("Create");
			question.closed();
			change.closed();
			configurations.await("chill", "Priority", "8");
		}
		assertEquals(CONTENT, read("chill").content());
		assertEquals(Map.of("env", "dev"), read("chill").labels());
	}

	@Test
	void oneOfTheTwoIsForOneSelectedOnly() throws Exception {
		make("chill");
		make("heat");
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.select("chill");
			Until.holds("both", () -> configurations.isEnabled(UiIds.CHANGE_CONFIGURATION) && configurations.isEnabled(UiIds.LIKE_CONFIGURATION));
			configurations.select("chill", "heat");
			Until.holds("none", () -> !configurations.isEnabled(UiIds.CHANGE_CONFIGURATION) && !configurations.isEnabled(UiIds.LIKE_CONFIGURATION));
			assertTrue(configurations.isEnabled(UiIds.NEW_CONFIGURATION));
		}
	}
}
