// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.jobs.DeviceJobStatus;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.jobs.JobStatistics;
import iothubtools.client.jobs.JobStatus;
import iothubtools.client.jobs.JobType;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.client.names.JobIds;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.client.twins.TwinPatch;

/** What goes over the wire about scheduled jobs, contract §3.9. */
class JobsTest {

	private static final String JOB = """
			{"jobId":"job-1","queryCondition":"tags.site = 'A'","createdTime":"2026-01-02T03:04:05Z",\
			"startTime":"2026-01-02T03:04:06Z","endTime":null,"maxExecutionTimeInSeconds":3600,"type":"scheduleUpdateTwin",\
			"status":"running","failureReason":"","statusMessage":"half","deviceJobStatistics":{"deviceCount":5,"failedCount":1,\
			"succeededCount":2,"runningCount":1,"pendingCount":1}}""";

	private final HubFixture fixture = new HubFixture();
	private final JobSchedule schedule = new JobSchedule(Instant.parse("2026-01-02T03:04:05.123456Z"),
			Duration.ofMinutes(2));

	@Test
	void createsAJobThatUpdatesTwins() throws IOException, HubException {
		TwinPatch patch = new TwinPatch("{\"a\":1.0,\"b\":null}", null);
		HubFixture.Answer<Job> answer = fixture.call(
				hub -> hub.jobs().updateTwins("job-1", "tags.site = 'A'", patch, schedule), Response.json(200, JOB));

		assertEquals("PUT /jobs/v2/job-1", answer.line());
		assertEquals("""
				{"jobId":"job-1","type":"scheduleUpdateTwin","updateTwin":{"etag":"*","tags":{"a":1.0,"b":null}},\
				"queryCondition":"tags.site = 'A'","startTime":"2026-01-02T03:04:05.123Z","maxExecutionTimeInSeconds":120}""",
				answer.request().text());
		Job job = answer.result();
		assertEquals(
				new Job("job-1", JobType.SCHEDULE_UPDATE_TWIN, JobStatus.RUNNING, "tags.site = 'A'",
						Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:04:06Z"), null, "", "half",
						new JobStatistics(5, 1, 2, 1, 1), JOB),
				job);
		assertFalse(job.status().isFinal());
	}

	@Test
	void createsAJobThatInvokesAMethod() throws IOException, HubException {
		DirectMethod method = DirectMethod.of("m", "[1.0]");
		HubFixture.Answer<Job> answer = fixture.call(hub -> hub.jobs().invokeMethod("job-2", "*", method, schedule),
				Response.json(200, JOB));

		assertEquals("""
				{"jobId":"job-2","type":"scheduleDeviceMethod","cloudToDeviceMethod":{"methodName":"m","payload":[1.0],\
				"responseTimeoutInSeconds":30,"connectTimeoutInSeconds":0},"queryCondition":"*",\
				"startTime":"2026-01-02T03:04:05.123Z","maxExecutionTimeInSeconds":120}""", answer.request().text());
	}

