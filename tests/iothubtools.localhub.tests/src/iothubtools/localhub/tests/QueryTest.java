// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** POST /devices/query: rows, pages, what is a query (contract §3.3). */
class QueryTest {

	private static final String ALL = "SELECT * FROM devices";

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withSampleDevices(1203));

	private static Reply query(String text, String... headers) {
		JsonObject body = new JsonObject();
		body.addProperty("query", text);
		return HUB.call("POST", "/devices/query", body.toString(), headers);
	}

	private static List<String> ids(Reply page) {
		List<String> ids = new ArrayList<>();
		for (JsonElement row : page.expect(200).array()) {
			ids.add(row.getAsJsonObject().get("deviceId").getAsString());
		}
		return ids;
	}

	@Test
	void aRowIsTheTwinByteForByte() {
		JsonObject device = HUB.create("row").json();
		Reply reply = query("SELECT * FROM devices WHERE deviceId = 'row'").expect(200);
		assertEquals("Twin", reply.header("x-ms-item-type"));
		assertFalse(reply.has("x-ms-continuation"));
		String updated = reply.array().get(0).getAsJsonObject().getAsJsonObject("properties").getAsJsonObject("desired")
				.getAsJsonObject("$metadata").get("$lastUpdated").getAsString();
		String properties = "{\"$metadata\":{\"$lastUpdated\":\"" + updated + "\"},\"$version\":1}";
		assertEquals("[{\"deviceId\":\"row\",\"etag\":\"AAAAAAAAAAE=\",\"deviceEtag\":" + device.get("etag")
				+ ",\"status\":\"enabled\",\"statusUpdateTime\":\"0001-01-01T00:00:00Z\",\"connectionState\":\"Disconnected\","
				+ "\"lastActivityTime\":\"0001-01-01T00:00:00Z\",\"cloudToDeviceMessageCount\":0,"
				+ "\"authenticationType\":\"sas\",\"x509Thumbprint\":{\"primaryThumbprint\":null,"
				+ "\"secondaryThumbprint\":null},\"version\":2,\"properties\":{\"desired\":" + properties
				+ ",\"reported\":" + properties + "},\"capabilities\":{\"iotEdge\":false}}]", reply.body());
		HUB.call("DELETE", "/devices/row", null, "If-Match", "*").expect(204);
	}

	@Test
	void eachAttributeByItselfIsThatOfTheTwin() {
		HUB.call("PUT", "/devices/projected", "{\"deviceId\":\"projected\",\"status\":\"disabled\","
				+ "\"statusReason\":\"spare\",\"capabilities\":{\"iotEdge\":true}}").expect(200);
		String condition = " FROM devices WHERE deviceId = 'projected'";
		JsonObject row = query("SELECT *" + condition).expect(200).array().get(0).getAsJsonObject();
		assertEquals(row, query("SELECT " + String.join(", ", row.keySet()) + condition).expect(200).array().get(0));
		for (String name : row.keySet()) {
			JsonObject expected = new JsonObject();
			expected.add(name, row.get(name));
			assertEquals(expected, query("SELECT " + name + condition).expect(200).array().get(0), name);
		}
		JsonObject fresh = HUB.create("projected-2").json();
		assertEquals("[{\"deviceId\":\"projected-2\",\"iotEdge\":false}]",
				query("SELECT deviceId, statusReason, capabilities.iotEdge FROM devices WHERE deviceId = 'projected-2'").body());
		HUB.call("DELETE", "/devices/" + fresh.get("deviceId").getAsString(), null, "If-Match", "*").expect(204);
		HUB.call("DELETE", "/devices/projected", null, "If-Match", "*").expect(204);
	}

	@Test
	void aParentIsThatOfTheTwin() {
		HUB.call("PUT", "/devices/parent", "{\"deviceId\":\"parent\",\"capabilities\":{\"iotEdge\":true}}").expect(200);
		String scope = HUB.call("GET", "/devices/parent", null).expect(200).json().get("deviceScope").getAsString();
		HUB.call("PUT", "/devices/leaf", "{\"deviceId\":\"leaf\",\"deviceScope\":\"" + scope + "\"}").expect(200);
		for (String id : List.of("parent", "leaf")) {
			String condition = " FROM devices WHERE deviceId = '" + id + "'";
			JsonObject twin = query("SELECT *" + condition).expect(200).array().get(0).getAsJsonObject();
			JsonObject expected = new JsonObject();
			for (String name : List.of("deviceScope", "parentScopes")) {
				if (twin.has(name)) {
					expected.add(name, twin.get(name));
				}
			}
			assertEquals(expected, query("SELECT deviceScope, parentScopes, nothing" + condition).expect(200).array().get(0), id);
		}
		HUB.call("DELETE", "/devices/leaf", null, "If-Match", "*").expect(204);
		HUB.call("DELETE", "/devices/parent", null, "If-Match", "*").expect(204);
	}

	/** A list asks for parents, too, and for what hubs of other versions have; large twins must not make it slow. */
	@Test
	void whatDevicesDoNotHaveCostsNotTheirTwins() {
		JsonObject desired = new JsonObject();
		for (int i = 0; i < 7; i++) {
			desired.addProperty("large" + i, "x".repeat(4000));
		}
		String patch = "{\"properties\":{\"desired\":" + desired + "}}";
		for (int i = 0; i < 100; i++) {
			HUB.create("zz-large-" + i);
			HUB.call("PATCH", "/twins/zz-large-" + i, patch).expect(200);
		}
		String large = " FROM devices WHERE STARTSWITH(deviceId, 'zz-large-')";
		try {
			long twins = fastest("SELECT *" + large);
			long rows = fastest("SELECT deviceId, deviceScope, parentScopes, nothing" + large);
			System.out.printf("100 large twins: %,d us, what a list shows of them: %,d us%n", twins / 1000, rows / 1000);
			assertTrue(rows < twins / 3, () -> rows + " ns, whole twins: " + twins);
		} finally {
			for (int i = 0; i < 100; i++) {
				HUB.call("DELETE", "/devices/zz-large-" + i, null, "If-Match", "*").expect(204);
			}
		}
	}

	private static long fastest(String query) {
		long fastest = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			long start = System.nanoTime();
			assertEquals(100, query(query, "x-ms-max-item-count", "100").expect(200).array().size());
			fastest = Math.min(fastest, System.nanoTime() - start);
		}
		return fastest;
	}

	@Test
	void pagesHoldEveryDeviceOnceInTheOrderOfTheirIds() {
		List<String> all = new ArrayList<>();
		List<Integer> sizes = new ArrayList<>();
		String token = null;
		do {
			Reply page = token == null ? query(ALL, "x-ms-max-item-count", "500")
					: query(ALL, "x-ms-max-item-count", "500", "x-ms-continuation", token);
			List<String> ids = ids(page);
			sizes.add(ids.size());
			all.addAll(ids);
			token = page.has("x-ms-continuation") ? page.header("x-ms-continuation") : null;
		} while (token != null);
		assertEquals(List.of(500, 500, 203), sizes);
		assertEquals(all.stream().sorted().distinct().toList(), all);
		assertEquals(1203, all.size());
	}

	@Test
	void aPageHas100RowsUnlessAskedAnd1000AtMost() {
		assertEquals(100, ids(query(ALL)).size());
		assertEquals(1000, ids(query(ALL, "x-ms-max-item-count", "5000")).size());
		assertEquals(7, ids(query(ALL, "x-ms-max-item-count", "7")).size());
		query(ALL, "x-ms-max-item-count", "0").expectError(400, "ArgumentInvalid");
		query(ALL, "x-ms-max-item-count", "x").expectError(400, "ArgumentInvalid");
	}

	@Test
	void devicesThatComeAndGoBetweenPagesDoNotShiftTheOthers() {
		HUB.create("aaa-0");
		HUB.create("aaa-1");
		Reply first = query(ALL, "x-ms-max-item-count", "2");
		assertEquals(List.of("aaa-0", "aaa-1"), ids(first));
		HUB.call("DELETE", "/devices/aaa-0", null, "If-Match", "*").expect(204);
		HUB.call("DELETE", "/devices/aaa-1", null, "If-Match", "*").expect(204);
		Reply next = query(ALL, "x-ms-max-item-count", "1", "x-ms-continuation", first.header("x-ms-continuation"));
		assertEquals(List.of("sensor-0001"), ids(next));
	}

	@Test
	void aTokenIsGoodForItsOwnQueryAlone() {
		String token = query(ALL, "x-ms-max-item-count", "2").header("x-ms-continuation");
		query(ALL, "x-ms-continuation", token).expect(200);
		query(ALL + " WHERE status = 'enabled'", "x-ms-continuation", token).expectError(400, "ArgumentInvalid");
	}

	@Test
	void aForeignTokenIs400() {
		query(ALL, "x-ms-continuation", "nonsense").expectError(400, "ArgumentInvalid");
		query(ALL, "x-ms-continuation", "***").expectError(400, "ArgumentInvalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select * from devices where deviceid='sensor-0002'",
			" SELECT  *\nFROM devices WHERE devices.deviceId = \"sensor-0002\" ",
			"SELECT * FROM devices WHERE 'sensor\\u002d0002' = DeviceId" })
	void oneDeviceIsFoundByItsId(String text) {
		assertEquals(List.of("sensor-0002"), ids(query(text)));
	}

	@Test
	void anIdThatIsNotThereGivesNoRow() {
		assertEquals("[]", query("SELECT * FROM devices WHERE deviceId = 'Sensor-0002'").expect(200).body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SELECT", "SELEC * FROM devices", "SELECT * FROM", "* FROM devices", "DROP TABLE devices" })
	void whatIsNoQueryIs400(String text) {
		assertEquals("ErrorCode:ArgumentInvalid;BadRequest",
				query(text).expectError(400, "ArgumentInvalid").json().get("Message").getAsString());
	}

	@Test
	void aTextOf8192CharactersIsTheLongest() {
		query(ALL + " ".repeat(8192 - ALL.length())).expect(200);
		query(ALL + " ".repeat(8193 - ALL.length())).expectError(400, "ArgumentInvalid");
	}

	@Test
	void aBodyWithoutAQueryIs400() {
		for (String body : new String[] { "{}", "{\"query\":null}" }) {
			HUB.call("POST", "/devices/query", body).expectError(400, "ArgumentNull");
		}
		for (String body : new String[] { "{\"query\":\"\"}", "{\"query\":1}", "x", "" }) {
			HUB.call("POST", "/devices/query", body).expectError(400, "ArgumentInvalid");
		}
	}

	@Test
	void typographicQuotesAreNoQuotes() {
		query("SELECT * FROM devices WHERE deviceId = \u2018a1\u2019").expectError(400, "ArgumentInvalid");
		query("SELECT * FROM devices WHERE deviceId = \u201ca1\u201d").expectError(400, "ArgumentInvalid");
		query("SELECT * FROM devices WHERE tags.stra\u00dfe = '\u201ca1\u201d'").expect(200);
	}

	@Test
	void sampleDevicesAreOfEveryKind() {
		String page = query(ALL, "x-ms-max-item-count", "100").expect(200).body();
		for (String part : new String[] { "\"authenticationType\":\"sas\"", "\"authenticationType\":\"selfSigned\"",
				"\"authenticationType\":\"certificateAuthority\"", "\"status\":\"disabled\",\"statusReason\":\"Under maintenance\"",
				"\"tags\":{\"site\":\"Graz\",\"location\":{", "\"desired\":{\"interval\":", "\"reported\":{\"interval\":",
				"\"lastActivityTime\":\"20", "\"iotEdge\":true},\"deviceScope\":\"ms-azure-iot-edge://sensor-0025-" }) {
			assertTrue(page.contains(part), part);
		}
	}

	@Test
	void sampleDevicesHaveReported() {
		String reported = "SELECT properties.reported.firmware AS firmware, COUNT() AS n, MIN(properties.reported.battery) AS low"
				+ " FROM devices WHERE properties.reported.interval = properties.desired.interval GROUP BY"
				+ " properties.reported.firmware";
		assertEquals("[{\"firmware\":\"1.2.0\",\"n\":75,\"low\":60},{\"firmware\":\"1.0.0\",\"n\":75,\"low\":100}]",
				query(reported).expect(200).body());
		assertEquals(List.of("sensor-0008", "sensor-0024"), ids(query(
				"SELECT TOP 2 * FROM devices WHERE properties.reported.battery < 80 AND properties.desired.alarm.high > 37")));
	}
}
