// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
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
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.transport.IotHubConnectionStatus;
import com.microsoft.azure.sdk.iot.service.registry.DeviceConnectionState;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;
import iothubtools.tests.support.time.Eventually;

/** Connections and device-to-cloud messages over MQTT (contract §8.1) through the device SDK. */
@ExtendWith(ConformanceTable.class)
class MqttTelemetryTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS"})
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT")
	@Row(value = ContractOperation.MQTT_WEBSOCKET, sdk = DeviceClient.class, call = "open", with = "MQTT_WS")
	@Row(value = ContractOperation.MQTT_SEND, sdk = DeviceClient.class, call = "sendEvent", with = "MQTT, MQTT_WS, all properties")
	void sendsMessages(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "sender-" + protocol;
		DeviceClient client = devices.client(devices.create(deviceId), protocol);
		client.open(false);
		try {
			client.sendEvent(TestMessages.full("m-1", "{\"t\":21.5}"));
			client.sendEvent(TestMessages.full("m-2", "two"));
		} finally {
			client.close();
		}
		List<ReceivedMessage> received = ReceivedMessage.of(HUB, deviceId);
		assertEquals(2, received.size());
		received.get(0).assertIs("m-1", "{\"t\":21.5}");
		assertEquals("sas", received.get(0).authentication().get("type").getAsString());
		received.get(1).assertIs("m-2", "two");
	}

	@Test
	@Row(value = ContractOperation.MQTT_SEND, sdk = DeviceClient.class, call = "sendEventAsync", with = "MQTT, 100 at once")
	void sendsManyAtOnce() throws Exception {
		DeviceClient client = devices.client(devices.create("many"), MQTT);
		client.open(false);
		BlockingQueue<String> sent = new LinkedBlockingQueue<>();
		try {
			for (int i = 0; i < 100; i++) {
				client.sendEventAsync(TestMessages.full("m-" + i, "n"),
						(message, failure, context) -> sent.add(failure == null ? "sent" : failure.toString()), null);
			}
			for (int i = 0; i < 100; i++) {
				assertEquals("sent", sent.poll(20, TimeUnit.SECONDS));
			}
		} finally {
			client.close();
		}
		assertEquals(100, ReceivedMessage.of(HUB, "many").size());
	}

	@Test
	@Row(value = ContractOperation.MQTT_SEND, sdk = DeviceClient.class, call = "sendEvents", with = "MQTT", unsupported = true, error = "UnsupportedOperationException: Batch messaging is only supported over HTTPS")
	@Row(value = ContractOperation.MQTT_SEND, sdk = DeviceClient.class, call = "sendEventsAsync", with = "MQTT", unsupported = true, error = "UnsupportedOperationException: Batch messaging is only supported over HTTPS")
	void theSdkHasNoBatchesOverMqtt(ExpectedError error) throws Exception {
		DeviceClient client = devices.client(devices.create("no-batch"), MQTT);
		client.open(false);
		try {
			List<Message> batch = List.of(new Message("one"), new Message("two"));
			error.isThrownBy(UnsupportedOperationException.class, () -> client.sendEvents(batch));
			error.isThrownBy(UnsupportedOperationException.class, () -> client.sendEventsAsync(batch, (all, failure, context) -> { }, null));
		} finally {
			client.close();
		}
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS"})
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, MQTT_WS, wrong key", error = "IotHubClientException (UNAUTHORIZED): Failed to open the client due to an authentication error")
	void refusesAWrongKey(IotHubClientProtocol protocol, ExpectedError error) throws Exception {
		String right = devices.create("wrong-key-" + protocol);
		String wrong = right.replaceFirst("SharedAccessKey=.*", "SharedAccessKey=AAECAwQFBgcICQoLDA0ODw==");
		DeviceClient client = devices.client(wrong, protocol);
		error.isThrownBy(IotHubClientException.class, () -> client.open(false));
	}

	@Test
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "setConnectionStatusChangeCallback", with = "MQTT")
	void knowsWhetherADeviceIsConnected() throws Exception {
		RegistryClient registry = new ServiceClients(HUB).registry();
		BlockingQueue<IotHubConnectionStatus> states = new LinkedBlockingQueue<>();
		DeviceClient client = devices.client(devices.create("seen"), MQTT);
		client.setConnectionStatusChangeCallback(change -> states.add(change.getNewStatus()), null);
		client.open(false);
		try {
			assertEquals(IotHubConnectionStatus.CONNECTED, states.poll(20, TimeUnit.SECONDS));
			Eventually.holds("seen is connected",
					() -> registry.getDevice("seen").getConnectionState() == DeviceConnectionState.Connected);
			assertEquals("{\"connectedDeviceCount\":1}", HUB.http().call("GET", "/statistics/service", "").body());
		} finally {
			client.close();
		}
		assertEquals(IotHubConnectionStatus.DISCONNECTED, states.poll(20, TimeUnit.SECONDS));
		Eventually.holds("seen is disconnected",
				() -> registry.getDevice("seen").getConnectionState() == DeviceConnectionState.Disconnected);
		assertNull(states.poll());
	}

	@Test
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, a second client of the device: the first is dropped")
	void aSecondConnectionEndsTheFirst() throws Exception {
		String connection = devices.create("twice");
		BlockingQueue<IotHubConnectionStatus> first = new LinkedBlockingQueue<>();
		DeviceClient one = devices.client(connection, MQTT);
		one.setConnectionStatusChangeCallback(change -> first.add(change.getNewStatus()), null);
		one.open(false);
		assertEquals(IotHubConnectionStatus.CONNECTED, first.poll(20, TimeUnit.SECONDS));
		DeviceClient two = devices.client(connection, MQTT);
		two.open(false);
		try {
			Eventually.get("the first client is disconnected", () -> first.poll(1, TimeUnit.SECONDS),
					IotHubConnectionStatus.DISCONNECTED::equals);
			two.sendEvent(new Message("still here"));
		} finally {
			two.close();
			one.close();
		}
	}
}
