// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.IotHubMessageResult;
import com.microsoft.azure.sdk.iot.device.Message;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;

/** Cloud-to-device messages over MQTT (contract §8.1) through the device SDK. */
@ExtendWith(ConformanceTable.class)
class MqttReceiveTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;
	private CloudToDevice service;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
		service = new CloudToDevice(HUB);
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS"})
	@Row(value = ContractOperation.MQTT_RECEIVE, sdk = DeviceClient.class, call = "setMessageCallback", with = "MQTT, MQTT_WS, COMPLETE")
	void receivesAMessage(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "receives-" + protocol;
		BlockingQueue<Message> received = new LinkedBlockingQueue<>();
		DeviceClient client = completing(devices.create(deviceId), protocol, received);
		client.open(false);
		try {
			service.send(deviceId, "m-" + protocol, "hello");
			Message message = received.poll(20, TimeUnit.SECONDS);
			assertNotNull(message, "no message came");
			CloudToDevice.assertIs("m-" + protocol, "hello", message);
			assertEquals("text/plain", message.getContentType());
			service.awaitEmptyQueue(deviceId);
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.MQTT_RECEIVE, sdk = DeviceClient.class, call = "setMessageCallback", with = "MQTT, sent while the device was away")
	void receivesWhatWasSentWhileItWasAway() throws Exception {
		String connection = devices.create("away");
		service.send("away", "m-1", "first");
		service.send("away", "m-2", "second");
		BlockingQueue<Message> received = new LinkedBlockingQueue<>();
		DeviceClient client = completing(connection, MQTT, received);
		client.open(false);
		try {
			CloudToDevice.assertIs("m-1", "first", received.poll(20, TimeUnit.SECONDS));
			CloudToDevice.assertIs("m-2", "second", received.poll(20, TimeUnit.SECONDS));
		} finally {
			client.close();
		}
	}

	private DeviceClient completing(String connection, IotHubClientProtocol protocol, BlockingQueue<Message> received) {
		DeviceClient client = devices.client(connection, protocol);
		client.setMessageCallback((message, context) -> {
			received.add(message);
			return IotHubMessageResult.COMPLETE;
		}, null);
		return client;
	}
}
