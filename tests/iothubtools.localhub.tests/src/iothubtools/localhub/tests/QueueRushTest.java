// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tests.support.time.Eventually;

/** Cloud-to-device messages that are sent, received, given back, purged, expired and deleted with their devices, all at once. */
@Timeout(120)
class QueueRushTest {

	private static final int STEPS = 250;
	/** Milliseconds that a message lives which expires meanwhile, at most. */
	private static final int LONGEST_SHORT = 20;
	private static final List<String> DEVICES = List.of("rush", "rush-1", "rush/modules/m", "other");
	/** Of which the device is deleted and created again meanwhile. */
	private static final String DELETED = "deleted";

	@TempDir
	Path data;

	/** Bodies by their queue: what the hub confirmed, and what it handed out for good. */
	private final Map<String, Set<String>> sent = new ConcurrentHashMap<>();
	private final Map<String, Set<String>> ended = new ConcurrentHashMap<>();
	private final AtomicInteger bodies = new AtomicInteger();

	@Test
	void whatIsCountedIsWhatCanBeReceivedAlsoAfterARestart() throws Exception {
		for (String device : DEVICES) {
			sent.put(device, ConcurrentHashMap.newKeySet());
			ended.put(device, ConcurrentHashMap.newKeySet());
		}
		Map<String, Integer> waiting = new ConcurrentHashMap<>();
		try (TestHub hub = TestHub.start(data)) {
			hub.create("rush");
			hub.create("rush-1");
			hub.create("other");
			hub.create(DELETED);
			hub.call("PUT", "/devices/rush/modules/m", "{\"deviceId\":\"rush\",\"moduleId\":\"m\"}").expect(200);
			ExecutorService threads = Executors.newFixedThreadPool(8);
			List<Future<?>> work = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				int seed = i;
				work.add(threads.submit(() -> send(new DeviceQueue(hub), new Random(seed))));
			}
			for (String device : List.of("rush", "rush-1", "other")) {
				work.add(threads.submit(() -> receive(new DeviceQueue(hub), device)));
			}
			work.add(threads.submit(() -> deleteAndPurge(hub)));
			threads.shutdown();
			assertTrue(threads.awaitTermination(90, TimeUnit.SECONDS));
			for (Future<?> each : work) {
				each.get();
			}
			Instant allOver = Instant.now().plusMillis(LONGEST_SHORT);
			Eventually.holds("the last of the messages has expired", () -> !Instant.now().isBefore(allOver));
			DeviceQueue queue = new DeviceQueue(hub);
			for (String device : DEVICES) {
				assertEquals(sent.get(device).size() - ended.get(device).size(), queue.count(device), device);
				waiting.put(device, queue.count(device));
			}
			waiting.put(DELETED, queue.count(DELETED));
		}
		try (TestHub hub = TestHub.start(data)) {
			DeviceQueue queue = new DeviceQueue(hub);
			for (Map.Entry<String, Integer> each : waiting.entrySet()) {
				String device = each.getKey();
				assertEquals(each.getValue(), queue.count(device), device + " after the restart");
				if (device.indexOf('/') < 0) {
					isReceived(queue, device, each.getValue());
				}
			}
		}
	}

	private void send(DeviceQueue queue, Random random) {
		for (int i = 0; i < STEPS; i++) {
			String device = DEVICES.get(random.nextInt(DEVICES.size()));
			String body = "m" + bodies.incrementAndGet();
			if (i % 10 == 0) {
				// is over before anyone can receive it, or while
				queue.send(device, "short", "iothub-expiry", Instant.now().plusMillis(random.nextInt(LONGEST_SHORT)).toString());
			} else if (i % 5 == 0) {
				queue.send(DELETED, body);
			} else if (queue.send(device, body).status() == 204) {
				sent.get(device).add(body);
			}
		}
	}

	private void receive(DeviceQueue queue, String device) {
		for (int i = 0; i < STEPS; i++) {
			Reply received = queue.receive(device);
			if (received.status() == 200) {
				String token = DeviceQueue.token(received);
				Reply settled = switch (i % 4) {
				case 0 -> queue.abandon(device, token);
				case 1 -> queue.reject(device, token, "reject");
				default -> queue.complete(device, token);
				};
				if (settled.status() == 204 && i % 4 != 0 && !received.body().equals("short")) {
					assertTrue(ended.get(device).add(received.body()), received.body() + " came again");
				}
			}
		}
	}

	private void deleteAndPurge(TestHub hub) {
		for (int i = 0; i < STEPS / 10; i++) {
			hub.call("DELETE", "/devices/" + DELETED, null, "If-Match", "*").expect(204);
			hub.create(DELETED);
			hub.call("DELETE", "/devices/" + DELETED + "/commands", null).expect(200);
		}
	}

	private static void isReceived(DeviceQueue queue, String device, int count) {
		long before = 0;
		for (int i = 0; i < count; i++) {
			Reply received = queue.receive(device).expect(200);
			long number = Long.parseLong(received.header("iothub-sequencenumber"));
			assertTrue(number > before, device + ": " + number + " behind " + before);
			before = number;
		}
		queue.receive(device).expect(204);
	}
}
