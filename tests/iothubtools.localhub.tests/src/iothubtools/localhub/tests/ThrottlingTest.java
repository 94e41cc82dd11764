// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.settings.Throttling;
import iothubtools.localhub.settings.Throttling.Mode;
import iothubtools.localhub.settings.Tier;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** The rates and daily messages of a tier (contract §6), by a clock that tests move. */
@Timeout(120)
class ThrottlingTest {

	@TempDir
	Path data;
	private final SettableClock clock = new SettableClock();

	private TestHub start(Throttling throttling) throws Exception {
		return TestHub.start(data, settings -> settings.withClock(clock)
				.withConditions(settings.conditions().withThrottling(throttling)));
	}

	/** How many calls in a row are not throttled, up to a limit. */
	private static int before429(int limit, IntFunction<Reply> call) {
		for (int i = 0; i < limit; i++) {
			if (call.apply(i).status() == 429) {
				return i;
			}
		}
		return limit;
	}

	private static Reply send(TestHub hub, String body) {
		return hub.callAs(hub.token("device"), "POST", "/devices/d/messages/events" + TestHub.VERSION, body);
	}

	@Test
	void withoutThrottlingThereIsNoRate() throws Exception {
		try (TestHub hub = start(Throttling.OFF)) {
			assertEquals(150, before429(150, i -> hub.call("GET", "/devices/x", null)));
		}
	}

	@Test
	void theProgramHasItAsOptionsAndSaysSo() throws Exception {
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", data.toString(), "--throttling", "reject", "--tier", "S2",
				"--units", "3")) {
			assertEquals("reject, the rates of tier S2 with 3 unit(s)", hub.printed("Throttling:"));
		}
	}

	@Test
	void beyondTheRateOperationsAreRejectedAtOnceAndTheRateComesBack() throws Exception {
		try (TestHub hub = start(Throttling.of(Mode.REJECT, Tier.S1))) {
			assertEquals(100, before429(200, i -> hub.call("GET", "/devices/x", null)));
			Reply refused = hub.call("GET", "/devices/x", null).expectError(429, "ThrottlingException");
			assertTrue(refused.body().contains("The request has been throttled. Wait 10 seconds and try again. Operation type: "));
			assertFalse(refused.has("Retry-After"));
			assertEquals("close", refused.header("Connection"));
			hub.call("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices\"}").expect(200);
			clock.advance(Duration.ofSeconds(30));
			assertEquals(50, before429(200, i -> hub.call("GET", "/devices/x", null)), "100 a minute");
		}
	}

	@Test
	void eachClassOfOperationsHasItsRateAndUnitsAddUp() throws Exception {
		try (TestHub hub = start(new Throttling(Mode.REJECT, Tier.S1, 2))) {
			hub.create("d");
			assertEquals(40, before429(100, i -> hub.call("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices\"}")));
			assertEquals(100, before429(200, i -> hub.call("GET", "/twins/d", null)), "not a matter of units");
			assertEquals(50, before429(200, i -> hub.call("PATCH", "/twins/d", "{\"tags\":{\"a\":" + i + "}}")));
			assertEquals(100, before429(200, i -> send(hub, "x")));
			clock.advance(Duration.ofSeconds(1));
			assertEquals(100, before429(200, i -> send(hub, "x")), "each second");
		}
	}

	@Test
	void aLargerTierHasHigherRatesAndABulkCallCountsItsDevices() throws Exception {
		try (TestHub hub = start(Throttling.of(Mode.REJECT, Tier.S3))) {
			assertEquals(150, before429(150, i -> hub.call("GET", "/devices/x", null)));
		}
		try (TestHub hub = start(Throttling.of(Mode.REJECT, Tier.B1))) {
			StringBuilder bulk = new StringBuilder();
			for (int i = 0; i < 60; i++) {
				bulk.append(i == 0 ? '[' : ',').append("{\"id\":\"bulk").append(i).append("\",\"importMode\":\"create\"}");
			}
			hub.call("POST", "/devices", bulk + "]").expect(200);
			hub.call("POST", "/devices", bulk + "]").expectError(429, "ThrottlingException");
			assertEquals(40, before429(100, i -> hub.call("GET", "/devices/x", null)));
		}
	}

	@Test
	void shapedOperationsWaitTenSecondsAtMost() throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(20);
		try (TestHub hub = start(Throttling.of(Mode.SHAPE, Tier.S1))) {
			assertEquals(100, before429(100, i -> hub.call("GET", "/devices/x", null)));
			Queue<Reply> replies = new ConcurrentLinkedQueue<>();
			for (int i = 0; i < 20; i++) {
				callers.execute(() -> replies.add(hub.call("GET", "/devices/x", null)));
			}
			// 100 a minute are 16 in ten seconds
			Eventually.holds("four too many", () -> replies.size() == 4);
			replies.forEach(reply -> reply.expectError(429, "ThrottlingBacklogTimeout"));
			clock.advance(Duration.ofSeconds(3));
			Eventually.holds("five of them in three seconds", () -> replies.size() == 9);
			clock.advance(Duration.ofSeconds(7));
			Eventually.holds("all of them", () -> replies.size() == 20);
			assertEquals(16, replies.stream().filter(reply -> reply.status() == 404).count());
		} finally {
			callers.shutdownNow();
		}
	}

	@Test
	void theDayHasSoManyMessages() throws Exception {
		try (TestHub hub = start(Throttling.of(Mode.REJECT, Tier.F1))) {
			hub.create("d");
			String large = "x".repeat(200 * 1024); // 400 of half a kilobyte each
			for (int i = 0; i < 20; i++) {
				send(hub, large).expect(204);
			}
			send(hub, "x").expectError(403, "IotHubQuotaExceeded");
			clock.advance(Duration.ofDays(1));
			send(hub, "x").expect(204);
		}
	}
}
