// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonParser;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.MessageSource;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.IotHubClient;
import iothubtools.client.SendReceipt;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.client.names.ClientId;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/** What devices send, read at the built-in endpoint that the hub leads to (contract §7). */
class TelemetryTest {

	private static final StartPosition EARLIEST = new StartPosition.Earliest();
	private static final StartPosition LATEST = new StartPosition.Latest();

	@RegisterExtension
	final LocalHubExtension hub = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	private @Nullable IotHubClient client;

	@BeforeEach
	void connect() throws Exception {
		client = IotHubClient.builder(HubConnectionString.parse(hub.hub().connectionString("iothubowner")))
				.trust(List.of(new CertificateFile(hub.hub().caCertificate()).read())).build();
	}

	@AfterEach
	void disconnect() {
		client().close();
	}

	private IotHubClient client() {
		return Objects.requireNonNull(client);
	}

	@Test
	void aMessageComesWithAllThatItsDeviceSaidAndTheHubKnows() throws Exception {
		DeviceIdentity device = create("d#1%41+");
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			TelemetryEndpoint endpoint = heard.reading();
			assertEquals(List.of("0", "1", "2", "3"), endpoint.partitions());
			Instant before = Instant.now().minusSeconds(1);
			client().device("d#1%41+").send(DeviceMessage.builder().body("{\"a\":1}".getBytes(StandardCharsets.UTF_8)).messageId("m-1")
					.correlationId("c-1").contentType("application/json").contentEncoding("utf-8").property("room", "4").property("temperature-alert", "true").build())
					.await(Cancellation.none());
			TelemetryMessage message = heard.message();

			assertEquals("{\"a\":1}", message.body().text());
			assertEquals(ClientId.device("d#1%41+"), message.sender());
			assertEquals(MessageSource.TELEMETRY, message.source());
			assertEquals("m-1", message.system().messageId());
			assertEquals("c-1", message.system().correlationId());
			assertEquals("application/json", message.system().contentType());
			assertEquals("utf-8", message.system().contentEncoding());
			assertNull(message.system().userId());
			assertEquals(Map.of("room", "4", "temperature-alert", "true"), message.properties());
			EventPosition position = message.position();
			assertTrue(endpoint.partitions().contains(position.partition()));
			assertEquals(0, position.sequenceNumber());
			assertFalse(position.offset().isEmpty());
			assertTrue(position.enqueuedTime().isAfter(before) && position.enqueuedTime().isBefore(Instant.now().plusSeconds(1)));
			Map<String, Object> annotations = message.annotations();
			assertEquals("d#1%41+", annotations.get("iothub-connection-device-id"));
			assertEquals("Telemetry", annotations.get("iothub-message-source"));
			assertEquals(device.generationId(), annotations.get("iothub-connection-auth-generation-id"));
			assertEquals("hub", JsonParser.parseString(String.valueOf(annotations.get("iothub-connection-auth-method"))).getAsJsonObject()
					.get("scope").getAsString());
			assertInstanceOf(Instant.class, annotations.get("iothub-enqueuedtime"));
			assertEquals(position.enqueuedTime(), annotations.get("x-opt-enqueued-time"));
			assertEquals(position.sequenceNumber(), annotations.get("x-opt-sequence-number"));
			assertEquals(position.offset(), annotations.get("x-opt-offset"));
		}
	}

	@Test
	void itBeginsWhereItIsTold() throws Exception {
		create("d");
		try (AmqpHub service = service("service")) {
			send("d", "0", "1", "2");
			List<TelemetryMessage> first = read(service, EARLIEST, 3);
			String partition = first.get(0).position().partition();
			Instant third = first.get(2).position().enqueuedTime();
			assertEquals(List.of("0", "1", "2"), texts(first));
			assertEquals(List.of("1", "2"), texts(read(service, behind(partition, first.get(0).position().offset()), 2)));
			assertEquals(List.of("2"), texts(read(service, new StartPosition.AfterSequenceNumbers(Map.of(partition, 1L), LATEST), 1)));
			assertEquals(List.of("0", "1", "2"), texts(read(service, new StartPosition.AfterOffsets(Map.of(), EARLIEST), 3)));
			assertEquals(List.of("0", "1", "2"), texts(read(service, new StartPosition.After(third.minusSeconds(600)), 3)));
			Heard late = new Heard();
			Heard latest = new Heard();
			try (TelemetrySubscription afterThat = service.telemetry(of(new StartPosition.After(third)), late);
					TelemetrySubscription fromNow = service.telemetry(of(LATEST), latest)) {
				latest.reading();
				late.reading();
				send("d", "3");
				assertEquals(List.of("3"), latest.bodies(1));
				assertEquals("3", last(late, "3"));
			}
		}
	}

	/** What stands in the same millisecond as the time may come as well. */
	private static String last(Heard heard, String wanted) throws Exception {
		String next = heard.bodies(1).get(0);
		return next.equals(wanted) ? next : last(heard, wanted);
	}

	@Test
	void whatWasSeenIsNotSeenAgain() throws Exception {
		create("d");
		create("e");
		StartPosition on;
		try (AmqpHub service = service("service")) {
			send("d", "d0");
			Heard heard = new Heard();
			try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
				heard.reading();
				send("d", "d1");
				assertEquals(List.of("d1"), heard.bodies(1));
				on = reading.resumption();
			}
			send("d", "d2");
			send("e", "e0");
			assertEquals(Set.of("d2", "e0"), new HashSet<>(texts(read(service, on, 2))));
		}
	}

	@Test
	void aConnectionStringOfTheEndpointIsEnough() throws Exception {
		create("d");
		EventHubConnectionString endpoint = EventHubConnectionString.parse(hub.hub().eventHubConnectionString("service"));
		Heard heard = new Heard();
		// of the hub itself nothing is needed
		try (AmqpHub service = service("registryRead");
				TelemetrySubscription reading = service.telemetry(new TelemetryRequest("$Default", LATEST, endpoint, Set.of()), heard)) {
			assertEquals(endpoint.entity(), heard.reading().entity());
			send("d", "x");
			assertEquals(List.of("x"), heard.bodies(1));
		}
	}

	@Test
	void twentyThousandMessagesComeOnceEachAndInOrder() throws Exception {
		int devices = 20;
		int each = 1000;
		List<DeviceMessage> messages = new ArrayList<>();
		for (int i = 0; i < each; i++) {
			messages.add(message(Integer.toString(i)));
		}
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			for (int i = 0; i < devices; i++) {
				create("d" + i);
				for (MessageBatch batch : MessageBatch.split(messages)) {
					client().device("d" + i).send(batch).await(Cancellation.none());
				}
			}
			Map<ClientId, Integer> next = new HashMap<>();
			for (int i = 0; i < devices * each; i++) {
				TelemetryMessage message = heard.message();
				int expected = next.merge(message.sender(), 1, Integer::sum) - 1;
				assertEquals(Integer.toString(expected), message.body().text(), () -> "of " + message.sender());
			}
			assertEquals(devices, next.size());
			assertEquals(0, heard.left());
		}
	}

	@Test
	void whoeverDoesNotReadHoldsUpNobodyAndLosesNothing() throws Exception {
		create("d");
		byte[] large = new byte[200_000];
		CountDownLatch go = new CountDownLatch(1);
		Heard slow = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				try {
					assertTrue(go.await(120, TimeUnit.SECONDS));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				super.messages(batch);
			}
		};
		Heard quick = new Heard();
		// more than may wait at the reader's and under way
		int count = 120;
		try (AmqpHub service = service("service");
				TelemetrySubscription slowly = service.telemetry(of(LATEST), slow);
				TelemetrySubscription quickly = service.telemetry(of(LATEST), quick)) {
			slow.reading();
			quick.reading();
			List<CompletableFuture<SendReceipt>> sent = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				sent.add(client().device("d").send(DeviceMessage.builder().body(large).messageId(Integer.toString(i)).build()).start());
			}
			for (CompletableFuture<SendReceipt> each : sent) {
				each.get(60, TimeUnit.SECONDS);
			}
			List<EventPosition> all = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				all.add(quick.message().position());
			}
			assertEquals(0, slow.left());
			go.countDown();
			for (EventPosition each : all) {
				TelemetryMessage message = slow.message();
				assertEquals(each, message.position());
				assertEquals(large.length, message.body().size());
			}
		}
	}

	/** A partition that waits for room has nothing more to come that would have it looked at. */
	@Test
	void whatWaitsForRoomComesAlsoWhenOtherPartitionsTakeSomeOfIt() throws Exception {
		List<String> devices = devicesOfTwoPartitions();
		byte[] large = new byte[100_000];
		int count = 60;
		Semaphore turns = new Semaphore(0);
		Semaphore begun = new Semaphore(0);
		Heard slow = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				begun.release();
				turns.acquireUninterruptibly();
				super.messages(batch);
			}
		};
		Heard quick = new Heard();
		try (AmqpHub service = service("service");
				TelemetrySubscription slowly = service.telemetry(of(LATEST), slow);
				TelemetrySubscription quickly = service.telemetry(of(LATEST), quick)) {
			slow.reading();
			quick.reading();
			for (int i = 0; i < count; i++) {
				client().device(devices.get(0)).send(DeviceMessage.builder().body(large).build()).await(Cancellation.none());
				quick.message();
			}
			int others = 3;
			for (int i = 0; i < others; i++) {
				assertTrue(begun.tryAcquire(60, TimeUnit.SECONDS));
				send(devices.get(1), "other");
				assertEquals("other", quick.message().body().text());
				turns.release();
			}
			turns.release(2 * count);
			for (int i = 0; i < count + others; i++) {
				slow.message();
			}
		}
	}

	private List<String> devicesOfTwoPartitions() throws Exception {
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			Map<String, String> found = new HashMap<>();
			for (int i = 0; found.size() < 2; i++) {
				create("d" + i);
				send("d" + i, "where");
				found.put(heard.message().position().partition(), "d" + i);
			}
			return List.copyOf(found.values());
		}
	}

	@Test
	void itGoesOnAfterTheHubWasStoppedAndNothingIsLostOrComesTwice() throws Exception {
		create("d");
		create("e");
		int port = hub.hub().amqpPort();
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			send("d", "1", "2");
			assertEquals(List.of("1", "2"), heard.bodies(2));
			hub.stop();
			assertNotNull(heard.waiting());
			hub.restart(settings -> settings.withAmqpPort(port));
			// before it is read again, in a partition of which nothing was seen, too
			send("d", "3");
			send("e", "4");
			heard.reading();
			send("d", "5");
			List<String> bodies = new ArrayList<>(heard.bodies(3));
			assertEquals(Set.of("3", "4", "5"), new HashSet<>(bodies));
			assertTrue(bodies.indexOf("3") < bodies.indexOf("5"));
			assertEquals(0, heard.left());
			assertFalse(heard.hasFailed());
		}
	}

	@Test
	void itGoesOnWhileItsTokensComeToTheirEnd() throws Exception {
		create("d");
		Duration life = Duration.ofSeconds(8);
		hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("PutToken", new FaultEffect.Delay(Duration.ZERO)))));
		Heard heard = new Heard();
		try (AmqpHub service = Services.of(hub, "service").tokenLife(life).build();
				TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			long first = hub.hub().injected().get(0);
			assertTrue(heard.readsOnFor(life.plusSeconds(2)), "the links end with the token");
			assertTrue(hub.hub().injected().get(0) > first, "no other token was shown");
			send("d", "x");
			assertEquals(List.of("x"), heard.bodies(1));
			assertEquals(0, heard.waits());
		}
	}

	@Test
	void messagesGoOnAfterAnErrorOfTheListener() throws Exception {
		create("d");
		CountDownLatch thrown = new CountDownLatch(1);
		Heard heard = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				if (thrown.getCount() > 0) {
					thrown.countDown();
					throw new OutOfMemoryError("a large message, say");
				}
				super.messages(batch);
			}
		};
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			send("d", "1");
			assertTrue(thrown.await(60, TimeUnit.SECONDS));
			send("d", "2");
			assertEquals(List.of("2"), heard.bodies(1));
		}
	}

	@Test
	void closingEndsItAtOnceAlsoWhileTheListenerIsBusy() throws Exception {
		create("d");
		CountDownLatch called = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		Heard heard = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				called.countDown();
				try {
					assertTrue(go.await(120, TimeUnit.SECONDS));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				super.messages(batch);
			}
		};
		try (AmqpHub service = service("service")) {
			TelemetrySubscription reading = service.telemetry(of(LATEST), heard);
			heard.reading();
			send("d", "1");
			assertTrue(called.await(60, TimeUnit.SECONDS));
			send("d", "2");
			reading.close();
			reading.ended().get(1, TimeUnit.SECONDS);
			go.countDown();
			assertEquals(List.of("1"), heard.bodies(1));
			TelemetrySubscription another = service.telemetry(of(LATEST), heard);
			service.close();
			another.ended().get(1, TimeUnit.SECONDS);
			service.telemetry(of(LATEST), heard).ended().get(1, TimeUnit.SECONDS);
			assertEquals(0, heard.left());
			assertFalse(heard.hasFailed());
		}
	}

	private List<TelemetryMessage> read(AmqpHub service, StartPosition start, int count) throws Exception {
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

	private static List<String> texts(List<TelemetryMessage> messages) {
		return messages.stream().map(message -> message.body().text()).toList();
	}

	private static StartPosition behind(String partition, String offset) {
		return new StartPosition.AfterOffsets(Map.of(partition, offset), LATEST);
	}

	private static TelemetryRequest of(StartPosition start) {
		return TelemetryRequest.of(TelemetryRequest.DEFAULT_GROUP, start);
	}

	private static DeviceMessage message(String body) {
		return DeviceMessage.builder().body(body.getBytes(StandardCharsets.UTF_8)).build();
	}

	private void send(String device, String... bodies) throws Exception {
		for (String body : bodies) {
			client().device(device).send(message(body)).await(Cancellation.none());
		}
	}

	private DeviceIdentity create(String id) throws Exception {
		return client().devices().create(DeviceIdentity.builder(id).build()).await(Cancellation.none());
	}

	private AmqpHub service(String policy) throws Exception {
		return Services.of(hub, policy).answerWithin(Duration.ofSeconds(60)).build();
	}
}
