// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static iothubtools.amqp.tests.Devices.failure;
import static iothubtools.amqp.tests.Devices.got;
import static iothubtools.amqp.tests.Devices.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpDevices;
import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.devices.DeviceTelemetry;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.names.ClientId;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;

/** What devices send over AMQP: one or many on a connection, and what each is told when it cannot (contract §8.2). */
class DeviceTelemetryTest {

	@RegisterExtension
	final LocalHubExtension hub = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	private final Devices all = new Devices(hub);

	@Test
	void aMessageArrivesWithAllThatItSays() throws Exception {
		all.create("d#1%41+");
		Instant expiry = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
		DeviceTelemetry sent = new DeviceTelemetry(DeviceMessage.builder().body("{\"a\":1}".getBytes(StandardCharsets.UTF_8)).messageId("m-1")
				.correlationId("c-1").contentType("application/json").contentEncoding("utf-8").property("room", "kitchen ü").build(), "me", expiry,
				Instant.parse("2026-01-02T03:04:05Z"), "thermostat");
		try (AmqpDevices devices = all.builder().build(); Reading reading = new Reading()) {
			got(devices.connect(ClientId.device("d#1%41+"), Devices.key(), DeviceListener.NONE).send(sent));

			TelemetryMessage got = reading.heard.message();
			assertEquals(ClientId.device("d#1%41+"), got.sender());
			assertEquals("{\"a\":1}", got.body().text());
			assertEquals("m-1", got.system().messageId());
			assertEquals("c-1", got.system().correlationId());
			assertEquals("me", got.system().userId());
			assertEquals("application/json", got.system().contentType());
			assertEquals("utf-8", got.system().contentEncoding());
			assertEquals(expiry, got.system().expiry());
			assertEquals("kitchen ü", got.properties().get("room"));
			assertEquals("2026-01-02T03:04:05Z", got.properties().get("iothub-creation-time-utc"));
			assertEquals("thermostat", got.annotations().get("dt-subject"));
		}
	}

