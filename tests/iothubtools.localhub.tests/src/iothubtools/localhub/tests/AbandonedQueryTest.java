// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** What a query costs is bounded, and one that nobody waits for any more costs nothing. */
@Timeout(180)
class AbandonedQueryTest {

	private static final int DEVICES = 10_000;
	private static final int ABANDONED = 30;
	/** Each of its parts is looked at for every device, and holds for none. */
	private static final String EXPENSIVE = "SELECT COUNT() AS n FROM devices WHERE "
			+ String.join(" OR ", Collections.nCopies(110, "properties.reported.interval = properties.desired.none"));
	private static final String CHEAP = "SELECT TOP 1 * FROM devices WHERE tags.site = 'Graz'";

	private static final SettableClock CLOCK = new SettableClock();
	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withSampleDevices(DEVICES).withPlainHttp(true).withClock(CLOCK));

	private static String body(String query) {
		JsonObject body = new JsonObject();
		body.addProperty("query", query);
		return body.toString();
	}

	private static Reply query(String text, String... headers) {
		return HUB.call("POST", "/devices/query", body(text), headers);
	}

	private static long nanosOf(String query) {
		long begin = System.nanoTime();
		query(query).expect(200);
		return System.nanoTime() - begin;
	}

	/** Sends a query and does not wait for its result. */
	private static Socket begin(String query) throws Exception {
		Socket socket = new Socket("127.0.0.1", HUB.hub().port());
		String body = body(query);
		socket.getOutputStream().write(("POST /devices/query" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: "
				+ HUB.token("service") + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	/** Counts queries from now on. */
	private static void count() {
		HUB.call("PUT", "/localhub/faults", "{\"rules\":[{\"operation\":\"QueryTwins\",\"effect\":\"delay\",\"milliseconds\":0}]}").expect(200);
	}

	private static void awaitCount(int count) {
		Eventually.holds(count + " queries are there",
				() -> HUB.call("GET", "/localhub/faults", null).expect(200).body().contains("\"injected\":" + count));
	}

	@Test
	void whatNobodyWaitsForDoesNotDelayTheNext() throws Exception {
		query(EXPENSIVE).expect(200);
		query(CHEAP).expect(200);
		long expensive = nanosOf(EXPENSIVE);
		long alone = nanosOf(CHEAP);
		count();
		List<Socket> sockets = new ArrayList<>();
		for (int i = 0; i < ABANDONED; i++) {
			sockets.add(begin(EXPENSIVE));
		}
		awaitCount(ABANDONED);
		for (Socket socket : sockets) {
			socket.close();
		}
		long next = nanosOf(CHEAP);
		System.out.printf("%d abandoned queries of %d ms each: the next took %d ms, alone %d ms%n", ABANDONED,
				TimeUnit.NANOSECONDS.toMillis(expensive), TimeUnit.NANOSECONDS.toMillis(next), TimeUnit.NANOSECONDS.toMillis(alone));
		assertTrue(next < alone + expensive, "it took " + next + " ns, alone " + alone + ", one expensive one " + expensive);
	}

	@Test
	void othersThatAreWaitedForHaveTheirResults() throws Exception {
		count();
		List<CompletableFuture<Reply>> waited = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			waited.add(CompletableFuture.supplyAsync(() -> query(EXPENSIVE)));
			begin(EXPENSIVE).close();
		}
		for (CompletableFuture<Reply> reply : waited) {
			assertEquals("[{\"n\":0}]", reply.get(60, TimeUnit.SECONDS).expect(200).body());
		}
	}

	@Test
	void aQueryMayTakeAMinute() throws Exception {
		CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> query(EXPENSIVE));
		while (!reply.isDone()) {
			// no more than the hub's sense of time goes on
			CLOCK.set(Duration.ofSeconds(-61));
			CLOCK.advance(Duration.ofSeconds(61));
		}
		reply.get().expectError(500, "GenericTimeout");
		query(EXPENSIVE).expect(200);
	}

	/** Aggregates come in one page, so what would make it long is refused. */
	@Test
	void groupsWithLongValuesAreRefused() {
		largeTwins();
		query("SELECT properties.desired, COUNT() AS n FROM devices WHERE tags.large GROUP BY properties.desired")
				.expectError(400, "ArgumentInvalid");
		query("SELECT deviceId, MAX(properties.desired.a), MIN(properties.desired.b) FROM devices WHERE tags.large GROUP BY deviceId")
				.expect(200);
		String many = String.join(", ", Collections.nCopies(20, "MAX(properties.desired.a)"));
		query("SELECT deviceId, " + many + " FROM devices WHERE tags.large GROUP BY deviceId").expectError(400, "ArgumentInvalid");
	}

	@Test
	void soAreManyGroupsWithManyAggregates() {
		String few = String.join(",", Collections.nCopies(10, "COUNT()"));
		assertTrue(query("SELECT deviceId," + few + " FROM devices GROUP BY deviceId").expect(200).array().size() >= DEVICES);
		String many = String.join(",", Collections.nCopies(200, "COUNT()"));
		query("SELECT deviceId," + many + " FROM devices GROUP BY deviceId").expectError(400, "ArgumentInvalid");
	}

	@Test
	void aPageOfLargeTwinsIsAShortOne() {
		List<String> made = largeTwins();
		List<String> found = new ArrayList<>();
		String token = "";
		int pages = 0;
		while (pages == 0 || !token.isEmpty()) {
			Reply page = query("SELECT * FROM devices WHERE tags.large", "x-ms-max-item-count", "1000", "x-ms-continuation", token);
			assertTrue(page.expect(200).body().length() < 5_000_000);
			for (JsonElement row : page.array()) {
				found.add(row.getAsJsonObject().get("deviceId").getAsString());
			}
			token = page.has("x-ms-continuation") ? page.header("x-ms-continuation") : "";
			pages++;
		}
		assertEquals(made, found);
		assertTrue(pages > 1);
	}

	/** Makes them where they are not yet. */
	private static List<String> largeTwins() {
		String text = "x".repeat(4000);
		String desired = "{\"properties\":{\"desired\":{\"number\":%d,\"a\":\"" + text + "\",\"b\":\"" + text + "\",\"c\":\"" + text + "\",\"d\":\"" + text
				+ "\",\"e\":\"" + text + "\",\"f\":\"" + text + "\",\"g\":\"" + text + "\"}},\"tags\":{\"large\":true}}";
		List<String> made = new ArrayList<>();
		for (int i = 100; i < 300; i++) {
			if (HUB.call("GET", "/devices/large-" + i, null).status() == 404) {
				HUB.create("large-" + i);
			}
			HUB.call("PATCH", "/twins/large-" + i, String.format(desired, i)).expect(200);
			made.add("large-" + i);
		}
		return made;
	}
}
