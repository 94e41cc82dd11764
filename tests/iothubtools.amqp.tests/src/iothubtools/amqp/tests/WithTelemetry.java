// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/** Tests of what devices send, at the endpoint of a real hub. */
abstract class WithTelemetry {

	static final StartPosition EARLIEST = new StartPosition.Earliest();
	static final StartPosition LATEST = new StartPosition.Latest();

	@RegisterExtension
	final LocalHubExtension hub = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	@Nullable IotHubClient client;

	@BeforeEach
	void connect() throws Exception {
		client = IotHubClient.builder(HubConnectionString.parse(hub.hub().connectionString("iothubowner")))
				.trust(List.of(new CertificateFile(hub.hub().caCertificate()).read())).build();
	}

	@AfterEach
	void disconnect() {
		client().close();
	}

	IotHubClient client() {
		return Objects.requireNonNull(client);
	}

	List<TelemetryMessage> read(AmqpHub service, StartPosition start, int count) throws Exception {
		Heard heard = new Heard();
		try (TelemetrySubscription reading = service.telemetry(of(start), heard)) {
			List<TelemetryMessage> messages = new ArrayList<>();
			while (messages.size() < count) {
				messages.add(heard.message());
			}
			heard.reading();
			assertEquals(0, heard.left());
			return messages;
		}
	}

	static List<String> texts(List<TelemetryMessage> messages) {
		return messages.stream().map(message -> message.body().text()).toList();
	}

	static StartPosition behind(String partition, String offset) {
		return new StartPosition.AfterOffsets(Map.of(partition, offset), LATEST);
	}

	static TelemetryRequest of(StartPosition start) {
		return TelemetryRequest.of(TelemetryRequest.DEFAULT_GROUP, start);
	}

	static DeviceMessage message(String body) {
		return DeviceMessage.builder().body(body.getBytes(StandardCharsets.UTF_8)).build();
	}

	void send(String device, String... bodies) throws Exception {
		for (String body : bodies) {
			client().device(device).send(message(body)).await(Cancellation.none());
		}
	}

	DeviceIdentity create(String id) throws Exception {
		return client().devices().create(DeviceIdentity.builder(id).build()).await(Cancellation.none());
	}

	AmqpHub service(String policy) throws Exception {
		return Services.of(hub, policy).answerWithin(Duration.ofSeconds(60)).build();
	}
}
