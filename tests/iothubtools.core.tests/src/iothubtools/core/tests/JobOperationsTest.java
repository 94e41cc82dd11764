// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.jobs.DeviceJobStatus;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.jobs.JobStatistics;
import iothubtools.client.jobs.JobStatus;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.configurations.DeleteConfigurationOperation;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.events.HubEvent;
import iothubtools.core.jobs.CancelJobOperation;
import iothubtools.core.jobs.DeviceJobs;
import iothubtools.core.jobs.JobRequest;
import iothubtools.core.jobs.JobWork;
import iothubtools.core.jobs.ListJobsOperation;
import iothubtools.core.jobs.QueryTargets;
import iothubtools.core.jobs.QueryTargets.Refusal;
import iothubtools.core.jobs.ReadDeviceJobsOperation;
import iothubtools.core.jobs.ScheduleJobOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Eventually;

/** Scheduled jobs and configurations, at a real local hub. */
@Timeout(60)
class JobOperationsTest {

	private static final JobWork TAG = new JobWork.UpdateTwin(TwinPatch.ofTags("{\"wave\":2}"));

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(4));
	private final List<HubEvent> events = new CopyOnWriteArrayList<>();

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private HubStatusCode refusal(HubOperation<?> operation) {
		return ((HubStatus) assertThrows(CoreException.class, () -> run(operation)).getStatus()).hubCode();
	}

	private ScheduleJobOperation schedule(String jobId, String condition, JobWork work, Instant start) {
		return new ScheduleJobOperation(fixture.connection, new JobRequest(jobId, condition, work, new JobSchedule(start, Duration.ofMinutes(5))));
	}

	private Job ended(String jobId) throws CoreException {
		return Eventually.get("the end of the job", () -> run(new ListJobsOperation(fixture.connection)).stream()
				.filter(job -> job.jobId().equals(jobId)).findFirst().orElseThrow(), job -> job.status().isFinal());
	}

	@Test
	void aJobUpdatesTheTwinsOfTheDevicesThatAreNamedAndTellsWhatCameOfEach() throws Exception {
		fixture.cores.core.events().addListener(events::add);
		String condition = JobRequest.condition(List.of("sensor-0001", "sensor-0003"));

		assertEquals("wave-2", run(schedule("wave-2", condition, TAG, Instant.now())).jobId());

		assertEquals(List.of(new HubEvent.JobsChanged(fixture.connection, "wave-2")), events);
		assertEquals(new JobStatistics(2, 0, 2, 0, 0), ended("wave-2").statistics());
		assertTrue(run(new GetTwinOperation(fixture.connection, ClientId.device("sensor-0003"))).tags().contains("\"wave\":2"));
		DeviceJobs devices = run(new ReadDeviceJobsOperation(fixture.connection, "wave-2", 100));
		assertTrue(devices.complete());
		assertEquals(Map.of("sensor-0001", DeviceJobStatus.COMPLETED, "sensor-0003", DeviceJobStatus.COMPLETED),
				devices.rows().stream().collect(Collectors.toMap(row -> row.id().deviceId(), DeviceJob::status)));
	}

	@Test
	void whatAJobDoesToDevicesThatAreOfflineIsAFailureOfEach() throws Exception {
		run(schedule("reboot", JobRequest.EVERY_DEVICE, new JobWork.InvokeMethod(DirectMethod.of("reboot", "{}")), Instant.now()));

		assertEquals(new JobStatistics(4, 4, 0, 0, 0), ended("reboot").statistics());
		DeviceJobs some = run(new ReadDeviceJobsOperation(fixture.connection, "reboot", 1));
		assertEquals(4, some.rows().size());
		assertTrue(some.rows().stream().allMatch(row -> row.status() == DeviceJobStatus.FAILED && row.error() != null));
	}

	@Test
	void aJobThatWaitsIsCancelledAndOneThatIsOverIsNot() throws Exception {
		run(schedule("later", JobRequest.EVERY_DEVICE, TAG, Instant.now().plus(Duration.ofHours(2))));
		fixture.cores.core.events().addListener(events::add);

		assertEquals(JobStatus.CANCELLED, run(new CancelJobOperation(fixture.connection, "later")).status());

		assertEquals(List.of(new HubEvent.JobsChanged(fixture.connection, "later")), events);
		assertEquals(HubStatusCode.JOB_BEGUN, refusal(new CancelJobOperation(fixture.connection, "later")));
		assertEquals(HubStatusCode.NOT_FOUND, refusal(new CancelJobOperation(fixture.connection, "nobody")));
	}

	/** Nobody waited for the answer, and the hub has it all the same: who shows jobs looks. */
	@Test
	void aJobWhoseSchedulingWasCancelledIsToldOfAsTheHubMayHaveIt() throws Exception {
		fixture.hub().inject(FaultPlan.of(FaultRule.of("CreateScheduledJob", new FaultEffect.Delay(Duration.ofSeconds(30)))));
		fixture.cores.core.events().addListener(events::add);
		NullProgressMonitor monitor = new NullProgressMonitor();
		CompletableFuture<CoreException> end = CompletableFuture.supplyAsync(() -> assertThrows(CoreException.class,
				() -> fixture.cores.core.operations().run(schedule("perhaps", JobRequest.EVERY_DEVICE, TAG, Instant.now()), monitor)));
		Eventually.holds("it to be on its way", () -> fixture.hub().injected().get(0) > 0);
		monitor.setCanceled(true);
		assertTrue(end.get().getStatus().matches(IStatus.CANCEL));
		assertEquals(List.of(new HubEvent.JobsChanged(fixture.connection, "perhaps")), events);
	}

	@Test
	void anIdThatIsTakenAndOneJobTooManyAreToldApart() throws Exception {
		run(schedule("taken", JobRequest.EVERY_DEVICE, TAG, Instant.now()));
		assertEquals(HubStatusCode.ALREADY_EXISTS, refusal(schedule("taken", JobRequest.EVERY_DEVICE, TAG, Instant.now())));
		Instant later = Instant.now().plus(Duration.ofHours(1));
		CoreException refused = assertThrows(CoreException.class, () -> {
			for (int i = 0; i < 20; i++) {
				run(schedule("waits-" + i, JobRequest.EVERY_DEVICE, TAG, later));
			}
		});
		assertEquals(HubStatusCode.TOO_MANY_JOBS, ((HubStatus) refused.getStatus()).hubCode());
		assertTrue(refused.getStatus().getMessage().contains("cancel one that waits"));
	}

	@Test
	void anIdWithQuotesIsNoPartOfTheQuery() {
		assertEquals("SELECT * FROM devices.jobs WHERE devices.jobs.jobId = 'a\\' OR \\'b'", ReadDeviceJobsOperation.query("a' OR 'b"));
		assertEquals("deviceId IN ['it\\'s', 'b']", JobRequest.condition(List.of("it's", "b")));
	}

	@Test
	void soManyDevicesThatNoConditionHasRoomForThemAreNotNamed() {
		List<String> some = IntStream.range(0, 580).mapToObj(i -> String.format("sensor-%03d", i)).toList();
		String condition = JobRequest.condition(some);
		assertTrue(condition.endsWith("'sensor-579']") && condition.length() <= JobRequest.MAX_CONDITION, condition);
		assertEquals("", JobRequest.condition(IntStream.range(0, 590).mapToObj(i -> String.format("sensor-%03d", i)).toList()));
	}

	@Test
	void aConfigurationThatCouldNotBeDeletedIsToldAsAnotherOneThanWasSeen() {
		fixture.cores.core.events().addListener(events::add);
		assertEquals(HubStatusCode.NOT_FOUND, refusal(new DeleteConfigurationOperation(fixture.connection, "gone", "MQ==")));
		assertEquals(List.of(new HubEvent.ConfigurationsChanged(fixture.connection, "gone")), events);
	}

	@Test
	void theConditionOfAQueryIsThatOfItsDevices() {
		assertEquals("tags.site = 'A'", QueryTargets.of("SELECT deviceId FROM devices\n WHERE tags.site = 'A'\n").condition());
		assertEquals("tags.a = 1 AND tags.[[from]] = 'FROM devices'",
				QueryTargets.of("select deviceId, tags.[[from]] from devices where tags.a = 1 AND tags.[[from]] = 'FROM devices'").condition());
		assertEquals("*", QueryTargets.of("SELECT * FROM devices").condition());
	}

	@Test
	void aQueryThatSaysMoreThanAConditionCanIsRefusedAndNotCutShort() {
		assertRefused(Refusal.FIRST_ONLY, "SELECT TOP 10 * FROM devices WHERE tags.site = 'A'");
		assertRefused(Refusal.COUNTS, "select count() from devices where tags.a = 1 group by status");
		assertRefused(Refusal.COUNTS, "SELECT COUNT() AS n FROM devices");
		assertRefused(Refusal.COUNTS, "SELECT status FROM devices GROUP BY status");
		assertRefused(Refusal.OTHERS, "SELECT * FROM devices.modules WHERE moduleId = 'm'");
		assertRefused(Refusal.OTHERS, "SELECT * FROM devices.jobs");
		assertRefused(Refusal.NO_QUERY, "SELECT * FROM devices LIMIT 10");
		assertRefused(Refusal.NO_QUERY, "SELECT * FROM devices WHERE status = 'enabled' ORDER BY deviceId");
		assertRefused(Refusal.NO_QUERY, "SELECT");
		assertRefused(Refusal.NO_QUERY, "");
	}

	private static void assertRefused(Refusal why, String query) {
		assertEquals(new QueryTargets(why, ""), QueryTargets.of(query), query);
	}

	@Test
	void thePolicyServiceIsEnoughAndOneThatReadsDevicesIsNot() throws Exception {
		assertEquals(HubStatusCode.UNAUTHORIZED, refusal(new ListJobsOperation(fixture.connect("registryRead"))));
		assertEquals(List.of(), run(new ListJobsOperation(fixture.connect("service"))));
	}

	private Configuration create(Configuration configuration) throws Exception {
		HubConnectionString owner = HubConnectionString.parse(fixture.hub().connectionString("iothubowner"));
		try (IotHubClient client = IotHubClient.builder(owner).trust(CaCertificates.load(fixture.hub().caCertificate().toString())).build()) {
			return client.configurations().create(configuration).await(Cancellation.none());
		}
	}

	@Test
	void configurationsAreListedWithTheirMetricsAndDeletedInTheVersionThatWasSeen() throws Exception {
		Configuration made = create(Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5}}")
				.targetCondition("*").priority(7).build());
		Configuration listed = Eventually.get("what the metrics count", () -> run(new ListConfigurationsOperation(fixture.connection)).get(0),
				configuration -> configuration.systemMetricResults().containsValue(4L));
		assertEquals(7, listed.priority());
		assertEquals(HubStatusCode.CHANGED_MEANWHILE, refusal(new DeleteConfigurationOperation(fixture.connection, made.id(), "b2xk")));
		fixture.cores.core.events().addListener(events::add);

		assertEquals("chill", run(new DeleteConfigurationOperation(fixture.connection, "chill", listed.etag())));

		assertEquals(List.of(new HubEvent.ConfigurationsChanged(fixture.connection, "chill")), events);
		assertFalse(run(new ListConfigurationsOperation(fixture.connection)).stream().anyMatch(one -> one.id().equals("chill")));
	}
}
