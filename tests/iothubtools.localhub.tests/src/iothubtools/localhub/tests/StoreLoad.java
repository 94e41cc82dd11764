// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import iothubtools.tests.support.time.Eventually;

/** Devices that send much at once, and what the hub said to each message; 0 for no reply. */
final class StoreLoad {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	private final String uri;
	private final String token;
	private final Map<Integer, Integer> replies = new ConcurrentHashMap<>();
	private final Map<String, Integer> confirmed = new ConcurrentHashMap<>();
	private volatile String lastRefusal = "";

	StoreLoad(ForkedHub hub) {
		String connection = hub.printed("Service connection string:");
		String host = Tokens.field(connection, "HostName");
		uri = "http://" + host;
		token = Tokens.of(connection, Tokens.encoded(host));
	}

	static String id(int number) {
		return "loaded-" + number;
	}

	String token() {
		return token;
	}

	void create(int devices) throws InterruptedException {
		for (int i = 0; i < devices; i++) {
			createOne(i);
		}
	}

	void createOne(int number) {
		assertEquals(200, call("PUT", "/devices/" + id(number), ("{\"deviceId\":\"" + id(number) + "\"}").getBytes()));
	}

	/** All devices at the same time, each one message after another. */
	void send(int devices, int messages, int bytes) throws InterruptedException {
		all(devices, id -> {
			for (int message = 0; message < messages; message++) {
				send(id, bytes);
			}
		});
	}

	/** All devices at the same time, each a batch of so many messages with nothing in them. */
	void sendBatches(int devices, int messages) throws InterruptedException {
		byte[] batch = ("[" + "{\"body\":\"\"},".repeat(messages - 1) + "{\"body\":\"\"}]").getBytes(StandardCharsets.UTF_8);
		all(devices, id -> replies.merge(call("POST", "/devices/" + id + "/messages/events", batch, "Content-Type",
				"application/vnd.microsoft.iothub.json"), 1, Integer::sum));
	}

	private void all(int devices, Consumer<String> sending) throws InterruptedException {
		replies.clear();
		ExecutorService senders = Executors.newFixedThreadPool(devices);
		for (int i = 0; i < devices; i++) {
			String id = id(i);
			senders.execute(() -> sending.accept(id));
		}
		senders.shutdown();
		assertTrue(senders.awaitTermination(200, TimeUnit.SECONDS));
	}

	private int send(String id, int bytes) {
		int status = call("POST", "/devices/" + id + "/messages/events", new byte[bytes]);
		replies.merge(status, 1, Integer::sum);
		if (status == 204) {
			confirmed.merge(id, 1, Integer::sum);
		}
		return status;
	}

	private int call(String method, String path, byte[] body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + path + TestHub.VERSION)).timeout(Duration.ofSeconds(60))
				.header("Authorization", token).method(method, BodyPublishers.ofByteArray(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
			if (reply.statusCode() >= 400) {
				lastRefusal = reply.body();
			}
			return reply.statusCode();
		} catch (IOException e) {
			return 0;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	/** How often each status was the reply of the last sending. */
	Map<Integer, Integer> replies() {
		return Map.copyOf(replies);
	}

	String lastRefusal() {
		return lastRefusal;
	}

	/** Every device can send again within some seconds. */
	void goesOn(int devices) {
		for (int i = 0; i < devices; i++) {
			String id = id(i);
			Eventually.get(id + " sends again", () -> {
				int status = send(id, 100_000);
				return status == 204 ? "sent" : status + " " + lastRefusal;
			}, "sent"::equals);
		}
	}

	/** How many messages are in the data. */
	int kept(Path data) throws Exception {
		try (TestHub hub = TestHub.start(data)) {
			return confirmed.keySet().stream().mapToInt(id -> hub.hub().receivedMessages(id).size()).sum();
		}
	}

	/** What was confirmed is in the data, and nothing beyond what was sent. */
	void isKept(Path data) throws Exception {
		try (TestHub hub = TestHub.start(data)) {
			confirmed.forEach((id, count) -> assertEquals(count, hub.hub().receivedMessages(id).size(), id));
		}
	}
}
