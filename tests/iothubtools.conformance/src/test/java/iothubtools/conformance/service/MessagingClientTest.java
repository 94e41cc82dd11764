// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static com.microsoft.azure.sdk.iot.service.messaging.IotHubServiceClientProtocol.AMQPS;
import static com.microsoft.azure.sdk.iot.service.messaging.IotHubServiceClientProtocol.AMQPS_WS;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.service.ProxyOptions;
import com.microsoft.azure.sdk.iot.service.messaging.AcknowledgementType;
import com.microsoft.azure.sdk.iot.service.messaging.FileUploadNotificationProcessorClient;
import com.microsoft.azure.sdk.iot.service.messaging.FileUploadNotificationProcessorClientOptions;
import com.microsoft.azure.sdk.iot.service.messaging.Message;
import com.microsoft.azure.sdk.iot.service.messaging.MessageFeedbackProcessorClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessageFeedbackProcessorClientOptions;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClientOptions;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** The service's side of messages over AMQP (contract §3.7), which the local hub does not speak: what a caller sees then. */
@ExtendWith(ConformanceTable.class)
class MessagingClientTest {

	private static final int TIMEOUT_MILLIS = 10_000;

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	@Test
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "open", with = "AMQPS", unsupported = true, error = "IOException: Connection refused")
	void opensNothingOverAmqps(ExpectedError error) {
		MessagingClient client = new MessagingClient(HUB.connectionString(), AMQPS,
				MessagingClientOptions.builder().sslContext(HUB.tls()).build());
		error.isThrownBy(IOException.class, () -> client.open(TIMEOUT_MILLIS));
	}

	@Test
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "open", with = "AMQPS_WS", unsupported = true, error = "TimeoutException: Timed out waiting for the connection to the service to open")
	void opensNothingOverAmqpsWs(ExpectedError error) throws Exception {
		MessagingClient client = new MessagingClient(HUB.connectionString(), AMQPS_WS, MessagingClientOptions.builder()
				.sslContext(HUB.tls()).proxyOptions(HUB.proxy().map(ProxyOptions::new).orElse(null)).build());
		// the hub refuses the WebSocket and closes it; the SDK does not notice and waits
		error.isThrownBy(TimeoutException.class, () -> client.open(2_000));
		client.close(1_000);
	}

	@Test
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "send", with = "not open", unsupported = true, error = "IllegalStateException: Client must be opened before any message can be sent")
	@Row(value = ContractOperation.SEND_C2D, sdk = MessagingClient.class, call = "sendAsync", with = "not open", unsupported = true, error = "IllegalStateException: Client must be opened before any message can be sent")
	void sendsNothing(ExpectedError error) {
		MessagingClient client = new MessagingClient(HUB.connectionString(), AMQPS);
		error.isThrownBy(IllegalStateException.class, () -> client.send("device", new Message("hello")));
		error.isThrownBy(IllegalStateException.class, () -> client.sendAsync("device", new Message("hello"), sent -> { }, null));
	}

	@Test
	@Row(value = ContractOperation.AMQP_FEEDBACK, sdk = MessageFeedbackProcessorClient.class, call = "start", with = "AMQPS", unsupported = true, error = "IOException: Connection refused")
	void receivesNoFeedback(ExpectedError error) {
		MessageFeedbackProcessorClient client = new MessageFeedbackProcessorClient(HUB.connectionString(), AMQPS,
				batch -> AcknowledgementType.COMPLETE,
				MessageFeedbackProcessorClientOptions.builder().sslContext(HUB.tls()).build());
		error.isThrownBy(IOException.class, () -> client.start(TIMEOUT_MILLIS));
	}

	@Test
	@Row(value = ContractOperation.AMQP_FILE_NOTIFICATIONS, sdk = FileUploadNotificationProcessorClient.class, call = "start", with = "AMQPS", unsupported = true, error = "IOException: Connection refused")
	void receivesNoNotifications(ExpectedError error) {
		FileUploadNotificationProcessorClient client = new FileUploadNotificationProcessorClient(HUB.connectionString(), AMQPS,
				notification -> AcknowledgementType.COMPLETE,
				FileUploadNotificationProcessorClientOptions.builder().sslContext(HUB.tls()).build());
		error.isThrownBy(IOException.class, () -> client.start(TIMEOUT_MILLIS));
	}
}
