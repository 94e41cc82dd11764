// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.AMQPS;
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
import com.microsoft.azure.sdk.iot.device.ModuleClient;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.device.twin.Twin;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Twins and direct methods of devices and modules over AMQP (contract §8.2) through the device SDK. */
@ExtendWith(ConformanceTable.class)
class AmqpTwinTest {

	private static final String BOTH = "AMQPS, AMQPS_WS";

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;
	private TwinClient twins;
	private DirectMethodsClient methods;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
		twins = new ServiceClients(HUB).twins();
		methods = new ServiceClients(HUB).methods();
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"AMQPS", "AMQPS_WS"})
	@Row(value = ContractOperation.AMQP_TWIN, sdk = DeviceClient.class, call = "subscribeToDesiredProperties", with = BOTH)
	@Row(value = ContractOperation.AMQP_TWIN, sdk = DeviceClient.class, call = "getTwin", with = BOTH)
	@Row(value = ContractOperation.AMQP_TWIN, sdk = DeviceClient.class, call = "updateReportedProperties", with = BOTH)
	void readsReportsAndIsTold(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "twin-" + protocol;
		DeviceClient client = devices.client(devices.create(deviceId), protocol);
		desire(deviceId, 5);
		BlockingQueue<Twin> desired = new LinkedBlockingQueue<>();
		client.open(false);
		try {
			client.subscribeToDesiredProperties((twin, context) -> desired.add(twin), null);
			Twin twin = LostAnswers.repeat(() -> client.getTwin(LostAnswers.TIMEOUT_MILLIS));
			assertEquals(5.0, ((Number) twin.getDesiredProperties().get("interval")).doubleValue());
			assertEquals(2, twin.getDesiredProperties().getVersion());
			TwinCollection reported = new TwinCollection();
			reported.put("firmware", "1.2");
			int version = LostAnswers.repeat(() -> client.updateReportedProperties(reported, LostAnswers.TIMEOUT_MILLIS)).getVersion();
			assertEquals("1.2", twins.get(deviceId).getReportedProperties().get("firmware"));
			assertEquals(version, twins.get(deviceId).getReportedProperties().getVersion());
			desire(deviceId, 7);
			Twin told = desired.poll(20, TimeUnit.SECONDS);
			assertNotNull(told, "no desired properties came");
			assertEquals(7.0, ((Number) told.getDesiredProperties().get("interval")).doubleValue());
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.AMQP_TWIN, sdk = DeviceClient.class, call = "updateReportedProperties", with = "AMQPS, with an old version", error = "IotHubClientException (PRECONDITION_FAILED): Received an unsuccessful operation error code from the service: PRECONDITION_FAILED")
	void doesNotReportToAChangedTwin(ExpectedError error) throws Exception {
		DeviceClient client = devices.client(devices.create("stale"), AMQPS);
		client.open(false);
		try {
			client.subscribeToDesiredProperties((twin, context) -> { }, null);
			TwinCollection old = LostAnswers.repeat(() -> client.getTwin(LostAnswers.TIMEOUT_MILLIS)).getReportedProperties();
			TwinCollection reported = new TwinCollection();
			reported.put("a", 1);
			LostAnswers.repeat(() -> client.updateReportedProperties(reported, LostAnswers.TIMEOUT_MILLIS));
			old.put("a", 2);
			error.isThrownBy(IotHubClientException.class,
					() -> LostAnswers.repeat(() -> client.updateReportedProperties(old, LostAnswers.TIMEOUT_MILLIS)));
		} finally {
			client.close();
		}
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"AMQPS", "AMQPS_WS"})
	@Row(value = ContractOperation.AMQP_METHODS, sdk = DeviceClient.class, call = "subscribeToMethods", with = BOTH)
	void answersMethods(IotHubClientProtocol protocol) throws Exception {
		new Connected(HUB, devices).methods(protocol, methods);
	}

	@Test
	@Row(value = ContractOperation.AMQP_MODULE, sdk = ModuleClient.class, call = "getTwin", with = "AMQPS")
	@Row(value = ContractOperation.AMQP_MODULE, sdk = ModuleClient.class, call = "subscribeToMethods", with = "AMQPS")
	void aModuleHasATwinAndMethods() throws Exception {
		devices.create("with-module");
		ModuleClient client = devices.module(devices.createModule("with-module", "m"), AMQPS);
		client.open(false);
		try {
			client.subscribeToDesiredProperties((twin, context) -> { }, null);
			assertEquals(1, LostAnswers.repeat(() -> client.getTwin(LostAnswers.TIMEOUT_MILLIS)).getDesiredProperties().getVersion());
			client.subscribeToMethods((name, data, context) -> new DirectMethodResponse(200, name), null);
			assertEquals("\"hello\"", methods.invoke("with-module", "m", "hello", Connected.options(null)).getPayloadAsJsonString());
		} finally {
			client.close();
		}
	}

	private void desire(String deviceId, int interval) throws Exception {
		com.microsoft.azure.sdk.iot.service.twin.Twin patch = new com.microsoft.azure.sdk.iot.service.twin.Twin(deviceId);
		patch.getDesiredProperties().put("interval", interval);
		twins.patch(patch);
	}
}
