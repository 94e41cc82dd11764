// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.jobs.JobStatus;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.jobs.JobRequest;
import iothubtools.core.jobs.JobWork;
import iothubtools.core.jobs.ListJobsOperation;
import iothubtools.core.jobs.ScheduleJobOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.jobs.JobsView;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.WithHubView;

/** The jobs of a hub in their view. */
class JobsViewTest extends WithHubView {

	private static final JobWork TAG = new JobWork.UpdateTwin(TwinPatch.ofTags("{\"wave\":2}"));

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant");
	private ListPart jobs;

	@AfterEach
	void closeView() {
		if (jobs != null) {
			jobs.close();
		}
	}

	private void schedule(String id, JobWork work, Instant start) throws CoreException {
		schedule(hub, id, work, start);
	}

	private static void schedule(HubFixture where, String id, JobWork work, Instant start) throws CoreException {
		IotHubCore.get().operations().run(new ScheduleJobOperation(where.connection(),
				new JobRequest(id, JobRequest.EVERY_DEVICE, work, new JobSchedule(start, Duration.ofMinutes(5)))), new NullProgressMonitor());
	}

	private List<Job> list() throws CoreException {
		return IotHubCore.get().operations().run(new ListJobsOperation(hub.connection()), new NullProgressMonitor());
	}

	private JobStatus status(String id) throws CoreException {
		return list().stream().filter(job -> job.jobId().equals(id)).findFirst().orElseThrow().status();
	}

	@Test
	void withoutJobsItSaysSoAndLeadsToAFirstOne() {
		jobs = ListPart.jobs(hub.connection());
		jobs.awaitNotice(text -> text.equals("Plant has no jobs. A hub keeps those of the last 30 days."));
		assertEquals("Plant \u2013 Jobs", jobs.name());
		jobs.follow("Schedule a job");
		Scope wizard = Scope.window("Schedule Job");
		wizard.open();
		wizard.press("Cancel");
		wizard.closed();
	}

	@Test
	void aJobIsFollowedUntilItIsOverAndToldForEachDevice() throws Exception {
		hub.create("d1");
		hub.create("d2");
		jobs = ListPart.jobs(hub.connection());
		schedule("reboot-all", new JobWork.InvokeMethod(DirectMethod.of("reboot", "{\"delay\":5.0}")), Instant.now().plusSeconds(1));
		// nobody asks for it
		jobs.await("reboot-all", "State", "Completed").await("reboot-all", "Failed", "2").await("reboot-all", "Type", "Direct method");
		jobs.select("reboot-all");
		jobs.awaitStatus(text -> text.startsWith("1 job \u00b7 listed at "));
		Until.holds("a row for each device", () -> jobs.rows(WidgetIds.JOB_DEVICES, 0, 1).stream().sorted().toList()
				.equals(List.of("d1 | Failed", "d2 | Failed")));
		assertTrue(jobs.rows(WidgetIds.JOB_DEVICES, 2).get(0).startsWith("DeviceNotOnline"), () -> jobs.rows(WidgetIds.JOB_DEVICES, 2).toString());
		assertEquals("What came of it on each device: 2", jobs.text(WidgetIds.JOB_REMARK));
		Until.holds("no strip of another colour behind it", () -> jobs.find(WidgetIds.JOB_REMARK).getBackground()
				.equals(jobs.find(WidgetIds.JOB_REMARK).getParent().getBackground()));
		List<String> properties = jobs.rows(WidgetIds.JOB_PROPERTIES, 0, 1).stream().map(String::strip).toList();
		assertTrue(properties.contains("methodName | reboot") && properties.contains("payload | {\"delay\":5.0}"), properties::toString);
		assertTrue(properties.contains("Condition | Every device"), properties::toString);
		assertFalse(jobs.isEnabled(UiIds.CANCEL_JOB), "it is over");
	}

	@Test
	void whatComesOfAJobIsSeenWhileItRunsAlsoWhereItTakesLongerToReadThanTheJobStaysTheSame(@TempDir Path folder) throws Exception {
		try (HubFixture large = HubFixture.start(folder, "Large", 300)) {
			// three pages
			large.hub().inject(FaultPlan.of(FaultRule.of("QueryTwins", new FaultEffect.Delay(Duration.ofMillis(2500)))));
			jobs = ListPart.jobs(large.connection());
			// the hub asks a hundred at a time, and nobody answers
			JobWork reboot = new JobWork.InvokeMethod(new DirectMethod("reboot", null, Duration.ofSeconds(5), Duration.ofSeconds(5)));
			schedule(large, "reboot-all", reboot, Instant.now());
			jobs.await("reboot-all", "State", "Running").select("reboot-all");
			Until.holds("a row for each device", () -> jobs.rows(WidgetIds.JOB_DEVICES, 0).size() == 300);
			assertEquals(List.of("Running"), jobs.rows(WidgetIds.JOBS, 2));
		}
	}

