// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.IotHubMessageResult;
import com.microsoft.azure.sdk.iot.service.ProxyOptions;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubDeviceMaximumQueueDepthExceededException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubUnauthorizedException;
import com.microsoft.azure.sdk.iot.service.messaging.AcknowledgementType;
import com.microsoft.azure.sdk.iot.service.messaging.DeliveryAcknowledgement;
import com.microsoft.azure.sdk.iot.service.messaging.FeedbackStatusCode;
import com.microsoft.azure.sdk.iot.service.messaging.FileUploadNotificationProcessorClient;
import com.microsoft.azure.sdk.iot.service.messaging.FileUploadNotificationProcessorClientOptions;
import com.microsoft.azure.sdk.iot.service.messaging.IotHubServiceClientProtocol;
import com.microsoft.azure.sdk.iot.service.messaging.Message;
import com.microsoft.azure.sdk.iot.service.messaging.MessageFeedbackProcessorClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessageFeedbackProcessorClientOptions;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClientOptions;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;
import iothubtools.tests.support.time.Eventually;

/** The service's side of messages over AMQP (contract §3.7). */
@ExtendWith(ConformanceTable.class)
class MessagingClientTest {

	private static final int TIMEOUT_MILLIS = 20_000;
	private static final String BOTH = "AMQPS, AMQPS_WS";

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private final DeviceClients devices = new DeviceClients(HUB);

	private static MessagingClient client(IotHubServiceClientProtocol protocol) {
		return client(HUB.connectionString(), protocol);
	}

	private static MessagingClient client(String connectionString, IotHubServiceClientProtocol protocol) {
		Optional<ProxyOptions> proxy = protocol == IotHubServiceClientProtocol.AMQPS ? Optional.empty() : HUB.proxy().map(ProxyOptions::new);
		return new MessagingClient(connectionString, protocol,
				MessagingClientOptions.builder().sslContext(HUB.tls()).proxyOptions(proxy.orElse(null)).build());
	}

