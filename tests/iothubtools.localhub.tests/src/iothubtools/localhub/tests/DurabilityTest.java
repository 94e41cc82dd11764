// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

import iothubtools.tests.support.time.Eventually;

/** What a hub said is done stays done: after a restart, and after kill -9 in the middle of a load. */
@Timeout(120)
class DurabilityTest {

	private static final int WRITERS = 8;
	private static final int ENOUGH = 600;

	@TempDir
	Path data;

	@Test
	void aRestartKeepsDevicesKeysMessagesAndTheCa() throws Exception {
		String connection;
		String device;
		byte[] ca;
		try (TestHub hub = TestHub.start(data)) {
			hub.put("kept", ",\"status\":\"disabled\",\"statusReason\":\"why\"").expect(200);
			hub.create("sender");
			hub.callAs(hub.deviceToken("sender"), "POST", "/devices/sender/messages/events" + TestHub.VERSION, "m")
					.expect(204);
			connection = Tokens.field(hub.hub().serviceConnectionString(), "SharedAccessKey");
			device = hub.call("GET", "/devices/kept", null).body();
			ca = Files.readAllBytes(hub.hub().caCertificate());
		}
		try (TestHub hub = TestHub.start(data)) {
			assertEquals(connection, Tokens.field(hub.hub().serviceConnectionString(), "SharedAccessKey"));
			assertEquals(device, hub.call("GET", "/devices/kept", null).body());
			assertEquals("{\"totalDeviceCount\":2,\"enabledDeviceCount\":1,\"disabledDeviceCount\":1}",
					hub.call("GET", "/statistics/devices", null).body());
			assertEquals(1, hub.hub().receivedMessages("sender").size());
			assertArrayEquals(ca, Files.readAllBytes(hub.hub().caCertificate()));
		}
	}

	@Test
	void aRestartKeepsWhoseMessagesWaitAndTheirOrder() throws Exception {
		try (TestHub hub = TestHub.start(data)) {
			hub.create("one");
			hub.call("PUT", "/devices/one/modules/m", "{\"deviceId\":\"one\",\"moduleId\":\"m\"}").expect(200);
			hub.create("one-more");
			DeviceQueue queue = new DeviceQueue(hub);
			for (String name : List.of("first", "second", "third")) {
				queue.send("one-more", name).expect(204);
				queue.send("one", name).expect(204);
				queue.send("one/modules/m", name).expect(204);
			}
		}
		try (TestHub hub = TestHub.start(data)) {
			DeviceQueue queue = new DeviceQueue(hub);
			assertEquals(List.of(3, 3, 3), List.of(queue.count("one-more"), queue.count("one"), queue.count("one/modules/m")));
			assertEquals("first", queue.receive("one").body());
			assertEquals("second", queue.receive("one").body());
			hub.call("DELETE", "/devices/one", null, "If-Match", "*").expect(204);
			hub.create("one");
			hub.call("PUT", "/devices/one/modules/m", "{\"deviceId\":\"one\",\"moduleId\":\"m\"}").expect(200);
			assertEquals(List.of(3, 0, 0), List.of(queue.count("one-more"), queue.count("one"), queue.count("one/modules/m")));
			assertEquals("first", queue.receive("one-more").body());
		}
	}

	@Test
	void killedInMidLoadNoAcknowledgedWriteIsLost() throws Exception {
		Confirmed confirmed = new Confirmed();
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--plain-http", "--data", data.toString(), "--devices", "0")) {
			Load load = new Load(hub, confirmed);
			ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
			for (int writer = 0; writer < WRITERS; writer++) {
				String prefix = "w" + writer + "-";
				writers.execute(() -> load.run(prefix));
			}
			Eventually.holds("enough is confirmed", Duration.ofMinutes(4), () -> {
				assertTrue(hub.process.isAlive(), "the hub ended by itself");
				return confirmed.created.size() >= ENOUGH;
			});
			hub.kill();
			writers.shutdown();
			assertTrue(writers.awaitTermination(30, TimeUnit.SECONDS), "writers end when the hub is gone");
		}
		assertTrue(confirmed.created.size() >= ENOUGH && confirmed.isOfEveryKind());
		try (TestHub hub = TestHub.start(data)) {
			confirmed.isAllIn(hub);
		}
	}

	/** What the hub confirmed. */
	private record Confirmed(Map<String, String> created, Set<String> deleted, Map<String, Integer> sent,
			Set<String> waiting, Map<String, Integer> tagged) {

		Confirmed() {
			this(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>(),
					ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>());
		}

		boolean isOfEveryKind() {
			return !deleted.isEmpty() && !sent.isEmpty() && !waiting.isEmpty() && !tagged.isEmpty();
		}

		void isAllIn(TestHub hub) {
			created.forEach((id, generation) -> assertEquals(generation,
					hub.call("GET", "/devices/" + id, null).expect(200).json().get("generationId").getAsString()));
			for (String id : deleted) {
				hub.call("GET", "/devices/" + id, null).expect(404);
			}
			sent.forEach((id, count) -> assertTrue(hub.hub().receivedMessages(id).size() >= count, id));
			for (String id : waiting) {
				assertEquals("c", hub.call("GET", "/devices/" + id + "/messages/deviceBound", null).expect(200).body());
			}
			tagged.forEach((id, number) -> assertEquals("{\"n\":" + number + "}",
					hub.call("GET", "/twins/" + id, null).expect(200).json().get("tags").toString()));
		}
	}

	/** Creates devices, sends for and to some, tags and deletes some, until the hub is gone. */
	private record Load(String uri, String token, HttpClient client, Confirmed confirmed) {

		Load(ForkedHub hub, Confirmed confirmed) {
			this("http://" + Tokens.field(hub.printed("Service connection string:"), "HostName"),
					Tokens.of(hub.printed("Service connection string:"),
							Tokens.encoded(Tokens.field(hub.printed("Service connection string:"), "HostName"))),
					HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), confirmed);
		}

		void run(String prefix) {
			try {
				for (int i = 0; true; i++) {
					String id = prefix + i;
					String body = call("PUT", "/devices/" + id, "{\"deviceId\":\"" + id + "\"}", 200);
					if (i % 5 == 3) {
						call("DELETE", "/devices/" + id, "", 204);
						confirmed.deleted.add(id);
						continue;
					}
					confirmed.created.put(id, JsonParser.parseString(body).getAsJsonObject().get("generationId").getAsString());
					if (i % 5 == 1) {
						call("POST", "/devices/" + id + "/messages/events", "m", 204);
						confirmed.sent.put(id, 1);
					}
					if (i % 5 == 2) {
						call("POST", "/localhub/devices/" + id + "/messages/deviceBound", "c", 204);
						confirmed.waiting.add(id);
					}
					if (i % 5 == 4) {
						call("PATCH", "/twins/" + id, "{\"tags\":{\"n\":" + i + "}}", 200);
						confirmed.tagged.put(id, i);
					}
				}
			} catch (IOException e) {
				// the hub is gone
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}

		private String call(String method, String path, String body, int expected)
				throws IOException, InterruptedException {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + path + TestHub.VERSION))
					.header("Authorization", token).method(method, BodyPublishers.ofString(body));
			if (method.equals("DELETE")) {
				request.header("If-Match", "*");
			}
			HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
			assertEquals(expected, reply.statusCode(), reply.body());
			return reply.body();
		}
	}
}
