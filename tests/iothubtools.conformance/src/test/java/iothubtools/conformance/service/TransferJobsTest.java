// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.service.exceptions.IotHubException;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.registry.RegistryJob;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Import and export of devices (contract §3.8): the hub has no storage to import from or to export to, and says so. */
@ExtendWith(ConformanceTable.class)
class TransferJobsTest {

	private static final String CONTAINER = "https://storage.example/devices?sig=none";

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private RegistryClient registry;

	@BeforeEach
	void client() {
		registry = new ServiceClients(HUB).registry();
	}

	@Test
	@Row(value = ContractOperation.CREATE_TRANSFER_JOB, sdk = RegistryClient.class, call = "exportDevices", unsupported = true, error = "IotHubBadFormatException: ErrorCode:BlobContainerValidationError;The container cannot be reached: the local hub has no storage.")
	void doesNotExport(ExpectedError error) {
		error.isThrownBy(IotHubException.class, () -> registry.exportDevices(CONTAINER, true));
		RegistryJob job = new RegistryJob();
		job.setOutputBlobContainerUri(CONTAINER);
		error.isThrownBy(IotHubException.class, () -> registry.exportDevices(job));
	}

	@Test
	@Row(value = ContractOperation.CREATE_TRANSFER_JOB, sdk = RegistryClient.class, call = "importDevices", unsupported = true, error = "IotHubBadFormatException: ErrorCode:BlobContainerValidationError;The container cannot be reached: the local hub has no storage.")
	void doesNotImport(ExpectedError error) {
		error.isThrownBy(IotHubException.class, () -> registry.importDevices(CONTAINER, CONTAINER));
		RegistryJob job = new RegistryJob();
		job.setInputBlobContainerUri(CONTAINER);
		job.setOutputBlobContainerUri(CONTAINER);
		error.isThrownBy(IotHubException.class, () -> registry.importDevices(job));
	}

	@Test
	@Row(value = ContractOperation.GET_TRANSFER_JOB, sdk = RegistryClient.class, call = "getJob", with = "there is none", error = "IotHubNotFoundException: ErrorCode:JobNotFound;14676d9f-0000-0000-0000-000000000000")
	void findsNoJob(ExpectedError error) {
		error.isThrownBy(IotHubException.class, () -> registry.getJob("14676d9f-0000-0000-0000-000000000000"));
	}

	@Test
	@Row(ContractOperation.LIST_TRANSFER_JOBS)
	void listsNone() {
		assertEquals("[]", HUB.http().call("GET", "/jobs", "").body());
	}

	@Test
	@Row(value = ContractOperation.CANCEL_TRANSFER_JOB, with = "there is none", error = "404 JobNotFound")
	void cancelsNone(ExpectedError error) {
		error.is(HUB.http().error("DELETE", "/jobs/14676d9f-0000-0000-0000-000000000000", ""));
	}
}
