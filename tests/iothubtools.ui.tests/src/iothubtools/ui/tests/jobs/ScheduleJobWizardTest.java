// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.queries.SavedQuery;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.jobs.JobFields;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.WithHubView;

/** A job that is scheduled from what is selected in the view. */
class ScheduleJobWizardTest extends WithHubView {

	private static final String TITLE = "Schedule Job";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private final Form form = new Form(TITLE);
	private final Scope window = Scope.window(TITLE);

	@AfterEach
	void closeAll() {
		if (HubView.dialogs().contains(TITLE)) {
			window.press("Cancel");
			form.closed();
		}
		Ui.run(() -> {
			if (HubView.page().findViewReference(UiIds.JOBS_VIEW, "1") != null) {
				HubView.page().hideView(HubView.page().findViewReference(UiIds.JOBS_VIEW, "1"));
			}
		});
	}

	private void create(String... ids) throws CoreException {
		for (String id : ids) {
			hub.create(id);
		}
		Until.holds("the devices to be listed", () -> view.names().containsAll(List.of(ids)));
	}

	private void open(String... rows) {
		view.activate();
		view.select(rows);
		view.command(UiIds.SCHEDULE_JOB);
		form.open();
	}

	private void json(String id, String text) {
		StyledText field = (StyledText) form.control(id);
		Ui.run(() -> field.setText(text));
	}

