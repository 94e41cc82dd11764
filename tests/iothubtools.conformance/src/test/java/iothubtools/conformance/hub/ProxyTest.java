// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;

/**
 * The way to a hub that could not have port 443: through a proxy. Tested wherever it is needed or not; all tests go this way
 * with {@code -Dconformance.proxy=true}.
 */
@ExtendWith(ConformanceTable.class)
class ProxyTest {

	@RegisterExtension
	static final HubUnderTest HUB = HubUnderTest.behindProxy();

	@Test
	@Row(value = ContractOperation.GET_DEVICE, sdk = RegistryClient.class, call = "getDevice", with = "through a proxy")
	void theServiceSdkGoesThroughAProxy() throws Exception {
		RegistryClient registry = new ServiceClients(HUB).registry();
		registry.addDevice(new Device("service"));
		assertEquals("service", registry.getDevice("service").getDeviceId());
		assertTrue(HUB.tunnels() > 0);
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"HTTPS", "MQTT_WS"})
	@Row(value = ContractOperation.HTTP_SEND, sdk = DeviceClient.class, call = "sendEvent", with = "HTTPS, through a proxy")
	@Row(value = ContractOperation.MQTT_WEBSOCKET, sdk = DeviceClient.class, call = "open", with = "MQTT_WS, through a proxy")
	void theDeviceSdkGoesThroughAProxy(IotHubClientProtocol protocol) throws Exception {
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient client = devices.client(devices.create("device-" + protocol), protocol);
		int before = HUB.tunnels();
		client.open(false);
		try {
			client.sendEvent(new Message("through a tunnel"));
		} finally {
			client.close();
		}
		assertTrue(HUB.tunnels() > before);
	}
}
