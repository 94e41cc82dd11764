// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

import iothubtools.client.configurations.Configuration;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.configurations.ConfigurationFields;
import iothubtools.ui.editor.internal.configurations.ConfigurationWizard;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.Unnamed;

/** The pages for configurations, while somebody types: what is wrong, what may come, and what the hub says of queries. */
class ConfigurationPagesTest extends WithConfigurationWizard {

	@Test
	void whatIsWrongIsToldBeforeItIsSent() {
		begin();
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
	void undoTakesNothingAwayThatNobodyTyped() throws Exception {
		begin();
		form.enter(ConfigurationFields.ID, "edge").set(ConfigurationFields.EDGE, true);
		window.press("Next >");
		StyledText field = (StyledText) form.control(ConfigurationFields.CONTENT);
		assertEquals(labelAbove(field), Ui.get(() -> field.getBounds().x), "where the label begins, and the field");
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

	private static int labelAbove(Control field) {
		return Ui.get(() -> Stream.of(field.getParent().getChildren()).filter(Label.class::isInstance).findFirst().orElseThrow().getBounds().x);
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
		begin();
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
		begin();
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
	void whatTheHubSaysIsSeenBesideAnotherError() {
		begin();
		form.enter(ConfigurationFields.ID, "chill").enter(ConfigurationFields.CONDITION, "tags.site = 'A'");
		window.press("Next >");
		json(form, CONTENT);
		window.press("< Back");
		form.enter(ConfigurationFields.PRIORITY, "-1");
		form.press(ConfigurationFields.TEST);
		Until.holds("what it said", () -> form.value(ConfigurationFields.SAID).equals("Plant understands target condition and metrics."));
		window.shows("A priority is a number of 0 to");
		form.enter(ConfigurationFields.CONDITION, "tags.site IN ['A', 'B']");
		Until.holds("nothing of what is not typed any more", () -> form.value(ConfigurationFields.SAID).isEmpty());
		form.press(ConfigurationFields.TEST);
		Until.holds("what it said", () -> form.value(ConfigurationFields.SAID).startsWith("Target condition, by the hub:"));
		form.enter(ConfigurationFields.CONDITION, "tags.site IN ['A', 'C']").enter(ConfigurationFields.PRIORITY, "1");
		window.press("Next >");
		window.press("Next >");
		form.press(ConfigurationFields.TEST_METRICS);
		Until.holds("what it said",
				() -> form.value(ConfigurationFields.SAID_OF_METRICS).equals("The hub does not understand a query on another page."));
		window.press("< Back");
		window.press("< Back");
		window.shows("Target condition, by the hub:");
	}

	@Test
	void whatMayComeIsProposed() {
		begin();
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
}
