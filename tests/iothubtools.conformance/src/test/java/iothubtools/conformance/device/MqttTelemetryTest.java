// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

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

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Connections and device-to-cloud messages over MQTT (contract §8.1) through the device SDK. */
@ExtendWith(ConformanceTable.class)
class MqttTelemetryTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;
	private Connected connected;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
		connected = new Connected(HUB, devices);
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS"})
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT")
	@Row(value = ContractOperation.MQTT_WEBSOCKET, sdk = DeviceClient.class, call = "open", with = "MQTT_WS")
	@Row(value = ContractOperation.MQTT_SEND, sdk = DeviceClient.class, call = "sendEvent", with = "MQTT, MQTT_WS, all properties")
	void sendsMessages(IotHubClientProtocol protocol) throws Exception {
		List<ReceivedMessage> received = connected.twoMessages("sender-" + protocol, protocol);
		received.get(0).assertIs("m-1", "{\"t\":21.5}");
		received.get(1).assertIs("m-2", "two");
	}

	@Test
	@Row(value = ContractOperation.MQTT_SEND, sdk = DeviceClient.class, call = "sendEventAsync", with = "MQTT, 100 at once")
	void sendsManyAtOnce() throws Exception {
		connected.manyAtOnce(MQTT, TestMessages.full("m-50", "n"));
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
		connected.wrongKey(protocol, error);
	}

	@Test
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "setConnectionStatusChangeCallback", with = "MQTT")
	void knowsWhetherADeviceIsConnected() throws Exception {
		connected.isSeen(MQTT, () -> assertEquals("{\"connectedDeviceCount\":1}", HUB.http().call("GET", "/statistics/service", "").body()));
	}

	@Test
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, a second client of the device: the first is dropped")
	void aSecondConnectionEndsTheFirst() throws Exception {
		connected.twice(MQTT);
	}
}
