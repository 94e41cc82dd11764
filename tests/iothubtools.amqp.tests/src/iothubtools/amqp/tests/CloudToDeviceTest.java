// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.amqp.commands.FeedbackSubscription;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.FeedbackStatus;
import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;
import iothubtools.tests.support.time.Eventually;

/** Cloud-to-device messages from the service to the device, and what the service hears of them (contract §3.7). */
class CloudToDeviceTest {

	private static final long SECONDS = 20;

	@RegisterExtension
	final LocalHubExtension hub = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	@Test
	void aMessageReachesItsDeviceWithAllThatItSays() throws Exception {
		create("d#1%41+");
		CloudToDeviceMessage message = FullMessage.to("d#1%41+");
		try (AmqpHub service = service("service"); IotHubClient client = client()) {
			assertInstanceOf(CloudToDeviceOutcome.Accepted.class, outcome(service, message));

			ReceivedCloudToDeviceMessage received = client.device("d#1%41+").receive().await(Cancellation.none()).get();
			FullMessage.assertReceived(message, received);
		}
	}

	@Test
	void theHubSaysWhyItDoesNotTakeAMessage() throws Exception {
		create("d");
		try (AmqpHub service = service("service")) {
			ServiceException unknown = rejection(service, message("nobody"));
			assertEquals(HubErrorCode.DEVICE_NOT_FOUND, unknown.code());
			assertNotNull(unknown.trackingId());
			// it did not come over HTTP
			assertTrue(String.valueOf(unknown.getMessage()).startsWith("DeviceNotFound: "), unknown::getMessage);

			for (CompletableFuture<CloudToDeviceOutcome> each : send(service, 50)) {
				assertInstanceOf(CloudToDeviceOutcome.Accepted.class, each.get(SECONDS, TimeUnit.SECONDS));
			}
			assertEquals(HubErrorCode.DEVICE_MAXIMUM_QUEUE_DEPTH_EXCEEDED, rejection(service, message("d")).code());
			// one of 256 KB has to be cut into frames, and is more than a device is sent
			CloudToDeviceMessage large = CloudToDeviceMessage.of(ClientId.device("d"), new Payload(new byte[256 * 1024]));
			assertNotNull(rejection(service, large));
		}
	}

	@Test
	void whatTheHubSaysIsShownWithoutSecrets() throws Exception {
		try (AmqpHub service = service("service")) {
			// an id may look so, and the hub says which device it does not know
			ServiceException unknown = rejection(service, message("sig=c2VjcmV0"));
			assertTrue(unknown.serviceMessage().contains("sig=***"), unknown::getMessage);
			assertFalse(unknown.getMessage().contains("c2VjcmV0"), unknown::getMessage);
		}
	}

	@Test
	void feedbackTellsWhatBecameOfEach() throws Exception {
		create("d");
		create("e");
		BlockingQueue<FeedbackRecord> heard = new LinkedBlockingQueue<>();
		try (AmqpHub service = service("service");
				IotHubClient client = client();
				FeedbackSubscription feedback = service.feedback(listener(heard, new CompletableFuture<>()))) {
			// a batch is whole with 64, and comes at once then
			for (String device : List.of("d", "e")) {
				for (int i = 0; i < 32; i++) {
					assertInstanceOf(CloudToDeviceOutcome.Accepted.class, outcome(service, tracked(device, device + i)));
				}
				client.cloudToDevice().purge(device).await(Cancellation.none());
			}
			List<String> ids = new ArrayList<>();
			while (ids.size() < 64) {
				FeedbackRecord record = heard.poll(SECONDS, TimeUnit.SECONDS);
				assertNotNull(record, () -> "only " + ids);
				assertEquals(FeedbackStatus.PURGED, record.status());
				assertTrue(record.originalMessageId().startsWith(record.deviceId()));
				assertNotNull(record.enqueuedTime());
				ids.add(record.originalMessageId());
			}
			assertEquals(64, ids.stream().distinct().count());
		}
	}

