// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.HTTPS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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
		List<ReceivedMessage> received = ReceivedMessage.of(HUB, "sender");
		assertEquals(1, received.size());
		received.get(0).assertIs("m-1", "{\"t\":21.5}");
		assertEquals("sas", received.get(0).authentication().get("type").getAsString());
	}

	@Test
	@Row(value = ContractOperation.HTTP_SEND_BATCH, sdk = DeviceClient.class, call = "sendEvents", with = "HTTPS")
	void sendsABatch() throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient client = devices.client(devices.create("batch"), HTTPS);
		client.open(false);
		try {
			client.sendEvents(List.of(TestMessages.full("b-1", "one"), TestMessages.full("b-2", "two")));
		} finally {
			client.close();
		}
		List<ReceivedMessage> received = ReceivedMessage.of(HUB, "batch");
		assertEquals(2, received.size());
		received.get(0).assertIs("b-1", "one");
		received.get(1).assertIs("b-2", "two");
	}

	@Test
	@Row(value = ContractOperation.HTTP_SEND, sdk = DeviceClient.class, call = "sendEventAsync", with = "HTTPS")
	@Row(value = ContractOperation.HTTP_SEND_BATCH, sdk = DeviceClient.class, call = "sendEventsAsync", with = "HTTPS")
	void sendsAsynchronously() throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient client = devices.client(devices.create("async"), HTTPS);
		BlockingQueue<String> sent = new LinkedBlockingQueue<>();
		client.open(false);
		try {
			client.sendEventAsync(TestMessages.full("a-1", "one"),
					(message, failure, context) -> sent.add(failure == null ? "sent" : failure.toString()), null);
			assertEquals("sent", sent.poll(20, TimeUnit.SECONDS));
			client.sendEventsAsync(List.of(TestMessages.full("a-2", "two")),
					(messages, failure, context) -> sent.add(failure == null ? "sent" : failure.toString()), null);
			assertEquals("sent", sent.poll(20, TimeUnit.SECONDS));
		} finally {
			client.close();
		}
		assertEquals(2, ReceivedMessage.of(HUB, "async").size());
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
