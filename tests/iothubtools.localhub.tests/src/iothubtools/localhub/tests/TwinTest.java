// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static iothubtools.localhub.tests.Twins.counters;
import static iothubtools.localhub.tests.Twins.part;
import static iothubtools.localhub.tests.Twins.tags;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

import iothubtools.tests.support.time.SettableClock;

/** Twins from the service's side: read, patch, replace, counters, metadata, etags (contract §3.5, §4). */
class TwinTest {

	private static final String NEVER = "0001-01-01T00:00:00Z";

	private static final SettableClock CLOCK = new SettableClock();
	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK));
	private static Twins twins;

	@BeforeAll
	static void prepare() throws Exception {
		twins = new Twins(HUB);
	}

	/** Time as the service writes it; the clock has milliseconds, of which it leaves out the last zeros. */
	private static String now() {
		String text = CLOCK.instant().toString();
		return text.contains(".") ? text.replaceAll("0+Z$", "Z") : text;
	}

	private static String stamp(String time, int version) {
		return "\"$lastUpdated\":\"" + time + "\",\"$lastUpdatedVersion\":" + version;
	}

	@Test
	void aFreshTwinIsTheServicesByteForByte() {
		JsonObject device = HUB.create("fresh").json();
		String part = "{\"$metadata\":{\"$lastUpdated\":\"" + now() + "\"},\"$version\":1}";
		assertEquals("{\"deviceId\":\"fresh\",\"etag\":\"AAAAAAAAAAE=\",\"deviceEtag\":" + device.get("etag")
				+ ",\"status\":\"enabled\",\"statusUpdateTime\":\"" + NEVER
				+ "\",\"connectionState\":\"Disconnected\",\"lastActivityTime\":\"" + NEVER
				+ "\",\"cloudToDeviceMessageCount\":0,\"authenticationType\":\"sas\",\"x509Thumbprint\":"
				+ "{\"primaryThumbprint\":null,\"secondaryThumbprint\":null},\"version\":2,\"properties\":{\"desired\":" + part
				+ ",\"reported\":" + part + "},\"capabilities\":{\"iotEdge\":false}}", twins.get("fresh").body());
		assertFalse(twins.get("fresh").has("ETag"), "no twin reply has an ETag header");
	}

	@Test
	void aFreshTwinOfAModuleIsOfTheYearOne() {
		HUB.create("host");
		JsonObject module = HUB.call("PUT", "/devices/host/modules/m", "{}").expect(200).json();
		String part = "{\"$metadata\":{\"$lastUpdated\":\"" + NEVER + "\"},\"$version\":1}";
		assertEquals("{\"deviceId\":\"host\",\"moduleId\":\"m\",\"etag\":\"AAAAAAAAAAE=\",\"deviceEtag\":"
				+ module.get("etag") + ",\"status\":\"enabled\",\"statusUpdateTime\":\"" + NEVER
				+ "\",\"connectionState\":\"Disconnected\",\"lastActivityTime\":\"" + NEVER
				+ "\",\"cloudToDeviceMessageCount\":0,\"authenticationType\":\"sas\",\"x509Thumbprint\":"
				+ "{\"primaryThumbprint\":null,\"secondaryThumbprint\":null},\"version\":2,\"properties\":{\"desired\":" + part
				+ ",\"reported\":" + part + "}}", twins.get("host/modules/m").body());
		assertEquals("{\"a\":1}", tags(twins.patchTags("host/modules/m", "{\"a\":1}")));
		assertFalse(twins.get("host").json().has("tags"), "a module's twin is its own");
	}

	@Test
	void aPatchMergesAndItsMetadataSayWhenAndAtWhichVersion() {
		HUB.create("merge");
		String created = now();
		CLOCK.advance(Duration.ofSeconds(90));
		String first = now();
		Reply reply = twins.patch("merge", "{\"tags\":{\"site\":\"A\"},\"properties\":{\"desired\":"
				+ "{\"interval\":10,\"old\":null,\"deep\":{\"a\":1,\"b\":[1,{\"c\":2}]}}}}", "If-Match", "\"AAAAAAAAAAE=\"");
		String at = stamp(first, 2);
		assertEquals("{\"interval\":10,\"deep\":{\"a\":1,\"b\":[1,{\"c\":2}]},\"$metadata\":{" + at + ",\"interval\":{" + at
				+ "},\"deep\":{" + at + ",\"a\":{" + at + "},\"b\":{" + at + "}}},\"$version\":2}",
				part(reply, "desired").toString());
		assertEquals("{\"$metadata\":{\"$lastUpdated\":\"" + created + "\"},\"$version\":1}",
				part(reply, "reported").toString());
		assertEquals("{\"site\":\"A\"}", tags(reply));
		assertEquals("AAAAAAAAAAI=", reply.json().get("etag").getAsString());
		assertEquals(3, reply.json().get("version").getAsInt());
		CLOCK.advance(Duration.ofMillis(1500));
		String later = stamp(now(), 3);
		reply = twins.patchDesired("merge", "{\"deep\":{\"a\":null,\"b\":[2]}}");
		assertEquals("{\"interval\":10,\"deep\":{\"b\":[2]},\"$metadata\":{" + later + ",\"interval\":{" + at + "},\"deep\":{"
				+ later + ",\"b\":{" + later + "}}},\"$version\":3}", part(reply, "desired").toString());
		assertEquals(reply.body(), twins.get("merge").body());
	}

	@Test
	void theLastLeafLeavesAnEmptyObject() {
		HUB.create("leaf");
		twins.patchTags("leaf", "{\"a\":{\"b\":1},\"c\":2}").expect(200);
		assertEquals("{\"a\":{},\"c\":2}", tags(twins.patchTags("leaf", "{\"a\":{\"b\":null}}")));
		twins.patchDesired("leaf", "{\"a\":{\"b\":1}}").expect(200);
		JsonObject desired = part(twins.patchDesired("leaf", "{\"a\":{\"b\":null}}"), "desired");
		assertEquals("{}", desired.get("a").toString());
		assertEquals("[$lastUpdated, $lastUpdatedVersion]",
				desired.getAsJsonObject("$metadata").getAsJsonObject("a").keySet().toString());
	}

	@Test
	void objectsAndLeavesTakeEachOthersPlace() {
		HUB.create("swap");
		twins.patchDesired("swap", "{\"a\":1,\"b\":{\"c\":1}}").expect(200);
		JsonObject desired = part(twins.patchDesired("swap", "{\"a\":{\"d\":2,\"e\":null},\"b\":3}"), "desired");
		assertEquals("{\"d\":2}", desired.get("a").toString());
		assertEquals("3", desired.get("b").toString());
		JsonObject metadata = desired.getAsJsonObject("$metadata");
		assertTrue(metadata.getAsJsonObject("a").has("d"));
		assertFalse(metadata.getAsJsonObject("b").has("c"));
	}

	@Test
	void aWholePartMayBeDeleted() {
		HUB.create("whole");
		twins.patch("whole", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"a\":1}}}").expect(200);
		assertFalse(twins.patch("whole", "{\"tags\":null}").expect(200).json().has("tags"));
		assertFalse(part(twins.patchDesired("whole", "null"), "desired").has("a"));
	}

	@Test
	void countersMoveWithTheirParts() {
		HUB.create("count");
		assertEquals("2 AAAAAAAAAAE= 1 1", counters(twins.patch("count", "{}").expect(200)));
		assertEquals("3 AAAAAAAAAAI= 1 1", counters(twins.patchTags("count", "{\"a\":1}").expect(200)));
		assertEquals("4 AAAAAAAAAAM= 2 1", counters(twins.patchDesired("count", "{\"a\":1}").expect(200)));
		assertEquals("5 AAAAAAAAAAQ= 3 1", counters(
				twins.patch("count", "{\"tags\":{\"a\":2},\"properties\":{\"desired\":{\"a\":2}}}").expect(200)));
		assertEquals("6 AAAAAAAAAAU= 4 1", counters(twins.put("count", "{}").expect(200)));
	}

	@Test
	void aReplacementLeavesNothingOfTheOldPartsButTheReported() throws Exception {
		HUB.create("replace");
		report("replace", "{\"r\":1}");
		twins.patch("replace", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"a\":1}}}").expect(200);
		Reply reply = twins.put("replace",
				"{\"tags\":{\"b\":{\"c\":2}},\"properties\":{\"desired\":{\"b\":2},\"reported\":{\"r\":2}}}");
		assertEquals("{\"b\":{\"c\":2}}", tags(reply));
		assertFalse(part(reply, "desired").has("a"));
		assertFalse(part(reply, "desired").getAsJsonObject("$metadata").has("a"));
		assertEquals(2, part(reply, "desired").get("b").getAsInt());
		assertEquals(1, part(reply, "reported").get("r").getAsInt());
		reply = twins.put("replace", "{\"properties\":{}}").expect(200);
		assertFalse(reply.json().has("tags"));
		assertFalse(part(reply, "desired").has("b"));
	}

	@Test
	void whatIsTheHubsOwnInTheBodyIsIgnored() {
		HUB.create("own");
		Reply first = twins.patch("own", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"x\":{\"y\":1}}}}").expect(200);
		Reply second = twins.put("own",
				first.body().replace("\"status\":\"enabled\"", "\"status\":\"disabled\"").replace("\"version\":3", "\"version\":9"));
		assertEquals("enabled", second.expect(200).json().get("status").getAsString());
		assertEquals("4 AAAAAAAAAAM= 3 1", counters(second));
		assertEquals(part(first, "desired").get("x"), part(second, "desired").get("x"));
	}

	@Test
	void aQuotedEtagMustBeTheCurrentOneAnUnquotedOneIsIgnored() {
		HUB.create("etag");
		twins.patch("etag", "{\"tags\":{\"a\":1}}", "If-Match", "\"AAAAAAAAAAE=\"").expect(200);
		Reply stale = twins.patch("etag", "{\"tags\":{\"a\":2}}", "If-Match", "\"AAAAAAAAAAE=\"").expectError(412,
				"PreconditionFailed");
		assertEquals("ErrorCode:PreconditionFailed;ETag mismatch for device ID 'etag'",
				stale.json().get("Message").getAsString());
		twins.put("etag", "{}", "If-Match", "\"AAAAAAAAAAE=\"").expectError(412, "PreconditionFailed");
		assertEquals("{\"a\":1}", tags(twins.get("etag")));
		for (String passing : new String[] { "*", "\"*\"", "AAAAAAAAAAE=", "nonsense", "\"\"" }) {
			twins.patch("etag", "{\"tags\":{\"a\":3}}", "If-Match", passing).expect(200);
		}
	}

	@Test
	void patchesMayComeAsPost() {
		HUB.create("post");
		assertEquals("{\"a\":1}",
				tags(HUB.call("POST", "/twins/post", "{\"tags\":{\"a\":1}}", "X-HTTP-Method-Override", "PATCH")));
	}

	@Test
	void theIdentityIsMirrored() {
		HUB.put("mirror", ",\"status\":\"disabled\",\"statusReason\":\"why\",\"authentication\":{\"type\":\"selfSigned\","
				+ "\"x509Thumbprint\":{\"primaryThumbprint\":\"0123456789ABCDEF0123456789abcdef01234567\"}}").expect(200);
		JsonObject twin = twins.patchTags("mirror", "{\"a\":1}").expect(200).json();
		JsonObject device = HUB.call("GET", "/devices/mirror", null).json();
		assertEquals("disabled", twin.get("status").getAsString());
		assertEquals("why", twin.get("statusReason").getAsString());
		assertEquals("selfSigned", twin.get("authenticationType").getAsString());
		assertEquals(device.getAsJsonObject("authentication").get("x509Thumbprint"), twin.get("x509Thumbprint"));
		assertEquals(device.get("etag"), twin.get("deviceEtag"));
	}

	@Test
	void rowsOfQueriesAreTheSameTwins() {
		HUB.create("row");
		Reply twin = twins.patch("row", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"b\":{\"c\":1.0}}}}").expect(200);
		Reply rows = HUB.call("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices WHERE deviceId = 'row'\"}");
		assertEquals('[' + twin.body() + ']', rows.expect(200).body());
	}

	private static void report(String deviceId, String properties) throws Exception {
		Instant far = CLOCK.instant().plus(Duration.ofHours(1));
		String token = Tokens.of(Tokens.field(HUB.hub().deviceConnectionString(deviceId), "SharedAccessKey"), null,
				Tokens.encoded(HUB.hub().hostName() + "/devices/" + deviceId), far);
		try (MqttDevice device = MqttDevice.connect(HUB, deviceId, token, options -> {
		})) {
			device.subscribe("$iothub/twin/res/#", 0);
			device.send("$iothub/twin/PATCH/properties/reported/?$rid=1", properties);
			assertTrue(device.next().topic().startsWith("$iothub/twin/res/204/"));
		}
	}

	@Test
	void reportedPropertiesHaveTimesButNoVersionsOfTheirOwn() throws Exception {
		HUB.create("report");
		report("report", "{\"a\":{\"b\":1},\"gone\":null}");
		Reply twin = twins.get("report");
		String at = "\"$lastUpdated\":\"" + now() + '"';
		assertEquals("{\"a\":{\"b\":1},\"$metadata\":{" + at + ",\"a\":{" + at + ",\"b\":{" + at + "}}},\"$version\":2}",
				part(twin, "reported").toString());
		assertEquals("3 AAAAAAAAAAE= 1 2", counters(twin));
	}

	@Test
	void twinsOutliveARestart(@TempDir Path own) throws Exception {
		String body;
		try (TestHub first = TestHub.start(own)) {
			first.create("d");
			body = first.call("PATCH", "/twins/d", "{\"tags\":{\"a\":1.0},\"properties\":{\"desired\":{\"b\":[1]}}}")
					.expect(200).body();
		}
		try (TestHub second = TestHub.start(own)) {
			assertEquals(body, second.call("GET", "/twins/d", null).expect(200).body());
		}
	}
}
