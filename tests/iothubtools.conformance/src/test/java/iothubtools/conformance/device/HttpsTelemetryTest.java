// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.HTTPS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Device-to-cloud messages over HTTPS (contract §3.12) through the device SDK. */
@ExtendWith(ConformanceTable.class)
class HttpsTelemetryTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	@Test
	@Row(value = ContractOperation.HTTP_SEND, sdk = DeviceClient.class, call = "sendEvent", with = "HTTPS, all properties")
	void sendsAMessage() throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient client = devices.client(devices.create("sender"), HTTPS);
		client.open(false);
		try {
			client.sendEvent(TestMessages.full("m-1", "{\"t\":21.5}"));
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.HTTP_SEND, sdk = DeviceClient.class, call = "sendEvent", with = "HTTPS, wrong key", error = "IotHubClientException (UNAUTHORIZED): Received an unsuccessful operation error code from the service: UNAUTHORIZED")
	void refusesAWrongKey(ExpectedError error) throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		String right = devices.create("wrong-key");
		String wrong = right.replaceFirst("SharedAccessKey=.*", "SharedAccessKey=AAECAwQFBgcICQoLDA0ODw==");
		DeviceClient client = devices.client(wrong, HTTPS);
		client.open(false);
		try {
			error.isThrownBy(IotHubClientException.class, () -> client.sendEvent(new Message("not for you")));
		} finally {
			client.close();
		}
	}
}
