// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonParser;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.ModuleClient;
import com.microsoft.azure.sdk.iot.device.twin.MethodCallback;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubGatewayTimeoutException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodRequestOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Direct methods end to end (contract §3.6): the service SDK calls, the device SDK answers over MQTT. */
@ExtendWith(ConformanceTable.class)
class DirectMethodsClientTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	/** Answers with the status of the method's name, 404 for "unknown", and with what it was given. */
	private static final MethodCallback ECHO = (name, data, context) -> new com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse(
			name.equals("unknown") ? 404 : 200, Map.of("method", name, "given", data.getPayloadAsJsonElement()));

	private DirectMethodsClient methods;
	private DeviceClients devices;

	@BeforeEach
	void clients() {
		methods = new ServiceClients(HUB).methods();
		devices = new DeviceClients(HUB);
	}

	@Test
	@Row(value = ContractOperation.INVOKE_METHOD, sdk = DirectMethodsClient.class, call = "invoke", with = "the device answers over MQTT")
	void aDeviceAnswers() throws Exception {
		DeviceClient device = devices.client(devices.create("answering"), MQTT);
		device.open(false);
		try {
			device.subscribeToMethods(ECHO, null);
			DirectMethodResponse answer = methods.invoke("answering", "reboot", options(Map.of("delay", 5)));
			assertEquals(200, answer.getStatus());
			assertEquals(JsonParser.parseString("{\"method\":\"reboot\",\"given\":{\"delay\":5}}"), answer.getPayloadAsJsonElement());
			assertEquals(404, methods.invoke("answering", "unknown", options(null)).getStatus());
		} finally {
			device.close();
		}
	}

	@Test
	@Row(value = ContractOperation.INVOKE_MODULE_METHOD, sdk = DirectMethodsClient.class, call = "invoke", with = "a module answers over MQTT")
	void aModuleAnswers() throws Exception {
		devices.create("with-module");
		ModuleClient module = devices.module(devices.createModule("with-module", "m"), MQTT);
		module.open(false);
		try {
			module.subscribeToMethods(ECHO, null);
			DirectMethodResponse answer = methods.invoke("with-module", "m", "stop", options("now"));
			assertEquals(200, answer.getStatus());
			assertEquals(JsonParser.parseString("{\"method\":\"stop\",\"given\":\"now\"}"), answer.getPayloadAsJsonElement());
		} finally {
			module.close();
		}
	}

	@Test
	@Row(value = ContractOperation.INVOKE_METHOD, sdk = DirectMethodsClient.class, call = "invoke", with = "the device is not connected", error = "IotHubNotFoundException: {\"errorCode\":404103,\"trackingId\":\"…\",\"message\":\"Timed out waiting for device to connect.\",\"info\":{\"timeout\":\"00:00:00\"},\"timestampUtc\":\"…\"}")
	void aDeviceIsOffline(ExpectedError error) throws Exception {
		devices.create("offline");
		error.isThrownBy(IotHubNotFoundException.class, () -> methods.invoke("offline", "reboot", options(null)));
	}

	@Test
	@Row(value = ContractOperation.INVOKE_METHOD, sdk = DirectMethodsClient.class, call = "invoke", with = "there is no such device", error = "IotHubNotFoundException: {\"errorCode\":404001,\"trackingId\":\"…\",\"message\":\"nobody\",\"info\":null,\"timestampUtc\":\"…\"}")
	void thereIsNoSuchDevice(ExpectedError error) {
		error.isThrownBy(IotHubNotFoundException.class, () -> methods.invoke("nobody", "reboot", options(null)));
	}

	@Test
	@Row(value = ContractOperation.INVOKE_METHOD, sdk = DirectMethodsClient.class, call = "invoke", with = "the device does not subscribe to methods", error = "IotHubNotFoundException: {\"errorCode\":404103,\"trackingId\":\"…\",\"message\":\"Timed out waiting for device to subscribe.\",\"info\":{\"timeout\":\"00:00:00\"},\"timestampUtc\":\"…\"}")
	void aDeviceTakesNoMethods(ExpectedError error) throws Exception {
		DeviceClient device = devices.client(devices.create("deaf"), MQTT);
		device.open(false);
		try {
			error.isThrownBy(IotHubNotFoundException.class, () -> methods.invoke("deaf", "reboot", options(null)));
		} finally {
			device.close();
		}
	}

	@Test
	@Row(value = ContractOperation.INVOKE_METHOD, sdk = DirectMethodsClient.class, call = "invoke", with = "the device does not answer within 5 s", error = "IotHubGatewayTimeoutException: {\"errorCode\":504101,\"trackingId\":\"…\",\"message\":\"Timed out waiting for the response from device.\",\"info\":{\"timeout\":\"00:00:05\"},\"timestampUtc\":\"…\"}")
	void aDeviceDoesNotAnswer(ExpectedError error) throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		DeviceClient device = devices.client(devices.create("silent"), MQTT);
		device.open(false);
		try {
			device.subscribeToMethods((name, data, context) -> {
				await(end);
				return new com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse(200, null);
			}, null);
			error.isThrownBy(IotHubGatewayTimeoutException.class, () -> methods.invoke("silent", "reboot", options(null)));
		} finally {
			end.countDown();
			device.close();
		}
	}

	private static void await(CountDownLatch end) {
		try {
			end.await(30, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** The shortest times the service allows: 5 s to answer, none to connect. */
	private static DirectMethodRequestOptions options(Object payload) {
		return DirectMethodRequestOptions.builder().payload(payload).methodResponseTimeoutSeconds(5)
				.methodConnectTimeoutSeconds(0).build();
	}
}