	@Test
	void createsAJobOnce() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.empty(503));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(ServiceException.class,
					() -> client.jobs().updateTwins("j", "*", TwinPatch.ofTags("{}"), schedule).await(Cancellation.none()));
			assertEquals(1, server.requests().size());
		}
		assertEquals(HubErrorCode.JOB_ALREADY_EXISTS,
				fixture.refusal(hub -> hub.jobs().updateTwins("j", "*", TwinPatch.ofTags("{}"), schedule),
						Response.json(409, "", "iothub-errorcode", "JobAlreadyExists")).code());
	}

	@Test
	void saysThatAJobIsUnknown() throws IOException, HubException {
		HubFixture.Answer<Job> known = fixture.call(hub -> hub.jobs().get("job-1"), Response.json(200, JOB));
		assertEquals("GET /jobs/v2/job-1", known.line());

		ServiceException unknown = fixture.refusal(hub -> hub.jobs().get("nope"),
				Response.json(200, "{\"jobId\":\"nope\",\"type\":\"unknown\",\"status\":\"unknown\"}"));
		assertEquals(HubErrorCode.JOB_NOT_FOUND, unknown.code());
		assertEquals(404002, unknown.errorNumber());
	}

	@Test
	void cancelsAJob() throws IOException, HubException {
		Response cancelled = Response.json(200, JOB.replace("\"running\"", "\"cancelled\""));
		HubFixture.Answer<Job> answer = fixture.call(hub -> hub.jobs().cancel("job-1"), cancelled);
		assertEquals("POST /jobs/v2/job-1/cancel", answer.line());
		assertEquals("0", answer.request().header("Content-Length"));
		assertTrue(answer.result().status().isFinal());

		Response refused = Response.json(405, "", "iothub-errorcode", "OperationNotAllowedInCurrentState");
		assertEquals(HubErrorCode.OPERATION_NOT_ALLOWED_IN_CURRENT_STATE,
				fixture.refusal(hub -> hub.jobs().cancel("job-1"), refused).code());
		assertEquals(JobStatus.CANCELLED,
				fixture.call(hub -> hub.jobs().cancel("job-1"), Response.empty(500), refused, cancelled).result().status());
		assertEquals(405, fixture.refusal(hub -> hub.jobs().cancel("job-1"), Response.empty(500), refused,
				Response.json(200, JOB)).status());
	}

	@Test
	void listsJobsInPages() throws IOException, HubException {
		HubFixture.Answer<List<Job>> answer = fixture.call(
				hub -> hub.jobs().list(JobType.SCHEDULE_DEVICE_METHOD, JobStatus.QUEUED).pageSize(5).all(),
				Response.json(200, "[" + JOB + "]", "x-ms-continuation", "t"), Response.json(200, "[" + JOB + "]"));

		assertEquals(2, answer.result().size());
		Request second = answer.requests().get(1);
		assertEquals("GET /jobs/v2/query?jobType=scheduleDeviceMethod&jobStatus=queued&api-version=2021-04-12",
				second.method() + " " + second.target());
		assertEquals("t", second.header("x-ms-continuation"));
		assertEquals("5", second.header("x-ms-max-item-count"));
		assertEquals("GET /jobs/v2/query", fixture.call(hub -> hub.jobs().list(null, null).first(), Response.json(200, "[]"))
				.line());
	}

	@Test
	void readsWhatCameOfAJobOnADevice() throws IOException, HubException {
		String row = """
				{"deviceId":"d","jobId":"job-2","jobType":"scheduleDeviceMethod","status":"completed",\
				"startTimeUtc":"2026-01-02T03:04:05","endTimeUtc":"2026-01-02T03:04:06Z",\
				"outcome":{"deviceMethodResponse":{"status":200,"payload":1.0}}}""";
		HubFixture.Answer<List<DeviceJob>> answer = fixture.call(
				hub -> hub.queries().deviceJobs("SELECT * FROM devices.jobs").all(), Response.json(200, "[" + row + "]"));

		assertEquals(
				List.of(new DeviceJob(ClientId.device("d"), "job-2", JobType.SCHEDULE_DEVICE_METHOD, DeviceJobStatus.COMPLETED,
						Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:04:06Z"),
						"{\"deviceMethodResponse\":{\"status\":200,\"payload\":1.0}}", null, row)),
				answer.result());
	}

	@Test
	void whatADeviceHasWaitedForInVainIsToldHoweverItIsSpelt() {
		assertEquals(DeviceJobStatus.CANCELED, DeviceJobStatus.of("canceled"));
		assertEquals(DeviceJobStatus.CANCELED, DeviceJobStatus.of("Cancelled"));
		assertEquals(DeviceJobStatus.PENDING, DeviceJobStatus.of("pending"));
		assertEquals(DeviceJobStatus.UNKNOWN, DeviceJobStatus.of("paused"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Upper", "a_b", "a b",
			"0123456789012345678901234567890123456789012345678901234567890123-" })
	void refusesIdsThatCannotBe(String id) {
		assertNotNull(JobIds.problem(id));
		assertEquals("jobId", assertThrows(InvalidInputException.class, () -> fixture.call(
				hub -> hub.jobs().updateTwins(id, "*", TwinPatch.ofTags("{}"), schedule), Response.json(200, JOB))).field());
	}

	@Test
	void refusesJobsWithoutTime() {
		assertThrows(InvalidInputException.class, () -> new JobSchedule(Instant.EPOCH, Duration.ofMillis(999)));
	}
}
