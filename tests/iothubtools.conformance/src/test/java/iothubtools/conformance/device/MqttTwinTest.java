// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.twin.Twin;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** The device's side of its twin over MQTT (contract §8.1) through the device SDK; the service's through the service SDK. */
@ExtendWith(ConformanceTable.class)
class MqttTwinTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;
	private TwinClient service;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
		service = new ServiceClients(HUB).twins();
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS"})
	@Row(value = ContractOperation.MQTT_DESIRED, sdk = DeviceClient.class, call = "subscribeToDesiredProperties", with = "MQTT, MQTT_WS")
	@Row(value = ContractOperation.MQTT_GET_TWIN, sdk = DeviceClient.class, call = "getTwin", with = "MQTT, MQTT_WS")
	@Row(value = ContractOperation.MQTT_REPORT, sdk = DeviceClient.class, call = "updateReportedProperties", with = "MQTT, MQTT_WS")
	void readsReportsAndIsTold(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "twin-" + protocol;
		DeviceClient client = devices.client(devices.create(deviceId), protocol);
		desire(deviceId, "interval", 5);
		BlockingQueue<Twin> desired = new LinkedBlockingQueue<>();
		client.open(false);
		try {
			client.subscribeToDesiredProperties((twin, context) -> desired.add(twin), null);
			Twin twin = LostAnswers.repeat(() -> client.getTwin(LostAnswers.TIMEOUT_MILLIS));
			assertEquals(5L, twin.getDesiredProperties().get("interval"));
			assertEquals(2, twin.getDesiredProperties().getVersion());
			assertEquals(1, twin.getReportedProperties().getVersion());

			int version = report(client, "firmware", "1.2");
			assertEquals("1.2", service.get(deviceId).getReportedProperties().get("firmware"));
			assertEquals(version, service.get(deviceId).getReportedProperties().getVersion());

			desire(deviceId, "interval", 7);
			Twin told = desired.poll(20, TimeUnit.SECONDS);
			assertNotNull(told, "no desired properties came");
			assertEquals(7L, told.getDesiredProperties().get("interval"));
			assertEquals(3, told.getDesiredProperties().getVersion());
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.MQTT_REPORT, sdk = DeviceClient.class, call = "updateReportedProperties", with = "MQTT, null deletes")
	void aNullDeletes() throws Exception {
		DeviceClient client = devices.client(devices.create("deletes"), MQTT);
		client.open(false);
		try {
			client.subscribeToDesiredProperties((twin, context) -> { }, null);
			report(client, "old", 1);
			report(client, "kept", 2);
			report(client, "old", null);
			assertFalse(service.get("deletes").getReportedProperties().containsKey("old"));
			assertEquals(2L, service.get("deletes").getReportedProperties().get("kept"));
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.MQTT_REPORT, sdk = DeviceClient.class, call = "updateReportedProperties", with = "MQTT, with an old version", error = "IotHubClientException (PRECONDITION_FAILED): Received an unsuccessful operation error code from the service: PRECONDITION_FAILED")
	void doesNotReportToAChangedTwin(ExpectedError error) throws Exception {
		DeviceClient client = devices.client(devices.create("stale"), MQTT);
		client.open(false);
		try {
			client.subscribeToDesiredProperties((twin, context) -> { }, null);
			TwinCollection old = LostAnswers.repeat(() -> client.getTwin(LostAnswers.TIMEOUT_MILLIS)).getReportedProperties();
			report(client, "a", 1);
			old.put("a", 2);
			error.isThrownBy(IotHubClientException.class,
					() -> LostAnswers.repeat(() -> client.updateReportedProperties(old, LostAnswers.TIMEOUT_MILLIS)));
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.MQTT_DESIRED, sdk = DeviceClient.class, call = "subscribeToDesiredPropertiesAsync", with = "MQTT")
	@Row(value = ContractOperation.MQTT_GET_TWIN, sdk = DeviceClient.class, call = "getTwinAsync", with = "MQTT")
	@Row(value = ContractOperation.MQTT_REPORT, sdk = DeviceClient.class, call = "updateReportedPropertiesAsync", with = "MQTT")
	void doesTheSameAsynchronously() throws Exception {
		DeviceClient client = devices.client(devices.create("async"), MQTT);
		BlockingQueue<Object> done = new LinkedBlockingQueue<>();
		client.open(false);
		try {
			client.subscribeToDesiredPropertiesAsync((twin, context) -> { }, null,
					(failure, context) -> done.add(failure == null ? "subscribed" : failure), null);
			assertEquals("subscribed", done.poll(20, TimeUnit.SECONDS));
			assertEquals(1, LostAnswers.repeat(answers -> client.getTwinAsync((twin, failure, context) -> answers
					.add(failure == null ? twin.getDesiredProperties().getVersion() : failure), null)));
			TwinCollection reported = new TwinCollection();
			reported.put("level", 3);
			LostAnswers.repeat(answers -> client.updateReportedPropertiesAsync(reported,
					(status, reply, failure, context) -> answers.add(failure == null ? reply.getVersion() : failure), null));
			assertEquals(3L, service.get("async").getReportedProperties().get("level"));
		} finally {
			client.close();
		}
	}

	/** Reports a property and returns the version that the reported properties have then. */
	private static int report(DeviceClient client, String name, Object value) throws Exception {
		TwinCollection reported = new TwinCollection();
		reported.put(name, value);
		return LostAnswers.repeat(() -> client.updateReportedProperties(reported, LostAnswers.TIMEOUT_MILLIS)).getVersion();
	}

	private void desire(String deviceId, String name, Object value) throws Exception {
		com.microsoft.azure.sdk.iot.service.twin.Twin patch = new com.microsoft.azure.sdk.iot.service.twin.Twin(deviceId);
		patch.getDesiredProperties().put(name, value);
		service.patch(patch);
	}
}
