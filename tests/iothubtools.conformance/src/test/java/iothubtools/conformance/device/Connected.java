// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.transport.IotHubConnectionStatus;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodRequestOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;
import com.microsoft.azure.sdk.iot.service.registry.DeviceConnectionState;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.tests.support.time.Eventually;

/**
 * What is the same of a device whichever protocol it keeps a connection by.
 *
 * @param hub     the hub
 * @param devices makes devices and their clients
 */
record Connected(HubUnderTest hub, DeviceClients devices) {

	/** Runs while a device is connected. */
	@FunctionalInterface
	interface Check {
		void run() throws Exception;
	}

	/** What came of two messages that a device sends. */
	List<ReceivedMessage> twoMessages(String deviceId, IotHubClientProtocol protocol) throws Exception {
		DeviceClient client = devices.client(devices.create(deviceId), protocol);
		client.open(false);
		try {
			client.sendEvent(TestMessages.full("m-1", "{\"t\":21.5}"));
			client.sendEvent(TestMessages.full("m-2", "two"));
		} finally {
			client.close();
		}
		List<ReceivedMessage> received = ReceivedMessage.of(hub, deviceId);
		assertEquals(2, received.size());
		assertEquals("sas", received.get(0).authentication().get("type").getAsString());
		return received;
	}

	/** A hundred messages without waiting for each, one of them another one. */
	void manyAtOnce(IotHubClientProtocol protocol, Message other) throws Exception {
		DeviceClient client = devices.client(devices.create("many"), protocol);
		client.open(false);
		BlockingQueue<String> sent = new LinkedBlockingQueue<>();
		try {
			for (int i = 0; i < 100; i++) {
				client.sendEventAsync(i == 50 ? other : TestMessages.full("m-" + i, "n"),
						(message, failure, context) -> sent.add(failure == null ? "sent" : failure.toString()), null);
			}
			for (int i = 0; i < 100; i++) {
				assertEquals("sent", sent.poll(20, TimeUnit.SECONDS));
			}
		} finally {
			client.close();
		}
		assertEquals(100, ReceivedMessage.of(hub, "many").size());
	}

	/** A wrong key is refused. */
	void wrongKey(IotHubClientProtocol protocol, ExpectedError error) throws Exception {
		String right = devices.create("wrong-key-" + protocol);
		String wrong = right.replaceFirst("SharedAccessKey=.*", "SharedAccessKey=AAECAwQFBgcICQoLDA0ODw==");
		DeviceClient client = devices.client(wrong, protocol);
		error.isThrownBy(IotHubClientException.class, () -> client.open(false));
	}

	/** Both ends know whether it is connected. */
	void isSeen(IotHubClientProtocol protocol, Check meanwhile) throws Exception {
		RegistryClient registry = new ServiceClients(hub).registry();
		BlockingQueue<IotHubConnectionStatus> states = new LinkedBlockingQueue<>();
		DeviceClient client = devices.client(devices.create("seen"), protocol);
		client.setConnectionStatusChangeCallback(change -> states.add(change.getNewStatus()), null);
		client.open(false);
		try {
			assertEquals(IotHubConnectionStatus.CONNECTED, states.poll(20, TimeUnit.SECONDS));
			Eventually.holds("seen is connected",
					() -> registry.getDevice("seen").getConnectionState() == DeviceConnectionState.Connected);
			meanwhile.run();
		} finally {
			client.close();
		}
		assertEquals(IotHubConnectionStatus.DISCONNECTED, states.poll(20, TimeUnit.SECONDS));
		Eventually.holds("seen is disconnected",
				() -> registry.getDevice("seen").getConnectionState() == DeviceConnectionState.Disconnected);
		assertNull(states.poll());
	}

	/** A second connection ends the first. */
	void twice(IotHubClientProtocol protocol) throws Exception {
		String connection = devices.create("twice");
		BlockingQueue<IotHubConnectionStatus> first = new LinkedBlockingQueue<>();
		DeviceClient one = devices.client(connection, protocol);
		one.setConnectionStatusChangeCallback(change -> first.add(change.getNewStatus()), null);
		one.open(false);
		assertEquals(IotHubConnectionStatus.CONNECTED, first.poll(20, TimeUnit.SECONDS));
		DeviceClient two = devices.client(connection, protocol);
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

	/** Calls of methods are answered one after another. */
	void methods(IotHubClientProtocol protocol, DirectMethodsClient service) throws Exception {
		String deviceId = "methods-" + protocol;
		DeviceClient client = devices.client(devices.create(deviceId), protocol);
		client.open(false);
		try {
			client.subscribeToMethods((name, data, context) -> new DirectMethodResponse(201, name + ' ' + data.getPayload(String.class)), null);
			for (int i = 0; i < 3; i++) {
				assertEquals("\"m" + i + " p\"", service.invoke(deviceId, "m" + i, options("p")).getPayloadAsJsonString());
			}
			assertEquals(201, service.invoke(deviceId, "again", options("p")).getStatus());
		} finally {
			client.close();
		}
	}

	/** Of a call with a payload. */
	static DirectMethodRequestOptions options(Object payload) {
		return DirectMethodRequestOptions.builder().payload(payload).methodResponseTimeoutSeconds(10)
				.methodConnectTimeoutSeconds(0).build();
	}
}
