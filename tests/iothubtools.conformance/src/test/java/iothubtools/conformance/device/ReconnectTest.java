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

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.transport.ExponentialBackoffWithJitter;
import com.microsoft.azure.sdk.iot.device.transport.IotHubConnectionStatus;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;
import iothubtools.tests.support.time.Eventually;

/** Connections that end and are made again by the device SDK, with its own retry policy. */
@ExtendWith(ConformanceTable.class)
class ReconnectTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private final BlockingQueue<IotHubConnectionStatus> states = new LinkedBlockingQueue<>();
	private DeviceClients devices;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
	}

	@Test
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, the token expires: the hub disconnects, the SDK comes again with a new one")
	void aTokenExpires() throws Exception {
		DeviceClient client = open("expiring", 5);
		try {
			becomes(IotHubConnectionStatus.DISCONNECTED_RETRYING);
			becomes(IotHubConnectionStatus.CONNECTED);
			client.sendEvent(TestMessages.full("m-1", "renewed"));
		} finally {
			client.close();
		}
		ReceivedMessage.of(HUB, "expiring").get(0).assertIs("m-1", "renewed");
	}

	@Test
	@Row(value = ContractOperation.MQTT_CONNECT, sdk = DeviceClient.class, call = "open", with = "MQTT, the hub is stopped and started")
	@Row(value = ContractOperation.GET_DEVICE, sdk = RegistryClient.class, call = "getDevice", with = "the hub was stopped and started")
	void theHubIsStartedAgain() throws Exception {
		RegistryClient registry = new ServiceClients(HUB).registry();
		DeviceClient client = open("restarted", 3600);
		try {
			client.sendEvent(TestMessages.full("m-1", "before"));
			HUB.stop();
			becomes(IotHubConnectionStatus.DISCONNECTED_RETRYING);
			HUB.start();
			becomes(IotHubConnectionStatus.CONNECTED);
			client.sendEvent(TestMessages.full("m-2", "after"));
		} finally {
			client.close();
		}
		assertEquals("restarted", registry.getDevice("restarted").getDeviceId());
		assertEquals(2, ReceivedMessage.of(HUB, "restarted").size());
	}

	private DeviceClient open(String deviceId, int tokenSeconds) throws Exception {
		DeviceClient client = devices.client(devices.create(deviceId), MQTT,
				devices.options(MQTT).sasTokenExpiryTime(tokenSeconds));
		client.setRetryPolicy(new ExponentialBackoffWithJitter());
		client.setConnectionStatusChangeCallback(change -> states.add(change.getNewStatus()), null);
		client.open(false);
		becomes(IotHubConnectionStatus.CONNECTED);
		return client;
	}

	private void becomes(IotHubConnectionStatus wanted) throws Exception {
		Eventually.get("the client is " + wanted, () -> states.poll(1, TimeUnit.SECONDS), wanted::equals);
	}
}