	@Test
	void whatIsSelectedOfAJobToBeCopiedStaysSoWhenTheJobGoesOn() throws Exception {
		// also a machine that does much else shows it before it begins
		schedule("soon", TAG, Instant.now().plusSeconds(20));
		jobs = ListPart.jobs(hub.connection());
		jobs.await("soon", "State", "Scheduled").select("soon");
		String first = jobs.rows(WidgetIds.JOB_PROPERTIES, 0).get(1);
		jobs.selectRow(WidgetIds.JOB_PROPERTIES, 1);
		Until.holds("the job to be over in all its lines",
				() -> jobs.rows(WidgetIds.JOB_PROPERTIES, 0, 1).stream().map(String::strip).anyMatch("State | Completed"::equals));
		assertEquals(List.of(first), jobs.selectedRows(WidgetIds.JOB_PROPERTIES));
	}

	@Test
	void aHubWithManyJobsIsNotAskedForEachPageEveryThreeSeconds() throws Exception {
		schedule("soon", TAG, Instant.now().plusSeconds(40));
		List<Job> few = list();
		for (int i = 0; i < 100; i++) {
			String id = "over-" + i;
			Until.holds("room for one more", () -> isTaken(id));
		}
		assertEquals(Duration.ofSeconds(3), JobsView.pause(few));
		assertEquals(Duration.ofSeconds(6), JobsView.pause(list()));
	}

	/** There is no device, so that it is over at once, and room for the next. */
	private boolean isTaken(String id) {
		try {
			schedule(id, TAG, Instant.now());
			return true;
		} catch (CoreException e) {
			return false;
		}
	}

	@Test
	void aJobThatWaitsIsCancelledAfterAsking() throws Exception {
		hub.create("d1");
		schedule("later", TAG, Instant.now().plus(Duration.ofHours(2)));
		jobs = ListPart.jobs(hub.connection());
		jobs.await("later", "State", "Scheduled").select("later");
		Until.holds("what waits to be cancelled", () -> jobs.isEnabled(UiIds.CANCEL_JOB));
		jobs.post(UiIds.CANCEL_JOB);
		Scope question = Scope.window("Cancel Job");
		question.open();
		question.shows("Cancel the job later of Plant? It will not begin.");
		question.press("Cancel");
		question.closed();
		assertEquals(JobStatus.SCHEDULED, status("later"));
		jobs.post(UiIds.CANCEL_JOB);
		question.open();
		question.press("Cancel Job");
		question.closed();
		jobs.await("later", "State", "Cancelled");
		assertEquals(List.of("later"), jobs.selected());
		assertFalse(jobs.isEnabled(UiIds.CANCEL_JOB));
	}

	@Test
	void aHubThatIsDownIsToldOfAndTheRowsStayUntilItIsBack() throws Exception {
		schedule("first", TAG, Instant.now().plus(Duration.ofHours(2)));
		jobs = ListPart.jobs(hub.connection());
		jobs.await("first", "State", "Scheduled");
		hub.stop();
		jobs.post(IWorkbenchCommandConstants.FILE_REFRESH);
		jobs.awaitNotice(text -> text.startsWith("Nothing answers at "));
		jobs.awaitStatus("The list is not up to date."::equals);
		jobs.await("first", "State", "Scheduled");
		hub.restart();
		jobs.follow("Try again");
		jobs.awaitNotice(String::isEmpty);
	}

	@Test
	void aPolicyThatMayNotIsToldWithWhatToDo() throws Exception {
		HubConnection other = HubFixture.connect(hub.hub(), "Reader", "registryRead");
		try {
			jobs = ListPart.jobs(other);
			jobs.awaitNotice(text -> text.contains("registryRead"));
			jobs.awaitStatus("Nothing could be listed."::equals);
		} finally {
			HubFixture.forget(other.id());
		}
	}

	@Test
	void theViewComesBackWithItsHub() throws Exception {
		schedule("kept", TAG, Instant.now().plus(Duration.ofHours(2)));
		jobs = ListPart.jobs(hub.connection());
		jobs.await("kept", "State", "Scheduled");
		IMemento memento = XMLMemento.createWriteRoot("view");
		Ui.run(() -> jobs.part().saveState(memento));
		assertEquals(hub.connection().id(), memento.getString("hub"));
		assertEquals("created", memento.getString("sort"));
	}
}
