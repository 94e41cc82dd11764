// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.settings.EventHubSettings;
import iothubtools.tests.support.time.SettableClock;

/** The built-in endpoint as a client sees it that has no SDK (contract §7). */
class EventHubTest {

	private static final String NAME = "iothub-ehub-localhub";

	private static final int ROUNDS = 10;

	@TempDir
	Path data;

	private final SettableClock clock = new SettableClock();
	private EventHubSettings events = EventHubSettings.DEFAULT;

	private TestHub start() throws Exception {
		return TestHub.start(data, settings -> settings.withClock(clock).withEvents(events));
	}

	@BeforeEach
	void twoPartitions() {
		events = EventHubSettings.DEFAULT.withPartitions(2);
	}

	private static void send(TestHub hub, String deviceId, String body) {
		hub.callAsDevice(deviceId, "POST", "/messages/events", body, "iothub-app-site", "A").expect(204);
	}

	static Receiver receiver(AmqpPeer peer, int partition, String selector, Map<Symbol, Object> properties) throws Exception {
		return peer.receiver(source("$Default", partition, selector), 100, properties);
	}

	static Source source(String group, int partition, String selector) {
		Source source = new Source();
		source.setAddress(NAME + "/ConsumerGroups/" + group + "/Partitions/" + partition);
		if (selector != null) {
			source.setFilter(Map.of(Symbol.valueOf("apache.org:selector-filter:string"), new DescribedType() {
				@Override
				public Object getDescriptor() {
					return Symbol.valueOf("apache.org:selector-filter:string");
				}

				@Override
				public Object getDescribed() {
					return selector;
				}
			}));
		}
		return source;
	}

	/** The end that a reader begins behind is another one while it is looked for. */
	@Test
	void whoGoesOnWhileMessagesComeMissesNone() throws Exception {
		List<String> groups = IntStream.range(0, 10).mapToObj(i -> "group" + i).toList();
		groups.forEach(group -> events = events.withConsumerGroup(group));
		AtomicBoolean over = new AtomicBoolean();
		try (TestHub hub = start()) {
			hub.create("d");
			send(hub, "d", "first");
			Thread sender = new Thread(() -> {
				for (int i = 0; !over.get(); i++) {
					send(hub, "d", Integer.toString(i));
				}
			});
			sender.start();
			try (AmqpPeer peer = AmqpPeer.service(hub, "service")) {
				int partition = partitionOf(peer);
				for (int round = 0; round < ROUNDS; round++) {
					Map<String, Object> known = facts(peer, partition);
					long last = (long) known.get("last_enqueued_sequence_number");
					String selector = "amqp.annotation.x-opt-offset > '" + known.get("last_enqueued_offset") + "'";
					List<Receiver> readers = new ArrayList<>();
					for (String group : groups) {
						for (int i = 0; i < 5; i++) {
							readers.add(peer.begin(source(group, partition, selector), 1, Map.of()));
						}
					}
					for (Receiver reader : readers) {
						Message message = peer.receive(reader);
						assertEquals(last + 1, message.getMessageAnnotations().getValue().get(Symbol.valueOf("x-opt-sequence-number")));
						reader.close();
					}
					peer.until("they are gone", () -> readers.stream().allMatch(reader -> reader.getRemoteState() == EndpointState.CLOSED));
					readers.forEach(Receiver::free);
				}
			} finally {
				over.set(true);
				sender.join();
			}
		}
	}

