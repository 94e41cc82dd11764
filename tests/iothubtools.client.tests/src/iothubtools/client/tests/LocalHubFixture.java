// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.errors.HubException;
import iothubtools.client.internal.auth.TokenCache;
import iothubtools.client.internal.calls.Blocking;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubConnector;
import iothubtools.client.internal.transport.TransportSettings;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/** A local hub over HTTPS, and clients with the rights of its policies. */
final class LocalHubFixture extends LocalHubExtension {

	/** A hub without devices and without MQTT. */
	LocalHubFixture() {
		super(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT));
	}

	/** A client of the policy iothubowner. */
	IotHubClient client() throws IOException, GeneralSecurityException {
		return client(HubFixture.QUICK);
	}

	/** A client of the policy iothubowner that tries as often as is said. */
	IotHubClient client(RetryPolicy retry) throws IOException, GeneralSecurityException {
		return IotHubClient.builder(connection()).trust(List.of(authority())).retry(retry).build();
	}

	/** A client of a device with a certificate. */
	IotHubClient client(ClientCertificate certificate) throws IOException, GeneralSecurityException {
		return IotHubClient.builder(connection().host(), certificate).trust(List.of(authority())).retry(HubFixture.QUICK)
				.build();
	}

	/** A way to the paths that only a local hub has. */
	HubConnector connector() throws IOException, GeneralSecurityException {
		return new HubConnector(TransportSettings.defaults(connection().host()).withTrusted(List.of(authority())));
	}

	/** Queues a message for a device, as Azure takes it over AMQP only. */
	void sendToDevice(HubConnector connector, String deviceId, String messageId, String payload) throws HubException {
		HubAccess access = new HubAccess(connector, new TokenCache(SasToken.hubResource(connection().host()),
				assertInstanceOf(SharedAccessKey.class, connection().credential()), "iothubowner", Clock.systemUTC()));
		Blocking.await(access.send(access.request("POST", "/localhub/devices/" + deviceId + "/messages/deviceBound")
				.with("iothub-messageid", messageId).with("iothub-ack", "full").with("iothub-app-room", "4")
				.withBody("application/octet-stream", payload.getBytes(StandardCharsets.UTF_8))), Cancellation.none());
	}

	/** The number of messages the hub has from a device. */
	int received(String deviceId) {
		return hub().receivedMessages(deviceId).size();
	}

	/** The ids of the messages the hub has from a device. */
	Stream<String> receivedIds(String deviceId) {
		return hub().receivedMessages(deviceId).stream().map(message -> message.properties().getOrDefault("message-id", ""));
	}

	/** Lets something go wrong with a fifth of all operations. */
	void inject(FaultEffect effect) {
		hub().inject(FaultPlan.of(FaultRule.of(FaultRule.EVERY_OPERATION, effect).withRate(0.2)).withSeed(1));
	}

	/** How often it went wrong so far. */
	long injected() {
		return hub().injected().get(0);
	}

	HubConnectionString connection() {
		return HubConnectionString.parse(hub().serviceConnectionString());
	}

	X509Certificate authority() throws IOException, GeneralSecurityException {
		return new CertificateFile(hub().caCertificate()).read();
	}
}
