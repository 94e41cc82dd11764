// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;

/** The device's side of direct methods over MQTT (contract §8.1) through the device SDK. */
@ExtendWith(ConformanceTable.class)
class MqttMethodsTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;
	private DirectMethodsClient service;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
		service = new ServiceClients(HUB).methods();
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS"})
	@Row(value = ContractOperation.MQTT_METHODS, sdk = DeviceClient.class, call = "subscribeToMethods", with = "MQTT, MQTT_WS")
	void answersMethods(IotHubClientProtocol protocol) throws Exception {
		new Connected(HUB, devices).methods(protocol, service);
	}

	@Test
	@Row(value = ContractOperation.MQTT_METHODS, sdk = DeviceClient.class, call = "subscribeToMethodsAsync", with = "MQTT")
	void subscribesAsynchronously() throws Exception {
		DeviceClient client = devices.client(devices.create("async"), MQTT);
		BlockingQueue<Object> done = new LinkedBlockingQueue<>();
		client.open(false);
		try {
			client.subscribeToMethodsAsync((name, data, context) -> new DirectMethodResponse(200, null), null,
					(failure, context) -> done.add(failure == null ? "subscribed" : failure), null);
			assertEquals("subscribed", done.poll(20, TimeUnit.SECONDS));
			assertEquals(200, service.invoke("async", "m", Connected.options(null)).getStatus());
		} finally {
			client.close();
		}
	}
}
