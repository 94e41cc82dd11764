// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.AmqpDevices;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.HubException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/** The devices of a hub of a test, each with the same key, and what both sides of it need. */
final class Devices {

	/** Whatever is waited for comes in that time. */
	static final long SECONDS = 60;

	private static final SharedAccessKey KEY = SharedAccessKey.generate();
	private static final SharedAccessKey OTHER = SharedAccessKey.generate();

	private final LocalHubExtension hub;

	Devices(LocalHubExtension hub) {
		this.hub = hub;
	}

	/** The key that all of them have. */
	static DeviceProof key() {
		return new DeviceProof.Key(KEY);
	}

	/** How the hub knows that. */
	static SymmetricKeys keys() {
		return new SymmetricKeys(KEY, KEY);
	}

	/** A token that is made with it. */
	static String token(String resource, Instant until) {
		return SasToken.create(resource, KEY, null, until).value();
	}

	/** A key that none of them has. */
	static DeviceProof wrongKey() {
		return new DeviceProof.Key(OTHER);
	}

	void create(Stream<String> ids) throws Exception {
		List<BulkItem> all = ids.map(id -> BulkItem.create(identity(id))).toList();
		try (IotHubClient client = client()) {
			client.bulk().run(all).await(Cancellation.none());
		}
	}

	void create(String... ids) throws Exception {
		create(Stream.of(ids));
	}

	void create(DeviceIdentity identity) throws Exception {
		try (IotHubClient client = client()) {
			client.devices().create(identity).await(Cancellation.none());
		}
	}

	void status(String id, DeviceStatus status) throws Exception {
		change(id, found -> found.toBuilder().status(status).build());
	}

	private void change(String id, UnaryOperator<DeviceIdentity> how) throws Exception {
		try (IotHubClient client = client()) {
			client.devices().update(id, how).await(Cancellation.none());
		}
	}

	private static DeviceIdentity identity(String id) {
		return DeviceIdentity.builder(id).authentication(keys()).build();
	}

	/** What devices connect by, in TLS alone. */
	AmqpDevices.Builder builder() throws Exception {
		return at(connection().host());
	}

	/** The same with the WebSocket somewhere else. */
	AmqpDevices.Builder at(HubHost host) throws Exception {
		return AmqpDevices.builder(host).port(hub.hub().amqpPort()).trust(List.of(new CertificateFile(hub.hub().caCertificate()).read()));
	}

	/** The owner of the hub, over HTTPS. */
	IotHubClient client() throws Exception {
		return IotHubClient.builder(connection()).trust(List.of(new CertificateFile(hub.hub().caCertificate()).read())).build();
	}

	private HubConnectionString connection() {
		return HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
	}

	/** A text to send. */
	static DeviceMessage message(String text) {
		return DeviceMessage.builder().body(text.getBytes(StandardCharsets.UTF_8)).build();
	}

	/** What comes of it. */
	static <T> @Nullable T got(CompletableFuture<T> of) throws Exception {
		return of.get(SECONDS, TimeUnit.SECONDS);
	}

	/** The same of something that is always there. */
	static <T> T there(CompletableFuture<T> of) throws Exception {
		T there = of.get(SECONDS, TimeUnit.SECONDS);
		assertNotNull(there);
		return there;
	}

	/** Why nothing comes of it. */
	static <T extends HubException> T failure(Class<T> kind, CompletableFuture<?> of) {
		Throwable cause = assertThrows(ExecutionException.class, () -> of.get(SECONDS, TimeUnit.SECONDS)).getCause();
		return assertInstanceOf(kind, cause, () -> String.valueOf(cause));
	}
}
