// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tests.support.time.SettableClock;

/** Queries that are behind on purpose (contract §3.3), by a clock that tests move. */
@Timeout(60)
class QueryLagTest {

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withClock(clock)
			.withConditions(settings.conditions().withQueryLag(Duration.ofSeconds(10))));

	private List<String> rows(String query, String column) {
		List<String> rows = new ArrayList<>();
		hub.call("POST", "/devices/query", "{\"query\":\"" + query + "\"}").expect(200).array()
				.forEach(row -> rows.add(row.getAsJsonObject().get(column).getAsString()));
		return rows;
	}

	private List<String> devices(String condition) {
		return rows("SELECT * FROM devices" + condition, "deviceId");
	}

	@Test
	void aNewDeviceIsSeenLaterAndADeletedOneIsSeenStill() {
		hub.create("b");
		assertEquals(List.of(), devices(""));
		hub.call("GET", "/devices/b", null).expect(200);
		clock.advance(Duration.ofSeconds(9));
		hub.create("a");
		hub.create("c");
		assertEquals(List.of(), devices(""));
		clock.advance(Duration.ofSeconds(1));
		assertEquals(List.of("b"), devices(""));
		clock.advance(Duration.ofSeconds(9));
		assertEquals(List.of("a", "b", "c"), devices(""));
		hub.call("DELETE", "/devices/b", null, "If-Match", "*").expect(204);
		assertEquals(List.of("a", "b", "c"), devices(""));
		assertEquals(List.of("a", "b"), rows("SELECT TOP 2 * FROM devices", "deviceId"));
		clock.advance(Duration.ofSeconds(10));
		assertEquals(List.of("a", "c"), devices(""));
	}

	@Test
	void eachChangeOfATwinIsSeenInItsTurn() {
		hub.create("t");
		clock.advance(Duration.ofSeconds(10));
		hub.call("PATCH", "/twins/t", "{\"tags\":{\"room\":1}}").expect(200);
		clock.advance(Duration.ofSeconds(4));
		hub.call("PATCH", "/twins/t", "{\"tags\":{\"room\":2}}").expect(200);
		assertEquals(List.of(), devices(" WHERE is_defined(tags.room)"));
		clock.advance(Duration.ofSeconds(6));
		assertEquals(List.of("t"), devices(" WHERE tags.room = 1"));
		assertEquals(List.of(), devices(" WHERE tags.room = 2"));
		assertEquals(List.of("1"), rows("SELECT tags.room FROM devices", "room"));
		clock.advance(Duration.ofSeconds(4));
		assertEquals(List.of(), devices(" WHERE tags.room = 1"));
		assertEquals(List.of("t"), devices(" WHERE tags.room = 2"));
	}

	@Test
	void modulesAreBehindToo() {
		hub.create("m");
		hub.call("PUT", "/devices/m/modules/x", "{\"deviceId\":\"m\",\"moduleId\":\"x\"}").expect(200);
		assertEquals(List.of(), rows("SELECT * FROM devices.modules", "moduleId"));
		clock.advance(Duration.ofSeconds(10));
		assertEquals(List.of("x"), rows("SELECT * FROM devices.modules", "moduleId"));
		hub.call("DELETE", "/devices/m", null, "If-Match", "*").expect(204);
		assertEquals(List.of("x"), rows("SELECT * FROM devices.modules", "moduleId"));
		clock.advance(Duration.ofSeconds(10));
		assertEquals(List.of(), rows("SELECT * FROM devices.modules", "moduleId"));
	}

	@Test
	void theNumberOfDevicesIsThatOfTheRowsThatAreSeen() {
		hub.create("n1");
		clock.advance(Duration.ofSeconds(10));
		hub.create("n2");
		assertEquals(List.of("1"), rows("SELECT COUNT() AS n FROM devices", "n"));
	}

	/** What is remembered for the lag has a bound: beyond it changes are seen sooner. */
	@Test
	void manyLargeChangesAreNotAllRemembered() {
		hub.create("large");
		hub.create("early");
		clock.advance(Duration.ofSeconds(10));
		hub.call("PATCH", "/twins/early", "{\"tags\":{\"room\":1}}").expect(200);
		assertEquals(List.of(), devices(" WHERE tags.room = 1"));
		String texts = IntStream.range(0, 30).mapToObj(i -> "\"t" + i + "\":\"" + "x".repeat(1000) + '"')
				.collect(Collectors.joining(",", "{", "}"));
		for (int i = 0; i < 700; i++) {
			hub.call("PATCH", "/twins/large", "{\"properties\":{\"desired\":" + texts + "}}").expect(200);
		}
		assertEquals(List.of("early"), devices(" WHERE tags.room = 1"));
	}
}