	@Test
	void whoMayNotSendIsToldSo() throws Exception {
		create("d");
		BlockingQueue<FeedbackRecord> heard = new LinkedBlockingQueue<>();
		CompletableFuture<HubException> end = new CompletableFuture<>();
		SharedAccessKey other = SharedAccessKey.parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
		try (AmqpHub wrongKey = builder(new SharedAccessPolicy("service", other)).build(); AmqpHub noRight = service("registryRead")) {
			assertEquals(401, assertInstanceOf(ServiceException.class, failure(wrongKey)).status());
			ServiceException refusal = assertInstanceOf(ServiceException.class, failure(noRight));
			assertTrue(refusal.status() == 401 || refusal.status() == 403, refusal::toString);
			noRight.feedback(listener(heard, end)).toString();
			assertInstanceOf(ServiceException.class, end.get(SECONDS, TimeUnit.SECONDS));
		}
	}

	@Test
	void whyThereIsNoConnectionIsTold() throws Exception {
		int closed;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = socket.getLocalPort();
		}
		HubConnectionString connection = connection("service");
		try (AmqpHub nothing = builder(policy(connection)).port(closed).build();
				AmqpHub untrusted = AmqpHub.builder(connection.host(), policy(connection)).port(hub.hub().amqpPort()).build()) {
			assertEquals(ConnectionException.Kind.REFUSED, assertInstanceOf(ConnectionException.class, failure(nothing)).kind());
			assertEquals(ConnectionException.Kind.TLS_NOT_TRUSTED, assertInstanceOf(ConnectionException.class, failure(untrusted)).kind());
		}
	}

	@Test
	void aHubThatComesBackIsFoundAgain() throws Exception {
		create("d");
		int port = hub.hub().amqpPort();
		BlockingQueue<FeedbackRecord> heard = new LinkedBlockingQueue<>();
		CompletableFuture<HubException> end = new CompletableFuture<>();
		try (AmqpHub service = service("service"); FeedbackSubscription feedback = service.feedback(listener(heard, end))) {
			assertInstanceOf(CloudToDeviceOutcome.Accepted.class, outcome(service, message("d")));
			hub.restart(settings -> settings.withAmqpPort(port));
			CloudToDeviceOutcome second;
			try {
				second = outcome(service, message("d"));
			} catch (ExecutionException e) {
				// the end of the old connection was noticed only now
				assertInstanceOf(ConnectionException.class, e.getCause());
				second = outcome(service, message("d"));
			}
			assertInstanceOf(CloudToDeviceOutcome.Accepted.class, second);
			assertFalse(end.isDone(), "the subscription lives on");
		}
	}

	/** Services do both while they move or mend something. */
	@Test
	void feedbackGoesOnWhenTheHubEndsItsLinkOrIsBusyForAWhile() throws Exception {
		create("d");
		BlockingQueue<FeedbackRecord> heard = new LinkedBlockingQueue<>();
		CompletableFuture<HubException> end = new CompletableFuture<>();
		// the links for the token are opened before that
		hub.hub().inject(FaultPlan.of(FaultRule.of("AttachLink", FaultEffect.Break.TRUNCATE).withSkip(2).withTimes(1),
				FaultRule.of("AttachLink", new FaultEffect.Status(503, "ServerBusy")).withSkip(3).withTimes(1)));
		try (AmqpHub service = service("service");
				IotHubClient client = client();
				FeedbackSubscription feedback = service.feedback(listener(heard, end))) {
			Eventually.holds("both went wrong, or it has ended", () -> end.isDone() || hub.hub().injected().equals(List.of(1L, 1L)));
			hub.hub().inject(FaultPlan.NONE);
			for (int i = 0; i < 64; i++) {
				assertInstanceOf(CloudToDeviceOutcome.Accepted.class, outcome(service, tracked("d", "d" + i)));
				if (i % 32 == 31) {
					client.cloudToDevice().purge("d").await(Cancellation.none());
				}
			}
			assertNotNull(heard.poll(SECONDS, TimeUnit.SECONDS), () -> "nothing came, " + end);
			assertFalse(end.isDone(), "the subscription lives on");
		}
	}

	@Test
	void closingEndsWhatIsUnderWayAtOnce() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			AmqpHub service = builder(policy(connection("service"))).port(silent.getLocalPort()).build();
			CompletableFuture<CloudToDeviceOutcome> sent = service.send(message("d"));
			service.close();
			assertThrows(CancellationException.class, () -> sent.get(1, TimeUnit.SECONDS));
			assertThrows(CancellationException.class, () -> service.send(message("d")).get(1, TimeUnit.SECONDS));
		}
	}

	@Test
	void aHubThatDoesNotAnswerIsNotWaitedForForever() throws Exception {
		create("d");
		hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("SendCloudToDeviceMessage", new FaultEffect.Delay(Duration.ofSeconds(10))))));
		try (AmqpHub service = builder(policy(connection("service"))).answerWithin(Duration.ofSeconds(2)).build()) {
			assertTrue(timeout(service).isUnclear(), "it may have got there");
		}
		hub.hub().inject(FaultPlan.NONE);
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				AmqpHub service = builder(policy(connection("service"))).port(silent.getLocalPort()).answerWithin(Duration.ofSeconds(1)).build()) {
			assertFalse(timeout(service).isUnclear(), "it was not sent");
		}
	}

	private static ConnectionException timeout(AmqpHub service) {
		ConnectionException timeout = assertInstanceOf(ConnectionException.class, failure(service));
		assertEquals(ConnectionException.Kind.TIMEOUT, timeout.kind());
		return timeout;
	}

	@Test
	void aContentTypeThatCannotBeIsRefusedBeforeItIsSent() {
		assertThrows(InvalidInputException.class, () -> new CloudToDeviceMessage(ClientId.device("d"), payload(""), null, null, null, null,
				FeedbackMode.NONE, "tëxt", null, Map.of()));
	}

	private static FeedbackListener listener(BlockingQueue<FeedbackRecord> heard, CompletableFuture<HubException> end) {
		return new FeedbackListener() {
			@Override
			public void feedback(List<FeedbackRecord> records) {
				heard.addAll(records);
			}

			@Override
			public void failed(HubException failure) {
				end.complete(failure);
			}
		};
	}

	private static List<CompletableFuture<CloudToDeviceOutcome>> send(AmqpHub service, int count) {
		List<CompletableFuture<CloudToDeviceOutcome>> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			all.add(service.send(message("d")));
		}
		return all;
	}

	private static CloudToDeviceOutcome outcome(AmqpHub service, CloudToDeviceMessage message) throws Exception {
		return service.send(message).get(SECONDS, TimeUnit.SECONDS);
	}

	private static ServiceException rejection(AmqpHub service, CloudToDeviceMessage message) throws Exception {
		return assertInstanceOf(CloudToDeviceOutcome.Rejected.class, outcome(service, message)).reason();
	}

	private static Throwable failure(AmqpHub service) {
		return assertThrows(ExecutionException.class, () -> outcome(service, message("d"))).getCause();
	}

	private static CloudToDeviceMessage message(String device) {
		return CloudToDeviceMessage.of(ClientId.device(device), payload("x"));
	}

	private static CloudToDeviceMessage tracked(String device, String id) {
		return new CloudToDeviceMessage(ClientId.device(device), payload("x"), id, null, null, null, FeedbackMode.FULL, null, null, Map.of());
	}

	private static Payload payload(String text) {
		return new Payload(text.getBytes(StandardCharsets.UTF_8));
	}

	private void create(String deviceId) throws Exception {
		try (IotHubClient client = client()) {
			client.devices().create(DeviceIdentity.builder(deviceId).build()).await(Cancellation.none());
		}
	}

	private IotHubClient client() throws Exception {
		return IotHubClient.builder(connection("iothubowner")).trust(List.of(new CertificateFile(hub.hub().caCertificate()).read())).build();
	}

	private AmqpHub service(String policy) throws Exception {
		return builder(policy(connection(policy))).build();
	}

	private AmqpHub.Builder builder(SharedAccessPolicy policy) throws Exception {
		return AmqpHub.builder(connection("service").host(), policy).port(hub.hub().amqpPort())
				.trust(List.of(new CertificateFile(hub.hub().caCertificate()).read()));
	}

	private HubConnectionString connection(String policy) {
		return HubConnectionString.parse(hub.hub().connectionString(policy));
	}

	private static SharedAccessPolicy policy(HubConnectionString connection) {
		return new SharedAccessPolicy(connection.policyName(), assertInstanceOf(SharedAccessKey.class, connection.credential()));
	}
}
