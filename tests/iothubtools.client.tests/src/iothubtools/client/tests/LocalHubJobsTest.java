// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
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
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;
import iothubtools.tests.support.time.Eventually;

/** Jobs of the client against the local hub. */
class LocalHubJobsTest {

	@RegisterExtension
	final LocalHubFixture hub = new LocalHubFixture();
	private final Cancellation none = Cancellation.none();

	@Test
	void updatesTheTwinsOfManyDevices() throws Exception {
		try (IotHubClient client = hub.client()) {
			for (String id : List.of("a-1", "a-2", "b-1")) {
				client.bulk().run(List.of(BulkItem.create(DeviceIdentity.builder(id).build(),
						new TwinContent("{\"site\":\"" + id.charAt(0) + "\"}", "{}")))).await(none);
			}
			Job created = client.jobs().updateTwins("job-1", "tags.site = 'a'",
					new TwinPatch(null, "{\"v\":1.0,\"old\":null}"), JobSchedule.now()).await(none);
			assertEquals(JobType.SCHEDULE_UPDATE_TWIN, created.type());
			assertEquals("tags.site = 'a'", created.queryCondition());

			Job ended = ended(client, "job-1");
			assertEquals(JobStatus.COMPLETED, ended.status());
			assertEquals(new JobStatistics(2, 0, 2, 0, 0), ended.statistics());
			assertEquals("{\"v\":1.0}", client.twins().get(ClientId.device("a-2")).await(none).desired().json());
			assertEquals("{}", client.twins().get(ClientId.device("b-1")).await(none).desired().json());

			List<DeviceJob> rows = client.queries()
					.deviceJobs("SELECT * FROM devices.jobs WHERE devices.jobs.jobId = 'job-1'").all().await(none);
			assertEquals(Set.of("a-1", "a-2"),
					rows.stream().map(row -> row.id().deviceId()).collect(Collectors.toSet()));
			assertTrue(rows.stream().allMatch(row -> row.status() == DeviceJobStatus.COMPLETED), rows.toString());

			assertEquals(HubErrorCode.JOB_ALREADY_EXISTS,
					refusal(client.jobs().updateTwins("job-1", "*", TwinPatch.ofTags("{}"), JobSchedule.now())).code());
			assertEquals(HubErrorCode.JOB_NOT_FOUND, refusal(client.jobs().get("nope")).code());
			assertEquals(HubErrorCode.OPERATION_NOT_ALLOWED_IN_CURRENT_STATE,
					refusal(client.jobs().cancel("job-1")).code());
			cancelsAJobThatWaits(client);
		}
	}

	private void cancelsAJobThatWaits(IotHubClient client) throws HubException {
		JobSchedule later = new JobSchedule(Instant.now().plus(Duration.ofHours(2)), Duration.ofMinutes(1));
		Job job = client.jobs().invokeMethod("job-2", "*", DirectMethod.of("reboot", "[1.0]"), later).await(none);
		assertEquals(JobType.SCHEDULE_DEVICE_METHOD, job.type());
		assertEquals(JobStatus.CANCELLED, client.jobs().cancel("job-2").await(none).status());
		assertEquals(List.of("job-2"), client.jobs().list(JobType.SCHEDULE_DEVICE_METHOD, JobStatus.CANCELLED).all()
				.await(none).stream().map(Job::jobId).toList());
		assertEquals(2, client.jobs().list(null, null).pageSize(1).all().await(none).size());
	}

	private Job ended(IotHubClient client, String jobId) throws HubException {
		return Eventually.get("the end of the job", () -> client.jobs().get(jobId).await(none), job -> job.status().isFinal());
	}

	private ServiceException refusal(HubCall<?> call) {
		return assertThrows(ServiceException.class, () -> call.await(none));
	}
}
