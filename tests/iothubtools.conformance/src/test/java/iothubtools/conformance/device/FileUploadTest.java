// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.HTTPS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.FileUploadCompletionNotification;
import com.microsoft.azure.sdk.iot.device.FileUploadSasUriRequest;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** File upload (contract §3.12): the hub answers as one that has no storage. */
@ExtendWith(ConformanceTable.class)
class FileUploadTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	@Test
	@Row(value = ContractOperation.UPLOAD_START, sdk = DeviceClient.class, call = "getFileUploadSasUri", unsupported = true, error = "IotHubClientException (BAD_FORMAT)")
	void hasNoStorage(ExpectedError error) throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient client = devices.client(devices.create("uploading"), HTTPS);
		client.open(false);
		try {
			error.isThrownBy(IotHubClientException.class,
					() -> client.getFileUploadSasUri(new FileUploadSasUriRequest("folder/file.txt")));
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.UPLOAD_DONE, sdk = DeviceClient.class, call = "completeFileUpload", unsupported = true, error = "IotHubClientException (BAD_FORMAT)")
	void knowsNoUpload(ExpectedError error) throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient client = devices.client(devices.create("uploaded"), HTTPS);
		client.open(false);
		try {
			error.isThrownBy(IotHubClientException.class,
					() -> client.completeFileUpload(new FileUploadCompletionNotification("none", true)));
		} finally {
			client.close();
		}
	}
}
