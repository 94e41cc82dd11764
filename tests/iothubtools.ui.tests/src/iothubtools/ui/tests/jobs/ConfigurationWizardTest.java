// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.configurations.ConfigurationFields;
import iothubtools.ui.editor.internal.configurations.ConfigurationWizard;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.Unnamed;
import iothubtools.ui.tests.support.WithHubView;

/** Configurations that are created and changed in the wizard. */
class ConfigurationWizardTest extends WithHubView {

	private static final String NEW = "New Configuration";
	private static final String CHANGE = "Change Configuration";
	private static final String CONTENT = "{\"deviceContent\":{\"properties.desired.t\":5.0}}";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant");
	private final Form form = new Form(NEW);
	private final Scope window = Scope.window(NEW);
	private final Form change = new Form(CHANGE);
	private final Scope changeWindow = Scope.window(CHANGE);

	@AfterEach
	void closeAll() {
		for (String title : List.of(NEW, CHANGE)) {
			if (HubView.dialogs().contains(title)) {
				Scope.window(title).press("Cancel");
				new Form(title).closed();
			}
		}
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	private Configuration make(String id) throws CoreException {
		return run(new CreateConfigurationOperation(hub.connection(), Configuration.builder(id).content(CONTENT).targetCondition("tags.site = 'A'")
				.priority(7).labels(Map.of("env", "dev")).metricQueries(Map.of("cold", "SELECT deviceId FROM devices")).build()));
	}

	private Configuration read(String id) throws CoreException {
		return run(new GetConfigurationOperation(hub.connection(), id));
	}

	private static void json(Form where, String text) {
		StyledText field = (StyledText) where.control(ConfigurationFields.CONTENT);
		Ui.run(() -> field.setText(text));
	}

	/** Puts a row into a table, as Paste does. */
	private void paste(String table, String line) {
		Ui.run(() -> Clipboards.copy(line));
		form.press(table + "Paste");
		Until.holds(line, () -> ((Table) form.control(table)).getItemCount() > 0);
	}

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
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
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
	void whatIsWrongIsToldBeforeItIsSent() {
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
		form.enter(ConfigurationFields.ID, "Chill");
		window.shows("Configuration ID: only lower-case letters");
		form.enter(ConfigurationFields.ID, "chill").enter(ConfigurationFields.PRIORITY, "-1");
		window.shows("A priority is a number of 0 to");
		form.enter(ConfigurationFields.PRIORITY, "2147483648");
		window.shows("A priority is a number of 0 to");
		form.enter(ConfigurationFields.PRIORITY, "2147483647").enter(ConfigurationFields.CONDITION, "tags.site == 'A'");
		window.shows("Target condition: Write = instead of ==.");
		form.enter(ConfigurationFields.CONDITION, "status = 'enabled'");
		window.shows("Target condition: status cannot be named here");
		form.enter(ConfigurationFields.CONDITION, "FROM devices.modules WHERE tags.a = 1");
		window.shows("The target condition of devices has no FROM");
		form.set(ConfigurationFields.MODULE, true);
		Until.holds("it to be one of modules", () -> window.enabled("Next >"));
		form.enter(ConfigurationFields.CONDITION, "tags.a = 1");
		window.shows("The target condition of modules begins with FROM devices.modules WHERE.");
		form.enter(ConfigurationFields.CONDITION, "");
		window.shows("Without a target condition");
		form.set(ConfigurationFields.DEVICE, true).enter(ConfigurationFields.CONDITION, "*");
		window.shows("The configuration is for every device of the hub.");
		window.press("Next >");
		window.shows("Enter what is configured.");
		json(form, "{\"deviceContent\": {\n \"desired\": {}}}");
		window.shows("Content, line 2: desired cannot be configured");
		json(form, "{\"moduleContent\": {}}");
		window.shows("Content, line 1: The content must have deviceContent only");
		json(form, "{\"deviceContent\": {");
		Until.holds("it to be refused", () -> !window.enabled("Finish"));
		json(form, CONTENT);
		Until.holds("it to be possible", () -> window.enabled("Finish"));
		window.press("Next >");
		paste(ConfigurationFields.METRICS, "cold\tSELECT deviceId");
		window.shows("Metric cold: FROM is missing here");
		assertFalse(window.enabled("Finish"));
	}

	@Test
	void anIdThatIsTakenIsToldAtItsFieldAndNothingIsLost() throws Exception {
		make("chill");
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
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
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
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
	void undoTakesNothingAwayThatNobodyTyped() throws Exception {
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
		form.enter(ConfigurationFields.ID, "edge").set(ConfigurationFields.EDGE, true);
		window.press("Next >");
		StyledText field = (StyledText) form.control(ConfigurationFields.CONTENT);
		String begun = Ui.get(field::getText);
		undo(field);
		assertEquals(begun, Ui.get(field::getText));
		json(form, "{}");
		undo(field);
		assertEquals(begun, Ui.get(field::getText), "what was typed is taken away");
		window.press("Cancel");
		form.closed();
		make("chill");
		try (ListPart configurations = ListPart.configurations(hub.connection())) {
			configurations.select("chill");
			configurations.post(UiIds.CHANGE_CONFIGURATION);
			change.open();
			changeWindow.press("Next >");
			StyledText fixed = (StyledText) change.control(ConfigurationFields.CONTENT);
			undo(fixed);
			assertTrue(Ui.get(fixed::getText).contains("deviceContent"), "it can only be read");
		}
	}

	private static void undo(StyledText field) {
		Ui.run(() -> {
			Event key = new Event();
			key.stateMask = SWT.MOD1;
			key.keyCode = 'z';
			field.notifyListeners(SWT.KeyDown, key);
		});
	}

	@Test
	void aPriorityThatIsTypedReplacesTheFirstOne() {
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
		Text priority = (Text) form.control(ConfigurationFields.PRIORITY);
		Control id = form.control(ConfigurationFields.ID);
		comeTo(priority);
		assertEquals("0", Ui.get(priority::getSelectionText));
		form.enter(ConfigurationFields.PRIORITY, "12");
		comeTo(id);
		comeTo(priority);
		assertEquals("", Ui.get(priority::getSelectionText), "what was typed is left alone");
	}

	private static void comeTo(Control field) {
		Ui.run(field::forceFocus);
		Until.holds("the focus", field::isFocusControl);
	}

	@Test
	void theHubIsAskedWhetherItUnderstandsTheQueries() {
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
		form.enter(ConfigurationFields.ID, "chill").enter(ConfigurationFields.CONDITION, "tags.site = 'A'");
		form.press(ConfigurationFields.TEST);
		window.shows("Plant understands target condition and metrics.");
		// in square brackets it is a query, and no target condition
		form.enter(ConfigurationFields.CONDITION, "tags.site IN ['A', 'B']");
		Until.holds("nothing against it here", () -> window.enabled("Next >"));
		form.press(ConfigurationFields.TEST);
		window.shows("Target condition, by the hub:");
		assertFalse(window.enabled("Next >"));
		form.enter(ConfigurationFields.CONDITION, "*");
		window.shows("The configuration is for every device of the hub.");
		form.press(ConfigurationFields.TEST);
		window.shows("Plant understands target condition and metrics.");
	}

	@Test
	void whatMayComeIsProposed() {
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
		Text field = (Text) form.control(ConfigurationFields.CONDITION);
		Ui.run(() -> field.setFocus());
		Ui.run(() -> {
			field.insert("t");
			Event typed = new Event();
			typed.character = 't';
			typed.keyCode = 't';
			field.notifyListeners(SWT.KeyDown, typed);
			field.notifyListeners(SWT.Modify, new Event());
		});
		Table proposals = Until.found("proposals", () -> Stream.of(Ui.display().getShells()).filter(Shell::isVisible).filter(shell -> shell.getText().isEmpty())
				.map(shell -> table(shell)).filter(table -> table != null && table.getItemCount() > 0).findFirst().orElse(null));
		List<String> texts = Ui.get(() -> Stream.of(proposals.getItems()).map(item -> item.getText()).toList());
		assertTrue(texts.contains("tags."), texts::toString);
		assertFalse(texts.contains("status"), texts::toString);
		Ui.run(() -> {
			proposals.setSelection(texts.indexOf("tags."));
			proposals.notifyListeners(SWT.DefaultSelection, new Event());
		});
		Until.holds("it in the field", () -> form.value(ConfigurationFields.CONDITION).equals("tags."));
	}

	private static Table table(Composite parent) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Table table) {
				return table;
			}
			Table found = child instanceof Composite inner ? table(inner) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	@Test
	void eachFieldOfEachPageHasAName() throws Exception {
		Configuration made = make("chill");
		List<String> unnamed = new ArrayList<>();
		Ui.run(() -> {
			for (boolean changes : new boolean[] { false, true }) {
				ConfigurationWizard wizard = changes ? ConfigurationWizard.change(HubView.page(), hub.connection(), made)
						: ConfigurationWizard.create(HubView.page(), hub.connection(), null);
				WizardDialog dialog = new WizardDialog(HubView.page().getWorkbenchWindow().getShell(), wizard);
				dialog.setBlockOnOpen(false);
				dialog.create();
				List.of(wizard.getPages()).forEach(page -> Unnamed.below(page.getControl()).forEach(one -> unnamed.add(page.getName() + ": " + one)));
				dialog.close();
			}
		});
		assertEquals(List.of(), unnamed);
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
