// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.tests.support.time.SettableClock;

/** What a query selects of its rows is, byte for byte, what stands in the whole rows (contract §3.3). */
@Timeout(120)
class QueryProjectionTest {

	/** What lists ask for, and the rest that is known without a twin. */
	private static final List<String> OF_LISTS = List.of("deviceId", "status", "statusReason", "connectionState", "lastActivityTime",
			"authenticationType", "cloudToDeviceMessageCount", "capabilities", "deviceScope", "parentScopes", "deviceEtag",
			"statusUpdateTime", "nothing");
	private static final SettableClock CLOCK = new SettableClock();

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withSampleDevices(700).withClock(CLOCK));

	private static Reply query(String text, String... headers) {
		JsonObject body = new JsonObject();
		body.addProperty("query", text);
		return HUB.call("POST", "/devices/query", body.toString(), headers).expect(200);
	}

	/** All rows of a query, read in pages of so many. */
	private static List<JsonObject> rows(String text, int size) {
		List<JsonObject> rows = new ArrayList<>();
		String token = "";
		do {
			Reply page = query(text, "x-ms-max-item-count", Integer.toString(size), "x-ms-continuation", token);
			for (JsonElement row : page.array()) {
				rows.add(row.getAsJsonObject());
			}
			token = page.header("x-ms-continuation");
		} while (!token.isEmpty());
		return rows;
	}

	/** Of a whole row, in the order they are asked for. */
	private static String selected(JsonObject whole, List<String> names) {
		JsonObject row = new JsonObject();
		for (String name : names) {
			if (whole.has(name)) {
				row.add(name, whole.get(name));
			}
		}
		return row.toString();
	}

	/** Those that never did anything lie between those that did, before them and behind them, and a page ends anywhere. */
	@ParameterizedTest
	@ValueSource(ints = { 1000, 256, 255, 300, 7 })
	void aListShowsOfEachDeviceWhatItsTwinShows(int size) {
		for (String id : List.of("0-first", "sensor-0000", "sensor-0256x", "sensor-0257x", "sensor-0511x", "zz-last")) {
			HUB.create(id);
		}
		HUB.callAsDevice("sensor-0257x", "POST", "/messages/events", "x").expect(204);
		CLOCK.advance(Duration.ofSeconds(3));
		HUB.callAsDevice("zz-last", "POST", "/messages/events", "x").expect(204);
		HUB.callAsDevice("sensor-0006", "POST", "/messages/events", "x").expect(204);
		try {
			List<String> expected = rows("SELECT * FROM devices", 1000).stream().map(whole -> selected(whole, OF_LISTS)).toList();
			List<String> listed = rows("SELECT " + String.join(", ", OF_LISTS) + " FROM devices", size).stream().map(JsonObject::toString)
					.toList();
			assertEquals(706, expected.size());
			assertEquals(expected, listed);
			assertEquals(expected, rows("SELECT " + String.join(", ", OF_LISTS) + " FROM devices WHERE NOT is_defined(tags.absent)", size)
					.stream().map(JsonObject::toString).toList());
		} finally {
			for (String id : List.of("0-first", "sensor-0000", "sensor-0256x", "sensor-0257x", "sensor-0511x", "zz-last")) {
				HUB.call("DELETE", "/devices/" + id, null, "If-Match", "*").expect(204);
			}
		}
	}

	/** Kept a moment later, not at once, which a list must not show. */
	@Test
	void whatADeviceJustSentIsSeenInTheListOfAll() {
		HUB.create("0-sender");
		HUB.create("0-silent");
		CLOCK.advance(Duration.ofSeconds(1));
		Instant now = CLOCK.instant();
		HUB.callAsDevice("0-sender", "POST", "/messages/events", "x").expect(204);
		String times = "SELECT lastActivityTime FROM devices";
		List<Instant> seen = rows(times, 2).subList(0, 2).stream().map(row -> Instant.parse(row.get("lastActivityTime").getAsString())).toList();
		assertEquals(Duration.ZERO, Duration.between(now, seen.get(0)).truncatedTo(ChronoUnit.MILLIS));
		assertEquals(Instant.parse("0001-01-01T00:00:00Z"), seen.get(1));
		HUB.call("DELETE", "/devices/0-sender", null, "If-Match", "*").expect(204);
		HUB.call("DELETE", "/devices/0-silent", null, "If-Match", "*").expect(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1.0", "1e3", "-7", "9", "10", "-0.10", "4503599627370495", "123456789.123456789123456", "true", "false", "\"\"",
			"\"a\\\"b\"", "\"\\\\\"", "\"a\\nb\\tc\"", "\"\\u0001\"", "\"Stra\u00dfe\"", "\"\u4e2d\u6587\"", "\"\ud83d\ude00\"", "\"\u2028\"",
			"\"\u007f\"", "\"<a href='x'>&=</a>\"", "[]", "[1.0,\"\u00e9\",{\"b\":[true]}]", "{\"c\":1.50,\"d\":{}}" })
	void aValueIsWrittenAsInTheTwin(String value) {
		String id = "0-value-" + Integer.toHexString(value.hashCode());
		HUB.create(id);
		String twin = HUB.call("PATCH", "/twins/" + id, "{\"tags\":{\"v\":" + value + "}}").expect(200).body();
		int start = twin.indexOf("\"tags\":{\"v\":") + "\"tags\":{\"v\":".length();
		String written = twin.substring(start, twin.indexOf("},\"properties\"", start));
		String where = " FROM devices WHERE deviceId = '" + id + "'";
		assertEquals("[{\"v\":" + written + "}]", query("SELECT tags.v" + where).body());
		assertEquals("[{\"deviceId\":\"" + id + "\",\"named\":" + written + ",\"status\":\"enabled\"}]",
				query("SELECT deviceId, tags.v AS named, tags.w, status" + where).body());
		HUB.call("DELETE", "/devices/" + id, null, "If-Match", "*").expect(204);
	}

	@Test
	void aReasonAndAnIdOfAnyCharactersAreWrittenAsInTheTwin() {
		String id = "0-:.+_#*?!(),=@$'";
		String reason = "\"\\u00fc \\\"quoted\\\" \\\\ \\ud83d\\ude00 \\t\"";
		String path = "/devices/0-:.+_%23*%3F!(),=@$'";
		HUB.call("PUT", path, "{\"deviceId\":\"" + id + "\",\"status\":\"disabled\",\"statusReason\":" + reason + "}").expect(200);
		List<String> names = List.of("deviceId", "status", "statusReason");
		String whole = selected(rows("SELECT TOP 1 * FROM devices", 1).get(0), names);
		assertEquals("[" + whole + "]", query("SELECT TOP 1 deviceId, status, statusReason FROM devices").body());
		HUB.call("DELETE", path, null, "If-Match", "*").expect(204);
	}

	@Test
	void rowsWithoutAnythingThatWasAskedForAreEmpty() {
		assertEquals("[{},{},{}]", query("SELECT TOP 3 nothing, tags.nothing FROM devices").body());
		assertEquals("[]", query("SELECT deviceId FROM devices WHERE deviceId = 'nobody'").body());
	}

	@Test
	void modulesAreSelectedFromToo() {
		HUB.create("0-modules");
		HUB.call("PUT", "/devices/0-modules/modules/m", "{\"deviceId\":\"0-modules\",\"moduleId\":\"m\"}").expect(200);
		List<String> names = List.of("deviceId", "moduleId", "status", "connectionState", "version", "authenticationType", "statusReason");
		String whole = selected(rows("SELECT * FROM devices.modules WHERE deviceId = '0-modules'", 10).get(0), names);
		assertEquals("[" + whole + "]",
				query("SELECT " + String.join(", ", names) + " FROM devices.modules WHERE deviceId = '0-modules'").body());
		HUB.call("DELETE", "/devices/0-modules", null, "If-Match", "*").expect(204);
	}
}