	@ParameterizedTest
	@EnumSource(IotHubServiceClientProtocol.class)
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "open", with = BOTH)
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "send", with = BOTH + ", to a device and a module, all properties")
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "sendAsync", with = BOTH)
	void sendsMessages(IotHubServiceClientProtocol protocol) throws Exception {
		String deviceId = "device-" + protocol;
		String connection = devices.create(deviceId);
		devices.createModule(deviceId, "m");
		MessagingClient client = client(protocol);
		client.open(TIMEOUT_MILLIS);
		try {
			Message message = new Message("hello");
			message.setMessageId("m-1");
			message.setCorrelationId("c-1");
			message.setUserId("somebody");
			message.setProperties(Map.of("site", "A"));
			client.send(deviceId, message, TIMEOUT_MILLIS);
			client.send(deviceId, "m", new Message("to a module"), TIMEOUT_MILLIS);
			BlockingQueue<Boolean> sent = new LinkedBlockingQueue<>();
			client.sendAsync(deviceId, new Message("second"), result -> sent.add(result.wasSentSuccessfully()), null);
			assertEquals(Boolean.TRUE, sent.poll(20, TimeUnit.SECONDS));
		} finally {
			client.close(TIMEOUT_MILLIS);
		}
		BlockingQueue<com.microsoft.azure.sdk.iot.device.Message> received = new LinkedBlockingQueue<>();
		DeviceClient device = devices.client(connection, IotHubClientProtocol.AMQPS);
		device.setMessageCallback((message, context) -> {
			received.add(message);
			return IotHubMessageResult.COMPLETE;
		}, null);
		device.open(false);
		try {
			com.microsoft.azure.sdk.iot.device.Message first = received.poll(20, TimeUnit.SECONDS);
			assertNotNull(first);
			assertEquals("hello", new String(first.getBytes()));
			assertEquals("m-1", first.getMessageId());
			assertEquals("c-1", first.getCorrelationId());
			assertEquals("A", first.getProperty("site"));
			assertEquals("second", new String(received.poll(20, TimeUnit.SECONDS).getBytes()));
		} finally {
			device.close();
		}
	}

	@Test
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "send", with = "there is no such device", error = "IotHubNotFoundException: DeviceNotFound: nobody")
	void refusesWhatIsForNobody(ExpectedError error) throws Exception {
		MessagingClient client = client(IotHubServiceClientProtocol.AMQPS);
		client.open(TIMEOUT_MILLIS);
		try {
			error.isThrownBy(IotHubNotFoundException.class, () -> client.send("nobody", new Message("x"), TIMEOUT_MILLIS));
		} finally {
			client.close(TIMEOUT_MILLIS);
		}
	}

	@Test
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "send", with = "50 messages wait already", error = "IotHubDeviceMaximumQueueDepthExceededException: DeviceMaximumQueueDepthExceeded: The queue of 'full' holds 50 messages already.")
	void refusesTheFiftyFirst(ExpectedError error) throws Exception {
		devices.create("full");
		MessagingClient client = client(IotHubServiceClientProtocol.AMQPS);
		client.open(TIMEOUT_MILLIS);
		try {
			BlockingQueue<Boolean> sent = new LinkedBlockingQueue<>();
			for (int i = 0; i < 50; i++) {
				client.sendAsync("full", new Message("x"), result -> sent.add(result.wasSentSuccessfully()), null);
			}
			for (int i = 0; i < 50; i++) {
				assertEquals(Boolean.TRUE, sent.poll(20, TimeUnit.SECONDS));
			}
			error.isThrownBy(IotHubDeviceMaximumQueueDepthExceededException.class, () -> client.send("full", new Message("x"), TIMEOUT_MILLIS));
		} finally {
			client.close(TIMEOUT_MILLIS);
		}
	}

	@Test
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "open", with = "wrong key", error = "IotHubUnauthorizedException: Unauthorized")
	void refusesAWrongKey(ExpectedError error) {
		MessagingClient client = client(HUB.connectionString().replaceFirst("SharedAccessKey=.*", "SharedAccessKey=AAECAwQFBgcICQoLDA0ODw=="),
				IotHubServiceClientProtocol.AMQPS);
		error.isThrownBy(IotHubUnauthorizedException.class, () -> client.open(TIMEOUT_MILLIS));
	}

	@Test
	@Row(value = ContractOperation.AMQP_FEEDBACK, sdk = MessageFeedbackProcessorClient.class, call = "start", with = "AMQPS, completed and rejected; a batch that is abandoned comes again")
	void receivesFeedback() throws Exception {
		String connection = devices.create("told");
		MessagingClient client = client(IotHubServiceClientProtocol.AMQPS);
		client.open(TIMEOUT_MILLIS);
		for (String id : List.of("taken", "refused")) {
			Message message = new Message("x");
			message.setMessageId(id);
			message.setDeliveryAcknowledgement(DeliveryAcknowledgement.Full);
			client.send("told", message, TIMEOUT_MILLIS);
		}
		client.close(TIMEOUT_MILLIS);
		Map<String, FeedbackStatusCode> outcomes = new ConcurrentHashMap<>();
		AtomicBoolean abandoned = new AtomicBoolean();
		MessageFeedbackProcessorClient feedback = new MessageFeedbackProcessorClient(HUB.connectionString(), IotHubServiceClientProtocol.AMQPS,
				batch -> {
					if (abandoned.compareAndSet(false, true)) {
						return AcknowledgementType.ABANDON;
					}
					batch.getRecords().forEach(record -> outcomes.put(record.getOriginalMessageId(), record.getStatusCode()));
					return AcknowledgementType.COMPLETE;
				}, MessageFeedbackProcessorClientOptions.builder().sslContext(HUB.tls()).build());
		feedback.start(TIMEOUT_MILLIS);
		DeviceClient device = devices.client(connection, IotHubClientProtocol.AMQPS);
		device.setMessageCallback((message, context) -> message.getMessageId().equals("refused") ? IotHubMessageResult.REJECT
				: IotHubMessageResult.COMPLETE, null);
		device.open(false);
		try {
			Eventually.holds("feedback of both", () -> outcomes.size() == 2);
			assertEquals(new HashMap<>(Map.of("taken", FeedbackStatusCode.success, "refused", FeedbackStatusCode.rejected)),
					new HashMap<>(outcomes));
			assertTrue(abandoned.get());
		} finally {
			device.close();
			feedback.stop(TIMEOUT_MILLIS);
		}
	}

	@Test
	@Row(value = ContractOperation.AMQP_FILE_NOTIFICATIONS, sdk = FileUploadNotificationProcessorClient.class, call = "start", with = "AMQPS: there are none, as devices cannot upload files")
	void hearsOfNoFiles() throws Exception {
		BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
		FileUploadNotificationProcessorClient client = new FileUploadNotificationProcessorClient(HUB.connectionString(),
				IotHubServiceClientProtocol.AMQPS, notification -> {
					heard.add(notification);
					return AcknowledgementType.COMPLETE;
				}, FileUploadNotificationProcessorClientOptions.builder().sslContext(HUB.tls()).build());
		client.start(TIMEOUT_MILLIS);
		client.stop(TIMEOUT_MILLIS);
		assertNull(heard.poll());
	}
}
