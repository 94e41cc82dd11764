// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.AMQPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import com.microsoft.azure.sdk.iot.device.IotHubMessageResult;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.ModuleClient;
import com.microsoft.azure.sdk.iot.device.MultiplexingClient;
import com.microsoft.azure.sdk.iot.device.MultiplexingClientOptions;
import com.microsoft.azure.sdk.iot.device.ProxySettings;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.transport.IotHubConnectionStatus;
import com.microsoft.azure.sdk.iot.device.transport.NoRetry;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Devices and modules over AMQP (contract §8.2) through the device SDK: connections and messages both ways. */
@ExtendWith(ConformanceTable.class)
class AmqpTest {

	private static final String BOTH = "AMQPS, AMQPS_WS";

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
	@EnumSource(value = IotHubClientProtocol.class, names = {"AMQPS", "AMQPS_WS"})
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = DeviceClient.class, call = "open", with = BOTH)
	@Row(value = ContractOperation.AMQP_SEND, sdk = DeviceClient.class, call = "sendEvent", with = BOTH + ", all properties but the user id, which the SDK does not send")
	void sendsMessages(IotHubClientProtocol protocol) throws Exception {
		List<ReceivedMessage> received = connected.twoMessages("sender-" + protocol, protocol);
		received.get(0).assertIsOfAmqp("m-1", "{\"t\":21.5}");
		received.get(1).assertIsOfAmqp("m-2", "two");
	}

	@Test
	@Row(value = ContractOperation.AMQP_SEND, sdk = DeviceClient.class, call = "sendEventAsync", with = "AMQPS, 100 at once, the largest among them")
	void sendsManyAtOnce() throws Exception {
		connected.manyAtOnce(AMQPS, new Message(new byte[255 * 1024]));
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"AMQPS", "AMQPS_WS"})
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = DeviceClient.class, call = "open", with = BOTH + ", wrong key", error = "IotHubClientException (UNAUTHORIZED): Failed to open the client due to an authentication error")
	void refusesAWrongKey(IotHubClientProtocol protocol, ExpectedError error) throws Exception {
		connected.wrongKey(protocol, error);
	}

	@Test
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = DeviceClient.class, call = "setConnectionStatusChangeCallback", with = "AMQPS")
	void knowsWhetherADeviceIsConnected() throws Exception {
		connected.isSeen(AMQPS, () -> { });
	}

	@Test
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = DeviceClient.class, call = "open", with = "AMQPS, a second client of the device: the first is dropped")
	void aSecondConnectionEndsTheFirst() throws Exception {
		connected.twice(AMQPS);
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"AMQPS", "AMQPS_WS"})
	@Row(value = ContractOperation.AMQP_RECEIVE, sdk = DeviceClient.class, call = "setMessageCallback", with = BOTH + ", complete, all properties")
	void receivesMessages(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "receiver-" + protocol;
		CloudToDevice service = new CloudToDevice(HUB);
		BlockingQueue<Message> received = new LinkedBlockingQueue<>();
		DeviceClient client = devices.client(devices.create(deviceId), protocol);
		client.setMessageCallback((message, context) -> {
			received.add(message);
			return IotHubMessageResult.COMPLETE;
		}, null);
		service.send(deviceId, "before", "sent before it came");
		client.open(false);
		try {
			CloudToDevice.assertIs("before", "sent before it came", next(received));
			service.send(deviceId, "after", "sent while it is there");
			CloudToDevice.assertIs("after", "sent while it is there", next(received));
			service.awaitEmptyQueue(deviceId);
		} finally {
			client.close();
		}
	}

	@Test
	@Row(value = ContractOperation.AMQP_RECEIVE, sdk = DeviceClient.class, call = "setMessageCallback", with = "AMQPS, reject, and abandon: the message comes again")
	void rejectsAndAbandons() throws Exception {
		CloudToDevice service = new CloudToDevice(HUB);
		BlockingQueue<String> received = new LinkedBlockingQueue<>();
		List<String> abandoned = new ArrayList<>();
		DeviceClient client = devices.client(devices.create("choosy"), AMQPS);
		client.setMessageCallback((message, context) -> {
			received.add(message.getMessageId());
			if (message.getMessageId().equals("rejected")) {
				return IotHubMessageResult.REJECT;
			}
			if (abandoned.isEmpty()) {
				abandoned.add(message.getMessageId());
				return IotHubMessageResult.ABANDON;
			}
			return IotHubMessageResult.COMPLETE;
		}, null);
		client.open(false);
		try {
			service.send("choosy", "abandoned", "one");
			assertEquals("abandoned", received.poll(20, TimeUnit.SECONDS));
			assertEquals("abandoned", received.poll(20, TimeUnit.SECONDS));
			service.send("choosy", "rejected", "two");
			assertEquals("rejected", received.poll(20, TimeUnit.SECONDS));
			service.awaitEmptyQueue("choosy");
		} finally {
			client.close();
		}
		Map<String, String> outcomes = service.outcomes(Set.of("abandoned", "rejected"));
		assertEquals("Success", outcomes.get("abandoned"));
		assertEquals("Rejected", outcomes.get("rejected"));
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"AMQPS", "AMQPS_WS"})
	@Row(value = ContractOperation.AMQP_MODULE, sdk = ModuleClient.class, call = "open", with = BOTH)
	@Row(value = ContractOperation.AMQP_MODULE, sdk = ModuleClient.class, call = "sendEvent", with = BOTH)
	void aModuleSendsMessages(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "with-module-" + protocol;
		devices.create(deviceId);
		ModuleClient client = devices.module(devices.createModule(deviceId, "m"), protocol);
		client.open(false);
		try {
			client.sendEvent(TestMessages.full("m-1", "from a module"));
		} finally {
			client.close();
		}
		List<ReceivedMessage> received = ReceivedMessage.of(HUB, deviceId);
		assertEquals(1, received.size());
		received.get(0).assertIsOfAmqp("m-1", "from a module");
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"AMQPS", "AMQPS_WS"})
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = MultiplexingClient.class, call = "open", with = BOTH + ", devices registered before and after")
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = MultiplexingClient.class, call = "registerDeviceClient", with = BOTH)
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = MultiplexingClient.class, call = "registerDeviceClients", with = BOTH)
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = MultiplexingClient.class, call = "unregisterDeviceClient", with = BOTH)
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = MultiplexingClient.class, call = "unregisterDeviceClients", with = BOTH)
	@Row(value = ContractOperation.AMQP_CONNECT, sdk = MultiplexingClient.class, call = "setConnectionStatusChangeCallback", with = BOTH)
	void severalDevicesShareAConnection(IotHubClientProtocol protocol) throws Exception {
		BlockingQueue<IotHubConnectionStatus> states = new LinkedBlockingQueue<>();
		MultiplexingClientOptions.MultiplexingClientOptionsBuilder options = MultiplexingClientOptions.builder().sslContext(HUB.tls());
		if (protocol == IotHubClientProtocol.AMQPS_WS) {
			HUB.proxy().map(ProxySettings::new).ifPresent(options::proxySettings);
		}
		MultiplexingClient client = new MultiplexingClient(HUB.hostName(), protocol, options.build());
		client.setRetryPolicy(new NoRetry());
		client.setConnectionStatusChangeCallback(change -> states.add(change.getNewStatus()), null);
		String prefix = protocol + "-";
		DeviceClient one = devices.client(devices.create(prefix + "one"), protocol);
		DeviceClient two = devices.client(devices.create(prefix + "two"), protocol);
		DeviceClient three = devices.client(devices.create(prefix + "three"), protocol);
		client.registerDeviceClient(one);
		client.open(false);
		try {
			assertEquals(IotHubConnectionStatus.CONNECTED, states.poll(20, TimeUnit.SECONDS));
			client.registerDeviceClients(List.of(two, three));
			one.sendEvent(new Message("1"));
			two.sendEvent(new Message("2"));
			three.sendEvent(new Message("3"));
			client.unregisterDeviceClient(three);
			client.unregisterDeviceClients(List.of(two));
			one.sendEvent(new Message("1 again"));
		} finally {
			client.close();
		}
		assertEquals(2, ReceivedMessage.of(HUB, prefix + "one").size());
		assertEquals(1, ReceivedMessage.of(HUB, prefix + "two").size());
		assertEquals(1, ReceivedMessage.of(HUB, prefix + "three").size());
	}

	private static Message next(BlockingQueue<Message> received) throws InterruptedException {
		Message message = received.poll(20, TimeUnit.SECONDS);
		assertNotNull(message, "no message came");
		return message;
	}
}