	/** The bodies of all that is there from a place on, with their sequence numbers. */
	private static List<String> read(AmqpPeer peer, int partition, String selector) throws Exception {
		long last = (long) facts(peer, partition).get("last_enqueued_sequence_number");
		Receiver receiver = receiver(peer, partition, selector, Map.of());
		List<String> bodies = new ArrayList<>();
		long sequence = -1;
		while (sequence < last) {
			Message message = peer.receive(receiver);
			sequence = (long) message.getMessageAnnotations().getValue().get(Symbol.valueOf("x-opt-sequence-number"));
			bodies.add(sequence + "=" + AmqpPeer.body(message));
			receiver.flow(1);
		}
		receiver.close();
		return bodies;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> facts(AmqpPeer peer, Integer partition) throws Exception {
		Message request = Message.Factory.create();
		request.setApplicationProperties(new ApplicationProperties(partition == null
				? Map.of("operation", "READ", "name", NAME, "type", "com.microsoft:eventhub")
				: Map.of("operation", "READ", "name", NAME, "type", "com.microsoft:partition", "partition", partition.toString())));
		Message answer = peer.request("$management", request);
		assertEquals(200, answer.getApplicationProperties().getValue().get("status-code"));
		return (Map<String, Object>) ((AmqpValue) answer.getBody()).getValue();
	}

	/** The partition of a device whose messages are the only ones. */
	private static int partitionOf(AmqpPeer peer) throws Exception {
		return (long) facts(peer, 0).get("last_enqueued_sequence_number") >= 0 ? 0 : 1;
	}

	@Test
	void theHubLeadsToItAndAClientOfEventHubsComesIn() throws Exception {
		try (TestHub hub = start()) {
			hub.create("d");
			send(hub, "d", "one");
			try (AmqpPeer peer = AmqpPeer.service(hub, "service")) {
				ErrorCondition redirect = peer.ended(peer.receiver("messages/events/$management", 1));
				assertEquals("amqp:link:redirect", redirect.getCondition().toString());
				assertEquals("127.0.0.1", redirect.getInfo().get(Symbol.valueOf("hostname")));
				assertEquals(hub.hub().amqpPort(), redirect.getInfo().get(Symbol.valueOf("port")));
				assertEquals("amqps://127.0.0.1:" + hub.hub().amqpPort() + "/" + NAME + "/$management",
						redirect.getInfo().get(Symbol.valueOf("address")));
			}
			String string = hub.hub().eventHubConnectionString("service");
			assertTrue(string.matches("Endpoint=sb://127.0.0.1:\\d+/;SharedAccessKeyName=service;SharedAccessKey=[^;]*;EntityPath=" + NAME), string);
			String audience = "amqp://127.0.0.1/" + NAME + "/ConsumerGroups/$Default/Partitions/0";
			String token = Tokens.of(string, Tokens.encoded(audience));
			try (AmqpPeer peer = AmqpPeer.anonymous(hub)) {
				assertEquals("amqp:unauthorized-access", peer.ended(receiver(peer, 0, null, Map.of())).getCondition().toString());
				assertEquals(200, peer.putToken(audience, token));
				Receiver receiver = receiver(peer, 0, null, Map.of());
				peer.turn();
				assertEquals("ACTIVE", receiver.getRemoteState().toString());
				assertEquals("amqp:unauthorized-access", peer.ended(receiver(peer, 1, null, Map.of())).getCondition().toString());
			}
			try (AmqpPeer peer = AmqpPeer.service(hub, "device")) {
				assertEquals("amqp:unauthorized-access", peer.ended(peer.receiver("messages/events/$management", 1)).getCondition().toString());
				assertEquals("amqp:unauthorized-access", peer.ended(receiver(peer, 0, null, Map.of())).getCondition().toString());
			}
		}
	}

	@Test
	void devicesGoToPartitionsAndBackToTheSame() throws Exception {
		try (TestHub hub = start()) {
			Set<Integer> used = new HashSet<>();
			for (int i = 0; i < 8; i++) {
				hub.create("d" + i);
				send(hub, "d" + i, "1 of " + i);
				send(hub, "d" + i, "2 of " + i);
			}
			try (AmqpPeer peer = AmqpPeer.service(hub, "service")) {
				assertEquals(2, facts(peer, null).get("partition_count"));
				for (int partition = 0; partition < 2; partition++) {
					List<String> bodies = read(peer, partition, null);
					used.add(bodies.size());
					for (int i = 0; i < 8; i++) {
						int number = i;
						long own = bodies.stream().filter(body -> body.endsWith(" of " + number)).count();
						assertTrue(own == 0 || own == 2, bodies.toString());
					}
				}
				assertFalse(used.contains(0), "both are used");
			}
		}
	}

	@Test
	void aReaderBeginsWhereItIsTold() throws Exception {
		try (TestHub hub = start(); AmqpPeer peer = AmqpPeer.service(hub, "iothubowner")) {
			hub.create("d");
			for (int i = 0; i < 5; i++) {
				send(hub, "d", "e" + i);
				clock.advance(Duration.ofSeconds(10));
			}
			int p = partitionOf(peer);
			Receiver first = receiver(peer, p, null, Map.of());
			List<Object> offsets = new ArrayList<>();
			List<Long> times = new ArrayList<>();
			for (int i = 0; i < 5; i++) {
				Message message = peer.receive(first);
				offsets.add(message.getMessageAnnotations().getValue().get(Symbol.valueOf("x-opt-offset")));
				times.add(((Date) message.getMessageAnnotations().getValue().get(Symbol.valueOf("x-opt-enqueued-time"))).getTime());
			}
			String annotation = "amqp.annotation.x-opt-";
			assertEquals(List.of("3=e3", "4=e4"), read(peer, p, annotation + "offset > '" + offsets.get(2) + "'"));
			assertEquals(List.of("2=e2", "3=e3", "4=e4"), read(peer, p, annotation + "offset >= '" + offsets.get(2) + "'"));
			assertEquals(List.of("4=e4"), read(peer, p, annotation + "sequence-number > '3'"));
			assertEquals(List.of("3=e3", "4=e4"), read(peer, p, annotation + "sequence-number >= '3'"));
			assertEquals(List.of("2=e2", "3=e3", "4=e4"), read(peer, p, annotation + "enqueued-time > '" + times.get(1) + "'"));
			assertEquals(5, read(peer, p, annotation + "offset > '-1'").size());
			assertEquals(List.of("4=e4"), read(peer, p, annotation + "sequence-number > 3"), "as Azure's documentation of AMQP has it");
			assertEquals(List.of("3=e3", "4=e4"), read(peer, p, annotation + "enqueuedtimeutc >=" + times.get(3)), "as its SDK for C does");
			assertEquals(5, read(peer, p, annotation + "offset > -1").size());
			Receiver latest = receiver(peer, p, annotation + "offset > '@latest'", Map.of());
			send(hub, "d", "now");
			assertEquals("now", AmqpPeer.body(peer.receive(latest)));
			assertEquals("com.microsoft:argument-error",
					peer.ended(receiver(peer, p, annotation + "offset > '999999'", Map.of())).getCondition().toString());
			assertEquals("com.microsoft:argument-error", peer.ended(receiver(peer, p, "colour = 'red'", Map.of())).getCondition().toString());
		}
	}

	@Test
	void itGoesOnAfterARestartAndKeepsItsPartitions() throws Exception {
		try (TestHub hub = start()) {
			hub.create("d");
			send(hub, "d", "before");
		}
		events = EventHubSettings.DEFAULT.withPartitions(8);
		try (TestHub hub = start(); AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			assertEquals(2, facts(peer, null).get("partition_count"));
			send(hub, "d", "after");
			assertEquals(List.of("0=before", "1=after"), read(peer, partitionOf(peer), null));
		}
	}

	@Test
	void whatIsTooOldOrTooMuchGoesOldestFirst() throws Exception {
		events = EventHubSettings.DEFAULT.withPartitions(2).withRetention(Duration.ofHours(1), 1024 * 1024);
		try (TestHub hub = start(); AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			hub.create("d");
			String large = "x".repeat(100_000);
			for (int i = 0; i < 20; i++) {
				send(hub, "d", i + large);
				clock.advance(Duration.ofSeconds(2));
			}
			int p = partitionOf(peer);
			List<String> kept = read(peer, p, null);
			assertTrue(kept.size() >= 5 && kept.size() <= 11, () -> kept.size() + " are kept");
			assertTrue(kept.get(kept.size() - 1).startsWith("19=19x"));
			assertEquals(20L - kept.size(), facts(peer, p).get("begin_sequence_number"));
			clock.advance(Duration.ofHours(2));
			send(hub, "d", "new");
			clock.advance(Duration.ofSeconds(2));
			send(hub, "d", "newer");
			try (AmqpPeer later = AmqpPeer.service(hub, "service")) {
				assertEquals(List.of("20=new", "21=newer"), read(later, p, null));
			}
		}
	}

	@Test
	void anEpochHasAPartitionAloneAndFiveOthersShareOne() throws Exception {
		Symbol epoch = Symbol.valueOf("com.microsoft:epoch");
		try (TestHub hub = start(); AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			List<Receiver> five = new ArrayList<>();
			for (int i = 0; i < 5; i++) {
				five.add(receiver(peer, 0, null, Map.of()));
			}
			assertEquals("amqp:resource-limit-exceeded", peer.ended(receiver(peer, 0, null, Map.of())).getCondition().toString());
			Receiver one = receiver(peer, 0, null, Map.of(epoch, 1L));
			for (Receiver other : five) {
				assertEquals("amqp:link:stolen", peer.ended(other).getCondition().toString());
			}
			assertEquals("amqp:link:stolen", peer.ended(receiver(peer, 0, null, Map.of())).getCondition().toString());
			assertEquals("amqp:link:stolen", peer.ended(receiver(peer, 0, null, Map.of(epoch, 0L))).getCondition().toString());
			receiver(peer, 0, null, Map.of(epoch, 2L));
			assertEquals("amqp:link:stolen", peer.ended(one).getCondition().toString());
		}
	}

	@Test
	void aReaderThatStopsHoldsUpNobody() throws Exception {
		try (TestHub hub = start(); AmqpPeer slow = AmqpPeer.service(hub, "service"); AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			hub.create("d");
			String large = "x".repeat(200_000);
			send(hub, "d", "first");
			int p = partitionOf(peer);
			Receiver stopped = receiver(slow, p, null, Map.of());
			for (int i = 0; i < 40; i++) {
				send(hub, "d", large);
			}
			List<String> all = read(peer, p, null);
			assertEquals(41, all.size());
			// and goes on where it was
			assertEquals("first", AmqpPeer.body(slow.receive(stopped)));
			for (int i = 0; i < 40; i++) {
				assertEquals(large.length(), AmqpPeer.body(slow.receive(stopped)).length());
			}
		}
	}

	@Test
	void whatIsNotThereIsNotFound() throws Exception {
		try (TestHub hub = start(); AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			for (String address : List.of(NAME + "/ConsumerGroups/nobody/Partitions/0", NAME + "/ConsumerGroups/$Default/Partitions/7",
					"other/ConsumerGroups/$Default/Partitions/0")) {
				assertEquals("amqp:not-found", peer.ended(peer.receiver(address, 1)).getCondition().toString());
			}
			Message request = Message.Factory.create();
			request.setApplicationProperties(new ApplicationProperties(Map.of("operation", "READ", "name", "other", "type", "com.microsoft:eventhub")));
			assertEquals(404, peer.request("$management", request).getApplicationProperties().getValue().get("status-code"));
			assertInstanceOf(Long.class, facts(peer, 0).get("begin_sequence_number"));
		}
	}
}
