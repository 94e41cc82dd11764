// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

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

import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.IotHubMessageResult;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.ModuleClient;
import com.microsoft.azure.sdk.iot.device.transport.IotHubConnectionStatus;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.device.twin.Twin;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodRequestOptions;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** What a device does over MQTT, done by a module (contract §8.1). */
@ExtendWith(ConformanceTable.class)
class ModuleClientTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;
	private ServiceClients service;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
		service = new ServiceClients(HUB);
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"MQTT", "MQTT_WS"})
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "open", with = "MQTT, MQTT_WS")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "sendEvent", with = "MQTT, MQTT_WS")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "sendEventAsync", with = "MQTT, MQTT_WS")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "setConnectionStatusChangeCallback", with = "MQTT, MQTT_WS")
	void sendsMessages(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "sender-" + protocol;
		devices.create(deviceId);
		ModuleClient client = devices.module(devices.createModule(deviceId, "m"), protocol);
		BlockingQueue<IotHubConnectionStatus> states = new LinkedBlockingQueue<>();
		BlockingQueue<String> sent = new LinkedBlockingQueue<>();
		client.setConnectionStatusChangeCallback(change -> states.add(change.getNewStatus()), null);
		client.open(false);
		try {
			assertEquals(IotHubConnectionStatus.CONNECTED, states.poll(20, TimeUnit.SECONDS));
			client.sendEvent(TestMessages.full("m-1", "one"));
			client.sendEvent(TestMessages.full("m-2", "two"), "output");
			client.sendEventAsync(TestMessages.full("m-3", "three"),
					(message, failure, context) -> sent.add(failure == null ? "sent" : failure.toString()), null);
			assertEquals("sent", sent.poll(20, TimeUnit.SECONDS));
		} finally {
			client.close();
		}
		List<ReceivedMessage> received = ReceivedMessage.of(HUB, deviceId);
		assertEquals(List.of("m", "m", "m"), received.stream().map(ReceivedMessage::moduleId).toList());
		received.get(0).assertIs("m-1", "one");
		received.get(1).assertIs("m-2", "two");
		received.get(2).assertIs("m-3", "three");
	}

	@Test
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "sendEvents", with = "MQTT", unsupported = true, error = "UnsupportedOperationException: Batch messaging is only supported over HTTPS")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "sendEventsAsync", with = "MQTT", unsupported = true, error = "UnsupportedOperationException: Batch messaging is only supported over HTTPS")
	void theSdkHasNoBatchesOverMqtt(ExpectedError error) throws Exception {
		devices.create("no-batch");
		ModuleClient client = devices.module(devices.createModule("no-batch", "m"), MQTT);
		client.open(false);
		try {
			List<Message> batch = List.of(new Message("one"), new Message("two"));
			error.isThrownBy(UnsupportedOperationException.class, () -> client.sendEvents(batch));
			error.isThrownBy(UnsupportedOperationException.class,
					() -> client.sendEventsAsync(batch, (all, failure, context) -> { }, null));
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "subscribeToDesiredProperties", with = "MQTT")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "getTwin", with = "MQTT")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "updateReportedProperties", with = "MQTT")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "subscribeToDesiredPropertiesAsync", with = "MQTT")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "getTwinAsync", with = "MQTT")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "updateReportedPropertiesAsync", with = "MQTT")
	void readsReportsAndIsTold() throws Exception {
		devices.create("twin");
		ModuleClient client = devices.module(devices.createModule("twin", "m"), MQTT);
		BlockingQueue<Twin> desired = new LinkedBlockingQueue<>();
		BlockingQueue<Object> done = new LinkedBlockingQueue<>();
		client.open(false);
		try {
			client.subscribeToDesiredProperties((twin, context) -> desired.add(twin), null);
			assertEquals(1, LostAnswers.repeat(() -> client.getTwin(LostAnswers.TIMEOUT_MILLIS)).getDesiredProperties().getVersion());
			assertEquals(1, LostAnswers.repeat(answers -> client.getTwinAsync((twin, failure, context) -> answers
					.add(failure == null ? twin.getDesiredProperties().getVersion() : failure), null)));

			TwinCollection reported = new TwinCollection();
			reported.put("level", 3);
			LostAnswers.repeat(() -> client.updateReportedProperties(reported, LostAnswers.TIMEOUT_MILLIS));
			assertEquals(3L, service.twins().get("twin", "m").getReportedProperties().get("level"));
			reported.put("level", 4);
			LostAnswers.repeat(answers -> client.updateReportedPropertiesAsync(reported,
					(status, reply, failure, context) -> answers.add(failure == null ? reply.getVersion() : failure), null));
			assertEquals(4L, service.twins().get("twin", "m").getReportedProperties().get("level"));

			client.subscribeToDesiredPropertiesAsync((twin, context) -> desired.add(twin), null,
					(failure, context) -> done.add(failure == null ? "subscribed" : failure), null);
			assertEquals("subscribed", done.poll(20, TimeUnit.SECONDS));
			com.microsoft.azure.sdk.iot.service.twin.Twin patch = new com.microsoft.azure.sdk.iot.service.twin.Twin("twin", "m");
			patch.getDesiredProperties().put("rate", 9);
			service.twins().patch(patch);
			Twin told = desired.poll(20, TimeUnit.SECONDS);
			assertNotNull(told, "no desired properties came");
			assertEquals(9L, told.getDesiredProperties().get("rate"));
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "subscribeToMethods", with = "MQTT")
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "subscribeToMethodsAsync", with = "MQTT")
	void answersMethods() throws Exception {
		DirectMethodRequestOptions options = DirectMethodRequestOptions.builder().methodResponseTimeoutSeconds(10)
				.methodConnectTimeoutSeconds(0).build();
		devices.create("methods");
		ModuleClient one = devices.module(devices.createModule("methods", "one"), MQTT);
		ModuleClient two = devices.module(devices.createModule("methods", "two"), MQTT);
		BlockingQueue<Object> done = new LinkedBlockingQueue<>();
		one.open(false);
		two.open(false);
		try {
			one.subscribeToMethods((name, data, context) -> new DirectMethodResponse(201, null), null);
			two.subscribeToMethodsAsync((name, data, context) -> new DirectMethodResponse(202, null), null,
					(failure, context) -> done.add(failure == null ? "subscribed" : failure), null);
			assertEquals("subscribed", done.poll(20, TimeUnit.SECONDS));
			assertEquals(201, service.methods().invoke("methods", "one", "m", options).getStatus());
			assertEquals(202, service.methods().invoke("methods", "two", "m", options).getStatus());
		} finally {
			one.close();
			two.close();
		}
	}

	@Test
	@Row(value = ContractOperation.MQTT_MODULE, sdk = ModuleClient.class, call = "setMessageCallback", with = "MQTT")
	void receivesAMessage() throws Exception {
		devices.create("receives");
		BlockingQueue<Message> received = new LinkedBlockingQueue<>();
		ModuleClient client = devices.module(devices.createModule("receives", "m"), MQTT);
		client.setMessageCallback((message, context) -> {
			received.add(message);
			return IotHubMessageResult.COMPLETE;
		}, null);
		client.open(false);
		try {
			new CloudToDevice(HUB).send("receives/modules/m", "m-1", "hello");
			Message message = received.poll(20, TimeUnit.SECONDS);
			assertNotNull(message, "no message came");
			CloudToDevice.assertIs("m-1", "hello", message);
		} finally {
			client.close();
		}
	}
}