	@Test
	void twoHundredDevicesSendOverOneConnectionAndOneThread() throws Exception {
		List<String> ids = IntStream.range(0, 200).mapToObj(i -> "d" + i).toList();
		all.create(ids.stream());
		try (AmqpDevices devices = all.builder().build(); Reading reading = new Reading()) {
			List<AmqpDevice> connected = ids.stream().map(id -> devices.connect(ClientId.device(id), Devices.key(), DeviceListener.NONE)).toList();
			List<CompletableFuture<@Nullable Void>> sent = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				for (AmqpDevice device : connected) {
					sent.add(device.send(message(device.id() + " " + i)));
				}
			}
			for (CompletableFuture<@Nullable Void> one : sent) {
				got(one);
			}
			Set<String> heard = new TreeSet<>();
			for (int i = 0; i < 2000; i++) {
				TelemetryMessage message = reading.heard.message();
				assertTrue(message.body().text().startsWith(message.sender() + " "), () -> message.sender() + " said " + message.body().text());
				heard.add(message.body().text());
			}
			assertEquals(2000, heard.size());
			assertEquals(1, Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("IoT Hub devices")).count());
		}
	}

	@Test
	void aWrongKeyOfOneOfTwoHundredIsNoTroubleToTheOthers() throws Exception {
		List<String> ids = IntStream.range(0, 200).mapToObj(i -> "d" + i).toList();
		all.create(ids.stream());
		DeviceHeard wrong = new DeviceHeard();
		try (AmqpDevices devices = all.builder().build()) {
			List<CompletableFuture<@Nullable Void>> right = new ArrayList<>();
			CompletableFuture<@Nullable Void> refused = CompletableFuture.completedFuture(null);
			for (String id : ids) {
				boolean one = id.equals("d77");
				AmqpDevice device = devices.connect(ClientId.device(id), one ? Devices.wrongKey() : Devices.key(), one ? wrong : DeviceListener.NONE);
				CompletableFuture<@Nullable Void> sent = device.send(message("x"));
				if (one) {
					refused = sent;
				} else {
					right.add(sent);
				}
			}
			assertEquals(401, failure(ServiceException.class, refused).status());
			assertEquals(401, ((ServiceException) wrong.failed()).status());
			for (CompletableFuture<@Nullable Void> one : right) {
				got(one);
			}
			assertEquals(199, right.size());
		}
	}

	@Test
	void aPolicyMaySpeakForAnyDevice() throws Exception {
		all.create("p");
		HubConnectionString policy = HubConnectionString.parse(hub.hub().connectionString("device"));
		SharedAccessPolicy may = new SharedAccessPolicy(policy.policyName(), (SharedAccessKey) policy.credential());
		HubConnectionString other = HubConnectionString.parse(hub.hub().connectionString("service"));
		SharedAccessPolicy mayNot = new SharedAccessPolicy(other.policyName(), (SharedAccessKey) other.credential());
		try (AmqpDevices devices = all.builder().build()) {
			got(devices.connect(ClientId.device("p"), new DeviceProof.Policy(may), DeviceListener.NONE).send(message("x")));
			assertEquals(401, failure(ServiceException.class,
					devices.connect(ClientId.device("p"), new DeviceProof.Policy(mayNot), DeviceListener.NONE).connected()).status());
		}
	}

	@Test
	void aDisabledDeviceIsToldSoAndOneThatIsDisabledMeanwhileToo() throws Exception {
		all.create("off", "later", "on");
		all.status("off", DeviceStatus.DISABLED);
		DeviceHeard heard = new DeviceHeard();
		try (AmqpDevices devices = all.builder().build()) {
			AmqpDevice on = devices.connect(ClientId.device("on"), Devices.key(), DeviceListener.NONE);
			AmqpDevice later = devices.connect(ClientId.device("later"), Devices.key(), heard);
			ServiceException refused = failure(ServiceException.class,
					devices.connect(ClientId.device("off"), Devices.key(), DeviceListener.NONE).connected());
			assertTrue(refused.status() == 401 || refused.status() == 403, refused::toString);
			got(later.send(message("x")));

			all.status("later", DeviceStatus.DISABLED);
			ServiceException then = (ServiceException) heard.failed();
			assertTrue(then.status() == 401 || then.status() == 403, then::toString);
			assertEquals(then, failure(ServiceException.class, later.send(message("y"))));
			got(on.send(message("z")));
		}
	}

	@Test
	void aDeviceThatIsNotThereIsToldOf() throws Exception {
		try (AmqpDevices devices = all.builder().build()) {
			ServiceException refused = failure(ServiceException.class,
					devices.connect(ClientId.device("nobody"), Devices.key(), DeviceListener.NONE).connected());
			assertTrue(refused.status() == 401 || refused.status() == 404, refused::toString);
		}
	}

	@Test
	void aMessageThatTheHubDoesNotTakeSaysWhyWithTheNumberToAskAbout() throws Exception {
		all.create("d");
		try (AmqpDevices devices = all.builder().build()) {
			AmqpDevice device = devices.connect(ClientId.device("d"), Devices.key(), DeviceListener.NONE);
			got(device.send(message("first")));
			hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("SendDeviceEvent", new FaultEffect.Status(429, "ThrottlingException")))));
			ServiceException throttled = failure(ServiceException.class, device.send(message("second")));
			assertEquals(HubErrorCode.THROTTLING_EXCEPTION, throttled.code());
			assertFalse(String.valueOf(throttled.trackingId()).isEmpty());
			hub.hub().inject(FaultPlan.NONE);
			got(device.send(message("third")));
		}
	}

	@Test
	void whatCannotBeSentIsRefusedBeforeItIs() {
		assertThrows(InvalidInputException.class, () -> DeviceTelemetry.of(DeviceMessage.builder().body(new byte[256 * 1024 + 1]).build()));
		assertThrows(InvalidInputException.class, () -> DeviceTelemetry.of(DeviceMessage.builder().contentType("tëxt").build()));
		assertThrows(InvalidInputException.class, () -> DeviceTelemetry.of(DeviceMessage.builder().messageId("a b").build()));
	}

	@Test
	void whatWasSentWhenTheHubWasAwayArrivesWhenItIsBack() throws Exception {
		all.create("a", "b");
		DeviceHeard heard = new DeviceHeard();
		try (AmqpDevices devices = all.builder().build()) {
			AmqpDevice a = devices.connect(ClientId.device("a"), Devices.key(), heard);
			AmqpDevice b = devices.connect(ClientId.device("b"), Devices.key(), DeviceListener.NONE);
			got(a.send(message("1")));
			got(b.send(message("1")));
			heard.connectedAgain();
			hub.stop();
			assertTrue(heard.lost() instanceof ConnectionException);
			CompletableFuture<@Nullable Void> waits = a.send(message("2"));
			CompletableFuture<@Nullable Void> waitsToo = b.send(message("2"));
			hub.restart();
			got(waits);
			got(waitsToo);
			heard.connectedAgain();
		}
	}

	@Test
	void whatTheHubDidNotAnswerWhenTheConnectionBrokeIsSentAgain() throws Exception {
		all.create("d");
		try (AmqpDevices devices = all.builder().build(); Reading reading = new Reading()) {
			AmqpDevice device = devices.connect(ClientId.device("d"), Devices.key(), DeviceListener.NONE);
			got(device.send(message("first")));
			hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("SendDeviceEvent", FaultEffect.Break.DROP_BEFORE).withTimes(1))));
			got(device.send(message("second")));
			assertEquals(List.of("first", "second"), reading.heard.bodies(2));
		}
	}

	@Test
	void whyThereIsNoConnectionIsToldAtOnce() throws Exception {
		all.create("d");
		int closed;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = socket.getLocalPort();
		}
		try (AmqpDevices nothing = all.builder().port(closed).build(); AmqpDevices untrusted = all.builder().trust(List.of()).build()) {
			AmqpDevice device = nothing.connect(ClientId.device("d"), Devices.key(), DeviceListener.NONE);
			assertEquals(ConnectionException.Kind.REFUSED, failure(ConnectionException.class, device.connected()).kind());
			assertEquals(ConnectionException.Kind.REFUSED, failure(ConnectionException.class, device.send(message("x"))).kind());
			assertEquals(ConnectionException.Kind.TLS_NOT_TRUSTED, failure(ConnectionException.class,
					untrusted.connect(ClientId.device("d"), Devices.key(), DeviceListener.NONE).connected()).kind());
		}
	}

	@Test
	void aHubThatDoesNotAnswerIsNotWaitedForForever() throws Exception {
		all.create("d");
		try (AmqpDevices devices = all.builder().answerWithin(Duration.ofSeconds(2)).build()) {
			AmqpDevice device = devices.connect(ClientId.device("d"), Devices.key(), DeviceListener.NONE);
			got(device.connected());
			hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("SendDeviceEvent", new FaultEffect.Delay(Duration.ofSeconds(30))))));
			ConnectionException late = failure(ConnectionException.class, device.send(message("x")));
			assertEquals(ConnectionException.Kind.TIMEOUT, late.kind());
			assertTrue(late.isUnclear(), "it may have got there");
		}
	}

	@Test
	void closingEndsWhatIsUnderWayAtOnce() throws Exception {
		all.create("d");
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			AmqpDevices devices = all.builder().port(silent.getLocalPort()).build();
			AmqpDevice one = devices.connect(ClientId.device("d"), Devices.key(), DeviceListener.NONE);
			AmqpDevice other = devices.connect(ClientId.device("e"), Devices.key(), DeviceListener.NONE);
			CompletableFuture<@Nullable Void> sent = one.send(message("x"));
			one.close();
			assertThrows(CancellationException.class, () -> sent.get(1, TimeUnit.SECONDS));
			CompletableFuture<@Nullable Void> second = other.send(message("x"));
			devices.close();
			assertThrows(CancellationException.class, () -> second.get(1, TimeUnit.SECONDS));
			assertThrows(CancellationException.class, () -> other.connected().get(1, TimeUnit.SECONDS));
			assertThrows(CancellationException.class, () -> other.send(message("x")).get(1, TimeUnit.SECONDS));
		}
	}

	@Test
	void aDeviceComesAndGoesWhileOthersStay() throws Exception {
		all.create("a", "b");
		try (AmqpDevices devices = all.builder().build()) {
			AmqpDevice stays = devices.connect(ClientId.device("a"), Devices.key(), DeviceListener.NONE);
			for (int i = 0; i < 5; i++) {
				try (AmqpDevice guest = devices.connect(ClientId.device("b"), Devices.key(), DeviceListener.NONE)) {
					got(guest.send(message("x")));
				}
				got(stays.send(message("y")));
			}
		}
	}

	/** Whoever reads what devices send, from the beginning. */
	private final class Reading implements AutoCloseable {

		private final Heard heard = new Heard();
		private final AmqpHub service;
		private final TelemetrySubscription subscription;

		Reading() throws Exception {
			service = Services.of(hub, "service").build();
			subscription = service.telemetry(TelemetryRequest.of("$Default", new StartPosition.Earliest()), heard);
		}

		@Override
		public void close() {
			subscription.close();
			service.close();
		}
	}
}
