// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.HTTPS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubMessageResult;
import com.microsoft.azure.sdk.iot.device.Message;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;

/** Cloud-to-device messages over HTTPS (contract §3.12) through the device SDK, which polls for them. */
@ExtendWith(ConformanceTable.class)
class HttpsReceiveTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;
	private CloudToDevice service;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
		service = new CloudToDevice(HUB);
	}

	@Test
	@Row(value = ContractOperation.HTTP_RECEIVE, sdk = DeviceClient.class, call = "setMessageCallback", with = "HTTPS, all properties")
	@Row(value = ContractOperation.SEND_C2D, with = "the local hub's own POST /localhub/devices/{id}/messages/deviceBound")
	void receivesAMessage() throws Exception {
		CloudToDevice.assertIs("m-1", "hello m-1", receive("receiving", "m-1", IotHubMessageResult.COMPLETE).get(0));
	}

	@Test
	@Row(value = ContractOperation.HTTP_ABANDON, sdk = DeviceClient.class, call = "setMessageCallback", with = "HTTPS, ABANDON: the message comes again")
	void abandonsAMessage() throws Exception {
		List<Message> received = receive("abandoning", "m-2", IotHubMessageResult.ABANDON, IotHubMessageResult.COMPLETE);
		CloudToDevice.assertIs("m-2", "hello m-2", received.get(1));
	}

	/** One test for all outcomes: the service collects feedback for 15 seconds. */
	@Test
	@Row(value = ContractOperation.HTTP_COMPLETE, sdk = DeviceClient.class, call = "setMessageCallback", with = "HTTPS, COMPLETE")
	@Row(value = ContractOperation.HTTP_REJECT, sdk = DeviceClient.class, call = "setMessageCallback", with = "HTTPS, REJECT: the SDK asks in a way that the service takes for complete")
	@Row(ContractOperation.HTTP_REJECT)
	@Row(ContractOperation.RECEIVE_FEEDBACK)
	@Row(ContractOperation.COMPLETE_FEEDBACK)
	@Row(ContractOperation.ABANDON_FEEDBACK)
	void theServiceIsToldTheOutcome() throws Exception {
		receive("completing", "m-complete", IotHubMessageResult.COMPLETE);
		receive("rejecting", "m-reject", IotHubMessageResult.REJECT);
		devices.create("rejecting-plainly");
		service.send("rejecting-plainly", "m-plain", "no");
		String path = "/devices/rejecting-plainly/messages/deviceBound";
		String lock = HUB.http().call("GET", path, "").headers().firstValue("ETag").orElseThrow().replace("\"", "");
		assertEquals(204, HUB.http().call("DELETE", path + '/' + lock + "?reject", "").statusCode());

		Map<String, String> outcomes = service.outcomes(Set.of("m-complete", "m-reject", "m-plain"));
		assertEquals("Success", outcomes.get("m-complete"));
		assertEquals("Success", outcomes.get("m-reject"));
		assertEquals("Rejected", outcomes.get("m-plain"));
	}

	/** Sends a message to a new device, which answers it so each time that it comes, until it is gone. */
	private List<Message> receive(String deviceId, String messageId, IotHubMessageResult... answers) throws Exception {
		BlockingQueue<Message> received = new LinkedBlockingQueue<>();
		Iterator<IotHubMessageResult> next = List.of(answers).iterator();
		DeviceClient client = devices.client(devices.create(deviceId), HTTPS);
		client.setMessageCallback((message, context) -> {
			received.add(message);
			return next.next();
		}, null);
		client.open(false);
		try {
			service.send(deviceId, messageId, "hello " + messageId);
			List<Message> all = new ArrayList<>();
			for (int i = 0; i < answers.length; i++) {
				all.add(received.poll(20, TimeUnit.SECONDS));
			}
			service.awaitEmptyQueue(deviceId);
			return all;
		} finally {
			client.close();
		}
	}
}
