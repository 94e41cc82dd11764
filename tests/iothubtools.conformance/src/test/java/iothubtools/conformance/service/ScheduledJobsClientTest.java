// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubException;
import com.microsoft.azure.sdk.iot.service.jobs.DirectMethodsJobOptions;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJob;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobStatus;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobType;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobsClient;
import com.microsoft.azure.sdk.iot.service.query.JobQueryResponse;
import com.microsoft.azure.sdk.iot.service.query.QueryClient;
import com.microsoft.azure.sdk.iot.service.query.QueryPageOptions;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.twin.Twin;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;
import iothubtools.tests.support.time.Eventually;

/** Jobs over many devices (contract §3.9) through the service SDK. */
@ExtendWith(ConformanceTable.class)
class ScheduledJobsClientTest {

	private static final long MAX_SECONDS = 60;

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private ServiceClients clients;
	private ScheduledJobsClient jobs;

	@BeforeEach
	void clients() {
		clients = new ServiceClients(HUB);
		jobs = clients.jobs();
	}

	@Test
	@Row(value = ContractOperation.CREATE_JOB, sdk = ScheduledJobsClient.class, call = "scheduleUpdateTwin")
	@Row(value = ContractOperation.GET_JOB, sdk = ScheduledJobsClient.class, call = "get")
	@Row(value = ContractOperation.QUERY_JOBS, sdk = QueryClient.class, call = "queryJobs", with = "FROM devices.jobs")
	@Row(value = ContractOperation.QUERY_JOBS, sdk = ScheduledJobsClient.class, call = "query", with = "FROM devices.jobs")
	void updatesTwins() throws Exception {
		clients.registry().addDevice(new Device("updated"));
		Twin update = new Twin();
		update.getTags().put("site", "J");
		ScheduledJob created = jobs.scheduleUpdateTwin("update-1", "deviceId IN ['updated']", update, new Date(), MAX_SECONDS);
		assertEquals("update-1", created.getJobId());
		assertEquals(ScheduledJobType.scheduleUpdateTwin, created.getJobType());

		ScheduledJob done = completed("update-1");
		assertEquals(1, done.getJobStatistics().getDeviceCount());
		assertEquals(1, done.getJobStatistics().getSucceededCount());
		assertEquals("J", clients.twins().get("updated").getTags().get("site"));

		String ofDevice = "SELECT * FROM devices.jobs WHERE devices.jobs.deviceId = 'updated'";
		assertEquals(List.of("update-1"), ids(clients.queries().queryJobs(ofDevice)));
		assertEquals(List.of("update-1"), ids(jobs.query(ofDevice)));
	}

	@Test
	@Row(value = ContractOperation.CREATE_JOB, sdk = ScheduledJobsClient.class, call = "scheduleDirectMethod")
	void callsMethods() throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient device = devices.client(devices.create("called"), MQTT);
		device.open(false);
		try {
			device.subscribeToMethods((name, data, context) -> new DirectMethodResponse(200, name), null);
			DirectMethodsJobOptions options = DirectMethodsJobOptions.builder().payload("now").methodResponseTimeoutSeconds(10)
					.methodConnectTimeoutSeconds(0).maxExecutionTimeSeconds((int) MAX_SECONDS).build();
			jobs.scheduleDirectMethod("method-1", "deviceId = 'called'", "reboot", new Date(), options);
			assertEquals(1, completed("method-1").getJobStatistics().getSucceededCount());
		} finally {
			device.close();
		}
	}

	@Test
	@Row(value = ContractOperation.CANCEL_JOB, sdk = ScheduledJobsClient.class, call = "cancel")
	void cancelsAJob() throws Exception {
		Twin update = new Twin();
		update.getTags().put("never", true);
		Date tomorrow = Date.from(Instant.now().plus(Duration.ofDays(1)));
		jobs.scheduleUpdateTwin("later-1", "deviceId = 'nobody'", update, tomorrow, MAX_SECONDS);
		jobs.cancel("later-1");
		Eventually.get("later-1 is cancelled", () -> jobs.get("later-1").getJobStatus(), ScheduledJobStatus.cancelled::equals);
	}

	@Test
	@Row(value = ContractOperation.CANCEL_JOB, sdk = ScheduledJobsClient.class, call = "cancel", with = "a job that is over", error = "IotHubException: ErrorCode:OperationNotAllowedInCurrentState;The job is completed.")
	void doesNotCancelACompletedJob(ExpectedError error) throws Exception {
		Twin update = new Twin();
		update.getTags().put("x", 1);
		jobs.scheduleUpdateTwin("over-1", "deviceId = 'nobody'", update, new Date(), MAX_SECONDS);
		completed("over-1");
		error.isThrownBy(IotHubException.class, () -> jobs.cancel("over-1"));
	}

	@Test
	@Row(value = ContractOperation.GET_JOB, sdk = ScheduledJobsClient.class, call = "get", with = "there is none", error = "IllegalArgumentException: Json do not contains jobId")
	void findsNoJob(ExpectedError error) {
		// the service answers 200 without a jobId, which the SDK does not expect
		error.isThrownBy(IllegalArgumentException.class, () -> jobs.get("nothing"));
	}

	@Test
	@Row(value = ContractOperation.LIST_JOBS, sdk = ScheduledJobsClient.class, call = "query", with = "by type and status")
	@Row(value = ContractOperation.LIST_JOBS, sdk = QueryClient.class, call = "queryJobs", with = "by type and status, in pages")
	void listsJobs() throws Exception {
		Twin update = new Twin();
		update.getTags().put("x", 1);
		for (String id : List.of("listed-1", "listed-2", "listed-3")) {
			jobs.scheduleUpdateTwin(id, "deviceId = 'nobody'", update, new Date(), MAX_SECONDS);
			completed(id);
		}
		List<String> found = ids(jobs.query(ScheduledJobType.scheduleUpdateTwin, ScheduledJobStatus.completed));
		assertTrue(found.containsAll(List.of("listed-1", "listed-2", "listed-3")), found.toString());
		QueryPageOptions one = QueryPageOptions.builder().pageSize(1).build();
		List<String> inPages = ids(clients.queries().queryJobs(ScheduledJobType.scheduleUpdateTwin, ScheduledJobStatus.completed, one));
		assertEquals(found, inPages);
	}

	private ScheduledJob completed(String id) throws Exception {
		return Eventually.get(id + " is completed", () -> jobs.get(id),
				job -> job.getJobStatus() == ScheduledJobStatus.completed);
	}

	private static List<String> ids(JobQueryResponse found) throws Exception {
		List<String> ids = new ArrayList<>();
		while (found.hasNext()) {
			ids.add(found.next().getJobId());
		}
		return ids.stream().sorted().toList();
	}
}
