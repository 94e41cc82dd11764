// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a device heard to be kept is to be read at the built-in endpoint after kill -9 in the middle of a load, once. */
@Timeout(180)
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
			String string = hub.printed("Service connection string:");
			String host = Tokens.field(string, "HostName");
			String token = Tokens.of(string, Tokens.encoded(host));
			HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
			ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
			for (int i = 1; i <= WRITERS; i++) {
				String device = "sensor-000" + i;
				writers.execute(() -> send(client, URI.create("http://" + host + "/devices/" + device + "/messages/events" + TestHub.VERSION),
						token, device, confirmed));
			}
			while (confirmed.size() < ENOUGH) {
				assertTrue(hub.process.isAlive(), "the hub ended by itself");
				Thread.onSpinWait();
			}
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

	/** Counts what is there, and looks that its sequence numbers have no gap. */
	private static void read(AmqpPeer peer, int partition, Map<String, Integer> read) throws Exception {
		Message request = Message.Factory.create();
		request.setApplicationProperties(new ApplicationProperties(
				Map.of("operation", "READ", "name", NAME, "type", "com.microsoft:partition", "partition", Integer.toString(partition))));
		Map<?, ?> facts = (Map<?, ?>) ((AmqpValue) peer.request("$management", request).getBody()).getValue();
		long last = (long) facts.get("last_enqueued_sequence_number");
		Receiver receiver = peer.receiver(NAME + "/ConsumerGroups/$Default/Partitions/" + partition, (int) last + 1);
		for (long next = 0; next <= last; next++) {
			Message message = peer.receive(receiver);
			assertEquals(next, message.getMessageAnnotations().getValue().get(Symbol.valueOf("x-opt-sequence-number")));
			read.merge(AmqpPeer.body(message), 1, Integer::sum);
		}
		receiver.close();
	}
}