	private String tags(String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetTwinOperation(hub.connection(), ClientId.device(id)), new NullProgressMonitor()).tags();
	}

	@Test
	void twinsOfTheSelectedDevicesAreUpdatedAndTheJobIsShown() throws Exception {
		create("d1", "d2", "d3");
		open("d1", "d3");
		assertEquals("deviceId IN ['d1', 'd3']", form.value(JobFields.CONDITION));
		assertEquals(List.of(), Mnemonics.clashes(form.control(JobFields.CONDITION)));
		form.enter(JobFields.ID, "wave-2");
		assertFalse(window.enabled("Finish"), "nothing is to be changed yet");
		window.press("Next >");
		assertEquals(List.of(), Mnemonics.clashes(form.control(JobFields.TAGS)));
		json(JobFields.TAGS, "{\"wave\": 2}");
		json(JobFields.DESIRED, "{\"interval\": 1.0}");
		window.press("Finish");
		form.closed();
		ListPart jobs = ListPart.only(UiIds.JOBS_VIEW);
		jobs.await("wave-2", "State", "Completed").await("wave-2", "Succeeded", "2").await("wave-2", "Type", "Twin update");
		Until.holds("the job to be selected", () -> jobs.selected().equals(List.of("wave-2")));
		Until.holds("a row for each device", () -> jobs.rows(WidgetIds.JOB_DEVICES, 0, 1).stream().sorted().toList()
				.equals(List.of("d1 | Succeeded", "d3 | Succeeded")));
		assertTrue(tags("d3").contains("\"wave\":2"), tags("d3"));
		assertEquals("{}", tags("d2"));
	}

	@Test
	void aMethodIsInvokedAtTheDevicesOfAQueryThatIsKept() throws Exception {
		create("d1", "d2");
		IotHubCore.get().queries().save(hub.connection(), SavedQuery.create("Second", "SELECT deviceId FROM devices WHERE deviceId = 'd2'"));
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "d2")) {
			device.answer((name, payload) -> "200 {\"did\":\"" + name + "\"}");
			open("Second");
			assertEquals("deviceId = 'd2'", form.value(JobFields.CONDITION));
			form.enter(JobFields.ID, "reboot-2").set(JobFields.METHOD, true);
			window.press("Next >");
			form.enter(MethodIds.NAME, "reboot");
			json(MethodIds.PAYLOAD, "{\"delay\":5.0}");
			window.press("Finish");
			form.closed();
			ListPart jobs = ListPart.only(UiIds.JOBS_VIEW);
			jobs.await("reboot-2", "Succeeded", "1");
			Until.holds("the answer", () -> jobs.rows(WidgetIds.JOB_DEVICES, 0, 1, 2).equals(List.of("d2 | Succeeded | 200 {\"did\":\"reboot\"}")));
		}
	}

	@Test
	void aQueryThatIsSavedIsChosenAndItsConditionStandsBelow() throws Exception {
		create("d1");
		save("North", "SELECT deviceId FROM devices WHERE tags.site = 'North'");
		save("South", "SELECT * FROM devices WHERE tags.site = 'South'");
		open("d1");
		assertEquals("None: the condition below", form.value(JobFields.QUERY));
		assertEquals(List.of(), Mnemonics.clashes(form.control(JobFields.CONDITION)));
		form.choose(JobFields.QUERY, "South");
		assertEquals("tags.site = 'South'", form.value(JobFields.CONDITION));
		assertTrue(window.enabled("Next >"));
		form.enter(JobFields.CONDITION, "tags.site = 'South' AND status = 'enabled'");
		assertEquals("None: the condition below", form.value(JobFields.QUERY), "it is that of the query no longer");
		window.press("Cancel");
		form.closed();
		open("North");
		assertEquals("North", form.value(JobFields.QUERY));
		assertEquals("tags.site = 'North'", form.value(JobFields.CONDITION));
	}

	@Test
	void aQueryThatIsNoConditionIsRefusedInWordsAndNotCutShort() throws Exception {
		create("d1");
		save("Ten", "SELECT TOP 10 * FROM devices WHERE tags.site = 'North'");
		save("By status", "SELECT status, COUNT() AS n FROM devices GROUP BY status");
		save("Modules", "SELECT * FROM devices.modules");
		save("Broken", "SELECT * FROM devices WHERE");
		open("Ten");
		assertEquals("", form.value(JobFields.CONDITION));
		// as soon as it opens
		window.shows("\"Ten\" finds only the first devices (TOP)");
		assertFalse(window.enabled("Next >"));
		form.choose(JobFields.QUERY, "By status");
		window.shows("\"By status\" counts devices instead of listing them");
		form.choose(JobFields.QUERY, "Modules");
		window.shows("\"Modules\" is about modules or jobs");
		form.choose(JobFields.QUERY, "Broken");
		window.shows("\"Broken\" has an error");
		form.choose(JobFields.QUERY, "None: the condition below");
		window.shows("Enter which devices");
		form.enter(JobFields.CONDITION, "tags.site = 'North'");
		Until.holds("it to go on", () -> window.enabled("Next >"));
	}

	private void save(String name, String text) {
		IotHubCore.get().queries().save(hub.connection(), SavedQuery.create(name, text));
		Until.holds("the query to be a row", () -> view.names().contains(name));
	}

	/** Other than when it is invoked at once, as then it is kept nowhere. */
	@Test
	void aKeyInThePayloadIsKeptByTheHubAndThatIsSaid() throws Exception {
		create("d1");
		open("d1");
		form.set(JobFields.METHOD, true);
		window.press("Next >");
		form.enter(MethodIds.NAME, "rotate");
		json(MethodIds.PAYLOAD, "{\"primaryKey\":\"abc\"}");
		window.shows("The hub keeps the job for 30 days with all it does");
		assertTrue(window.enabled("Finish"));
	}

	@Test
	void devicesThatAreTooManyForAConditionAreToBeAskedForByOne() throws Exception {
		String[] ids = IntStream.range(10, 85).mapToObj(i -> "d" + i + "-" + "x".repeat(120)).toArray(String[]::new);
		create(ids);
		open(ids);
		assertEquals("", form.value(JobFields.CONDITION));
		window.shows("75 devices are selected, too many to name each.");
		form.enter(JobFields.CONDITION, "tags.site = 'North'");
		Until.holds("it to go on", () -> window.enabled("Next >"));
	}

	@Test
	void whatIsWrongIsToldBeforeItIsSent() throws Exception {
		create("d1");
		open("d1");
		form.enter(JobFields.ID, "Wave 2");
		window.shows("Job ID: only lower-case letters, digits and - are possible");
		form.enter(JobFields.ID, "wave-2").enter(JobFields.CONDITION, "");
		window.shows("Enter which devices");
		form.enter(JobFields.CONDITION, "tags.site == 'A'");
		window.shows("Condition: Write = instead of ==.");
		form.enter(JobFields.CONDITION, "*");
		window.shows("The job is for every device of the hub.");
		form.set(JobFields.AT, true).enter(JobFields.START, "soon");
		window.shows("Enter a time as 14:30");
		form.enter(JobFields.START, "2099-01-01");
		window.shows("A job begins within 7 days.");
		form.set(JobFields.NOW, true).enter(JobFields.MINUTES, "0");
		window.shows("A job may take 1 to 10080 minutes.");
		form.enter(JobFields.MINUTES, "5");
		window.press("Next >");
		json(JobFields.TAGS, "{\"a.b\": 1}");
		Until.holds("it to be refused", () -> !window.enabled("Finish"));
		json(JobFields.TAGS, "[1]");
		Until.holds("it to be refused", () -> !window.enabled("Finish"));
		json(JobFields.TAGS, "{\"a\": 1");
		Until.holds("it to be refused", () -> !window.enabled("Finish"));
		json(JobFields.TAGS, "{\"a\": 1}");
		Until.holds("it to be possible", () -> window.enabled("Finish"));
	}

	@Test
	void aHubThatIsDownLosesNothingThatWasTyped() throws Exception {
		create("d1");
		open("d1");
		form.enter(JobFields.ID, "wave-2");
		window.press("Next >");
		json(JobFields.TAGS, "{\"wave\": 2}");
		hub.stop();
		window.press("Finish");
		assertTrue(form.value(FailureArea.ID).startsWith("Nothing answers at "), form.value(FailureArea.ID));
		StyledText tags = (StyledText) form.control(JobFields.TAGS);
		assertEquals("{\"wave\": 2}", Ui.get(tags::getText));
		hub.restart();
		window.press("Finish");
		form.closed();
		ListPart.only(UiIds.JOBS_VIEW).await("wave-2", "State", "Completed");
		open("d1");
		form.enter(JobFields.ID, "wave-2");
		window.press("Next >");
		json(JobFields.TAGS, "{\"wave\": 3}");
		window.press("Finish");
		assertTrue(form.value(FailureArea.ID).contains("already exists"), form.value(FailureArea.ID));
	}
}
