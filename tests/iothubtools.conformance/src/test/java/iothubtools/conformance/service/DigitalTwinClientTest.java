// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.digitaltwin.DigitalTwinClient;
import com.microsoft.azure.sdk.iot.service.digitaltwin.UpdateOperationUtility;
import com.microsoft.azure.sdk.iot.service.digitaltwin.models.DigitalTwinCommandResponse;
import com.microsoft.azure.sdk.iot.service.digitaltwin.models.DigitalTwinInvokeCommandRequestOptions;
import com.microsoft.azure.sdk.iot.service.digitaltwin.serialization.BasicDigitalTwin;
import com.microsoft.rest.RestException;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Digital twins (contract §3.11) of devices that have no model. */
@ExtendWith(ConformanceTable.class)
class DigitalTwinClientTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private ServiceClients clients;
	private DigitalTwinClient twins;
	private DeviceClients devices;

	@BeforeEach
	void client() {
		clients = new ServiceClients(HUB);
		twins = clients.digitalTwins();
		devices = new DeviceClients(HUB);
	}

	@Test
	@Row(value = ContractOperation.GET_DIGITAL_TWIN, sdk = DigitalTwinClient.class, call = "getDigitalTwin", with = "of a device without a model")
	@Row(value = ContractOperation.GET_DIGITAL_TWIN, sdk = DigitalTwinClient.class, call = "getDigitalTwinWithResponse", with = "of a device without a model")
	void getsADigitalTwin() throws Exception {
		devices.create("got");
		BasicDigitalTwin twin = twins.getDigitalTwin("got", BasicDigitalTwin.class);
		assertEquals("got", twin.getId());
		assertEquals("", twin.getMetadata().getModelId());
		assertFalse(twins.getDigitalTwinWithResponse("got", BasicDigitalTwin.class).headers().eTag().isEmpty());
	}

	@Test
	@Row(value = ContractOperation.UPDATE_DIGITAL_TWIN, sdk = DigitalTwinClient.class, call = "updateDigitalTwin", with = "of a device without a model")
	@Row(value = ContractOperation.UPDATE_DIGITAL_TWIN, sdk = DigitalTwinClient.class, call = "updateDigitalTwinWithResponse", with = "of a device without a model")
	void updatesADigitalTwin() throws Exception {
		devices.create("updated");
		twins.updateDigitalTwin("updated", level(1));
		assertEquals(1L, clients.twins().get("updated").getDesiredProperties().get("level"));
		assertFalse(twins.updateDigitalTwinWithResponse("updated", level(2)).headers().eTag().isEmpty());
		assertEquals(2L, clients.twins().get("updated").getDesiredProperties().get("level"));
	}

	@Test
	@Row(value = ContractOperation.INVOKE_COMMAND, sdk = DigitalTwinClient.class, call = "invokeCommand", with = "the device answers over MQTT")
	@Row(value = ContractOperation.INVOKE_COMMAND, sdk = DigitalTwinClient.class, call = "invokeCommandWithResponse", with = "the device answers over MQTT")
	@Row(value = ContractOperation.INVOKE_COMPONENT_COMMAND, sdk = DigitalTwinClient.class, call = "invokeComponentCommand", with = "the device answers over MQTT")
	@Row(value = ContractOperation.INVOKE_COMPONENT_COMMAND, sdk = DigitalTwinClient.class, call = "invokeComponentCommandWithResponse", with = "the device answers over MQTT")
	void aDeviceAnswersCommands() throws Exception {
		DeviceClient device = devices.client(devices.create("answering"), MQTT);
		device.open(false);
		try {
			device.subscribeToMethods((name, data, context) -> new DirectMethodResponse(200, "did " + name), null);
			isAnswer("did reboot", twins.invokeCommand("answering", "reboot", "\"now\""));
			isAnswer("did reboot", twins.invokeCommandWithResponse("answering", "reboot", "\"now\"", options()).body());
			isAnswer("did part*reboot", twins.invokeComponentCommand("answering", "part", "reboot", "\"now\""));
			isAnswer("did part*reboot",
					twins.invokeComponentCommandWithResponse("answering", "part", "reboot", "\"now\"", options()).body());
		} finally {
			device.close();
		}
	}

	@Test
	@Row(value = ContractOperation.INVOKE_COMMAND, sdk = DigitalTwinClient.class, call = "invokeCommand", with = "the device is not connected", error = "RestException: Status code 404, {\"Message\":\"{\\\"errorCode\\\":404103,\\\"trackingId\\\":\\\"…\\\",\\\"message\\\":\\\"Timed out waiting for device to connect.\\\",\\\"info\\\":{\\\"timeout\\\":\\\"00:00:00\\\"},\\\"timestampUtc\\\":\\\"…\\\"}\",\"ExceptionMessage\":\"\"}")
	void aDeviceIsOffline(ExpectedError error) throws Exception {
		devices.create("offline");
		error.isThrownBy(RestException.class, () -> twins.invokeCommand("offline", "reboot", "\"now\""));
	}

	private static void isAnswer(String expected, DigitalTwinCommandResponse answer) {
		assertEquals(200, answer.getStatus());
		// the SDK gives the payload as the text of its JSON
		assertEquals('"' + expected + '"', answer.getPayload(String.class));
	}

	private static List<Object> level(int value) {
		return new UpdateOperationUtility().appendAddPropertyOperation("/level", value).getUpdateOperations();
	}

	private static DigitalTwinInvokeCommandRequestOptions options() {
		DigitalTwinInvokeCommandRequestOptions options = new DigitalTwinInvokeCommandRequestOptions();
		options.setResponseTimeoutInSeconds(10);
		return options;
	}
}
