// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tests.support.time.Eventually;

/** What a device heard to be kept is to be read at the built-in endpoint after kill -9 in the middle of a load, once. */
@Timeout(300)
class EventHubDurabilityTest {

	private static final int WRITERS = 6;
	private static final int ENOUGH = 1500;
	private static final String NAME = "iothub-ehub-localhub";

	@TempDir
	Path data;

	@Test
	void killedInMidLoadNoMessageIsLostAndNoneIsThereTwice() throws Exception {
		Set<String> confirmed = ConcurrentHashMap.newKeySet();
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--plain-http", "--data", data.toString(), "--devices", Integer.toString(WRITERS))) {
			ExecutorService writers = startWriters(hub, confirmed);
			Eventually.holds("enough is confirmed", Duration.ofMinutes(4), () -> {
				assertTrue(hub.process.isAlive(), "the hub ended by itself");
				return confirmed.size() >= ENOUGH;
			});
			hub.kill();
			writers.shutdown();
			assertTrue(writers.awaitTermination(30, TimeUnit.SECONDS), "writers end when the hub is gone");
		}
		try (TestHub hub = TestHub.start(data); AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			Map<String, Integer> read = new HashMap<>();
			for (int partition = 0; partition < 4; partition++) {
				read(peer, partition, read);
			}
			assertTrue(read.values().stream().allMatch(count -> count == 1), "none is there twice");
			for (String one : confirmed) {
				assertTrue(read.containsKey(one), one + " is lost");
			}
		}
	}

	private static ExecutorService startWriters(ForkedHub hub, Set<String> confirmed) {
		String string = hub.printed("Service connection string:");
		String host = Tokens.field(string, "HostName");
		String token = token(hub);
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
		for (int i = 1; i <= WRITERS; i++) {
			String device = "sensor-000" + i;
			writers.execute(() -> send(client, URI.create("http://" + host + "/devices/" + device + "/messages/events" + TestHub.VERSION),
					token, device, confirmed));
		}
		return writers;
	}

	private static String token(ForkedHub hub) {
		String string = hub.printed("Service connection string:");
		return Tokens.of(string, Tokens.encoded(Tokens.field(string, "HostName")));
	}

	@Test
	void aReaderThatIsAttachedWhenTheHubIsKilledGoesOnWithoutLossAndWithoutASecondTime() throws Exception {
		Set<String> confirmed = ConcurrentHashMap.newKeySet();
		// body by sequence number, partition by partition
		List<NavigableMap<Long, String>> seen = new ArrayList<>();
		for (int partition = 0; partition < 4; partition++) {
			seen.add(new ConcurrentSkipListMap<>());
		}
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--plain-http", "--data", data.toString(), "--devices", Integer.toString(WRITERS))) {
			ExecutorService writers = startWriters(hub, confirmed);
			String token = token(hub);
			AtomicBoolean killed = new AtomicBoolean();
			CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
				try (AmqpPeer peer = AmqpPeer.open(hub, sasl -> sasl.plain("iothubowner@sas.root.hub", token))) {
					follow(peer, seen, killed);
				} catch (Exception e) {
					if (!killed.get()) {
						throw new IllegalStateException(e);
					}
				}
			});
			Eventually.holds("enough was sent and read", () -> {
				assertTrue(hub.process.isAlive(), "the hub ended by itself");
				assertFalse(reader.isDone(), "the reader ended by itself");
				return confirmed.size() >= ENOUGH && seen.stream().mapToInt(Map::size).sum() >= ENOUGH;
			});
			killed.set(true);
			hub.kill();
			writers.shutdown();
			assertTrue(writers.awaitTermination(60, TimeUnit.SECONDS), "writers end when the hub is gone");
			reader.get(60, TimeUnit.SECONDS);
		}
		try (TestHub hub = TestHub.start(data); AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			Map<String, Integer> read = new HashMap<>();
			for (int partition = 0; partition < 4; partition++) {
				NavigableMap<Long, String> before = seen.get(partition);
				NavigableMap<Long, String> all = after(peer, partition, -1);
				before.forEach((number, body) -> assertEquals(body, all.get(number), "what was read before has its number still"));
				long last = before.isEmpty() ? -1 : before.lastKey();
				NavigableMap<Long, String> rest = after(peer, partition, last);
				assertEquals(all.tailMap(last, false), rest);
				before.values().forEach(body -> read.merge(body, 1, Integer::sum));
				rest.values().forEach(body -> read.merge(body, 1, Integer::sum));
			}
			assertTrue(read.values().stream().allMatch(count -> count == 1), "none came twice");
			for (String one : confirmed) {
				assertTrue(read.containsKey(one), one + " is lost");
			}
		}
	}

	/** Reads all partitions as it comes, until the hub is gone. */
	private static void follow(AmqpPeer peer, List<NavigableMap<Long, String>> seen, AtomicBoolean killed) throws Exception {
		List<Receiver> receivers = new ArrayList<>();
		for (int partition = 0; partition < seen.size(); partition++) {
			receivers.add(EventHubTest.receiver(peer, partition, null, Map.of()));
		}
		while (!killed.get()) {
			peer.turn();
			for (int partition = 0; partition < seen.size(); partition++) {
				Receiver receiver = receivers.get(partition);
				while (AmqpPeer.has(receiver)) {
					Message message = peer.receive(receiver);
					long number = number(message);
					NavigableMap<Long, String> own = seen.get(partition);
					assertEquals(own.isEmpty() ? 0 : own.lastKey() + 1, number, "one after another");
					own.put(number, AmqpPeer.body(message));
					receiver.flow(1);
				}
			}
		}
	}

	private static long number(Message message) {
		return (long) message.getMessageAnnotations().getValue().get(Symbol.valueOf("x-opt-sequence-number"));
	}

	/** All that is there after a sequence number, by that. */
	private static NavigableMap<Long, String> after(AmqpPeer peer, int partition, long after) throws Exception {
		long last = last(peer, partition);
		NavigableMap<Long, String> all = new TreeMap<>();
		if (last > after) {
			Receiver receiver = EventHubTest.receiver(peer, partition, "amqp.annotation.x-opt-sequence-number > '" + after + "'", Map.of());
			while (all.isEmpty() || all.lastKey() < last) {
				Message message = peer.receive(receiver);
				all.put(number(message), AmqpPeer.body(message));
				receiver.flow(1);
			}
			receiver.close();
		}
		return all;
	}

	private static void send(HttpClient client, URI uri, String token, String device, Set<String> confirmed) {
		try {
			for (int i = 0; true; i++) {
				String body = device + '-' + i;
				HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", token).POST(BodyPublishers.ofString(body)).build();
				if (client.send(request, BodyHandlers.discarding()).statusCode() != 204) {
					return;
				}
				confirmed.add(body);
			}
		} catch (IOException e) {
			// the hub is gone
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static long last(AmqpPeer peer, int partition) throws Exception {
		Message request = Message.Factory.create();
		request.setApplicationProperties(new ApplicationProperties(
				Map.of("operation", "READ", "name", NAME, "type", "com.microsoft:partition", "partition", Integer.toString(partition))));
		Map<?, ?> facts = (Map<?, ?>) ((AmqpValue) peer.request("$management", request).getBody()).getValue();
		return (long) facts.get("last_enqueued_sequence_number");
	}

	/** Counts what is there, and looks that its sequence numbers have no gap. */
	private static void read(AmqpPeer peer, int partition, Map<String, Integer> read) throws Exception {
		long last = last(peer, partition);
		Receiver receiver = peer.receiver(NAME + "/ConsumerGroups/$Default/Partitions/" + partition, (int) last + 1);
		for (long next = 0; next <= last; next++) {
			Message message = peer.receive(receiver);
			assertEquals(next, message.getMessageAnnotations().getValue().get(Symbol.valueOf("x-opt-sequence-number")));
			read.merge(AmqpPeer.body(message), 1, Integer::sum);
		}
		receiver.close();
	}
}
