// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

/** Twins from the service's side: read, patch, replace, counters, metadata, etags, limits (contract §3.5, §4). */
class TwinTest {

	private static final String NEVER = "0001-01-01T00:00:00Z";

	@TempDir
	static Path data;
	private static final SettableClock CLOCK = new SettableClock();
	private static TestHub hub;

	@BeforeAll
	static void start() throws Exception {
		hub = TestHub.start(data, settings -> settings.withClock(CLOCK));
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static Reply get(String id) {
		return hub.call("GET", "/twins/" + id, null).expect(200);
	}

	private static Reply patch(String id, String body, String... headers) {
		return hub.call("PATCH", "/twins/" + id, body, headers);
	}

	private static Reply patchTags(String id, String tags) {
		return patch(id, "{\"tags\":" + tags + "}");
	}

	private static Reply patchDesired(String id, String desired) {
		return patch(id, desired(desired));
	}

	private static String desired(String desired) {
		return "{\"properties\":{\"desired\":" + desired + "}}";
	}

	private static JsonObject part(Reply twin, String name) {
		return twin.expect(200).json().getAsJsonObject("properties").getAsJsonObject(name);
	}

	private static String tags(Reply twin) {
		return String.valueOf(twin.expect(200).json().get("tags"));
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
		JsonObject device = hub.create("fresh").json();
		String part = "{\"$metadata\":{\"$lastUpdated\":\"" + now() + "\"},\"$version\":1}";
		assertEquals("{\"deviceId\":\"fresh\",\"etag\":\"AAAAAAAAAAE=\",\"deviceEtag\":" + device.get("etag")
				+ ",\"status\":\"enabled\",\"statusUpdateTime\":\"" + NEVER
				+ "\",\"connectionState\":\"Disconnected\",\"lastActivityTime\":\"" + NEVER
				+ "\",\"cloudToDeviceMessageCount\":0,\"authenticationType\":\"sas\",\"x509Thumbprint\":"
				+ "{\"primaryThumbprint\":null,\"secondaryThumbprint\":null},\"version\":2,\"properties\":{\"desired\":" + part
				+ ",\"reported\":" + part + "},\"capabilities\":{\"iotEdge\":false}}", get("fresh").body());
		assertFalse(get("fresh").has("ETag"), "no twin reply has an ETag header");
	}

	@Test
	void aFreshTwinOfAModuleIsOfTheYearOne() {
		hub.create("host");
		JsonObject module = hub.call("PUT", "/devices/host/modules/m", "{}").expect(200).json();
		String part = "{\"$metadata\":{\"$lastUpdated\":\"" + NEVER + "\"},\"$version\":1}";
		assertEquals("{\"deviceId\":\"host\",\"moduleId\":\"m\",\"etag\":\"AAAAAAAAAAE=\",\"deviceEtag\":"
				+ module.get("etag") + ",\"status\":\"enabled\",\"statusUpdateTime\":\"" + NEVER
				+ "\",\"connectionState\":\"Disconnected\",\"lastActivityTime\":\"" + NEVER
				+ "\",\"cloudToDeviceMessageCount\":0,\"authenticationType\":\"sas\",\"x509Thumbprint\":"
				+ "{\"primaryThumbprint\":null,\"secondaryThumbprint\":null},\"version\":2,\"properties\":{\"desired\":" + part
				+ ",\"reported\":" + part + "}}", get("host/modules/m").body());
		assertEquals("{\"a\":1}", tags(patchTags("host/modules/m", "{\"a\":1}")));
		assertFalse(get("host").json().has("tags"), "a module's twin is its own");
	}

	@Test
	void aPatchMergesAndItsMetadataSayWhenAndAtWhichVersion() {
		hub.create("merge");
		String created = now();
		CLOCK.advance(Duration.ofSeconds(90));
		String first = now();
		Reply reply = patch("merge", "{\"tags\":{\"site\":\"A\"},\"properties\":{\"desired\":"
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
		reply = patchDesired("merge", "{\"deep\":{\"a\":null,\"b\":[2]}}");
		assertEquals("{\"interval\":10,\"deep\":{\"b\":[2]},\"$metadata\":{" + later + ",\"interval\":{" + at + "},\"deep\":{"
				+ later + ",\"b\":{" + later + "}}},\"$version\":3}", part(reply, "desired").toString());
		assertEquals(reply.body(), get("merge").body());
	}

	@Test
	void theLastLeafLeavesAnEmptyObject() {
		hub.create("leaf");
		patchTags("leaf", "{\"a\":{\"b\":1},\"c\":2}").expect(200);
		assertEquals("{\"a\":{},\"c\":2}", tags(patchTags("leaf", "{\"a\":{\"b\":null}}")));
		patchDesired("leaf", "{\"a\":{\"b\":1}}").expect(200);
		JsonObject desired = part(patchDesired("leaf", "{\"a\":{\"b\":null}}"), "desired");
		assertEquals("{}", desired.get("a").toString());
		assertEquals("[$lastUpdated, $lastUpdatedVersion]",
				desired.getAsJsonObject("$metadata").getAsJsonObject("a").keySet().toString());
	}

	@Test
	void objectsAndLeavesTakeEachOthersPlace() {
		hub.create("swap");
		patchDesired("swap", "{\"a\":1,\"b\":{\"c\":1}}").expect(200);
		JsonObject desired = part(patchDesired("swap", "{\"a\":{\"d\":2,\"e\":null},\"b\":3}"), "desired");
		assertEquals("{\"d\":2}", desired.get("a").toString());
		assertEquals("3", desired.get("b").toString());
		JsonObject metadata = desired.getAsJsonObject("$metadata");
		assertTrue(metadata.getAsJsonObject("a").has("d"));
		assertFalse(metadata.getAsJsonObject("b").has("c"));
	}

	@Test
	void aWholePartMayBeDeleted() {
		hub.create("whole");
		patch("whole", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"a\":1}}}").expect(200);
		assertFalse(patch("whole", "{\"tags\":null}").expect(200).json().has("tags"));
		assertFalse(part(patchDesired("whole", "null"), "desired").has("a"));
	}

	@Test
	void countersMoveWithTheirParts() {
		hub.create("count");
		assertEquals("2 AAAAAAAAAAE= 1 1", counters(patch("count", "{}").expect(200)));
		assertEquals("3 AAAAAAAAAAI= 1 1", counters(patchTags("count", "{\"a\":1}").expect(200)));
		assertEquals("4 AAAAAAAAAAM= 2 1", counters(patchDesired("count", "{\"a\":1}").expect(200)));
		assertEquals("5 AAAAAAAAAAQ= 3 1", counters(
				patch("count", "{\"tags\":{\"a\":2},\"properties\":{\"desired\":{\"a\":2}}}").expect(200)));
		assertEquals("6 AAAAAAAAAAU= 4 1", counters(hub.call("PUT", "/twins/count", "{}").expect(200)));
	}

	private static String counters(Reply twin) {
		return twin.json().get("version") + " " + twin.json().get("etag").getAsString() + " "
				+ part(twin, "desired").get("$version") + " " + part(twin, "reported").get("$version");
	}

	@Test
	void aReplacementLeavesNothingOfTheOldPartsButTheReported() throws Exception {
		hub.create("replace");
		report("replace", "{\"r\":1}");
		patch("replace", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"a\":1}}}").expect(200);
		Reply reply = hub.call("PUT", "/twins/replace",
				"{\"tags\":{\"b\":{\"c\":2,\"d\":null}},\"properties\":{\"desired\":{\"b\":2},\"reported\":{\"r\":2}}}");
		assertEquals("{\"b\":{\"c\":2}}", tags(reply));
		assertFalse(part(reply, "desired").has("a"));
		assertFalse(part(reply, "desired").getAsJsonObject("$metadata").has("a"));
		assertEquals(2, part(reply, "desired").get("b").getAsInt());
		assertEquals(1, part(reply, "reported").get("r").getAsInt());
		reply = hub.call("PUT", "/twins/replace", "{\"properties\":{}}").expect(200);
		assertFalse(reply.json().has("tags"));
		assertFalse(part(reply, "desired").has("b"));
	}

	@Test
	void whatIsTheHubsOwnInTheBodyIsIgnored() {
		hub.create("own");
		Reply first = patch("own", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"x\":{\"y\":1}}}}").expect(200);
		Reply second = hub.call("PUT", "/twins/own",
				first.body().replace("\"status\":\"enabled\"", "\"status\":\"disabled\"").replace("\"version\":3", "\"version\":9"));
		assertEquals("enabled", second.expect(200).json().get("status").getAsString());
		assertEquals("4 AAAAAAAAAAM= 3 1", counters(second));
		assertEquals(part(first, "desired").get("x"), part(second, "desired").get("x"));
	}

	@Test
	void aQuotedEtagMustBeTheCurrentOneAnUnquotedOneIsIgnored() {
		hub.create("etag");
		patch("etag", "{\"tags\":{\"a\":1}}", "If-Match", "\"AAAAAAAAAAE=\"").expect(200);
		Reply stale = patch("etag", "{\"tags\":{\"a\":2}}", "If-Match", "\"AAAAAAAAAAE=\"").expectError(412,
				"PreconditionFailed");
		assertEquals("ErrorCode:PreconditionFailed;ETag mismatch for device ID 'etag'",
				stale.json().get("Message").getAsString());
		hub.call("PUT", "/twins/etag", "{}", "If-Match", "\"AAAAAAAAAAE=\"").expectError(412, "PreconditionFailed");
		assertEquals("{\"a\":1}", tags(get("etag")));
		for (String passing : new String[] { "*", "\"*\"", "AAAAAAAAAAE=", "nonsense", "\"\"" }) {
			patch("etag", "{\"tags\":{\"a\":3}}", "If-Match", passing).expect(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1.0", "1e3", "-0.10", "4503599627370495", "-4503599627370496", "123456789.123456789123456",
			"true", "\"a/b\\n\\u00e9\"", "[]", "[[1.0],{\"a\":2}]", "\"2026-01-02T03:04:05.00Z\"" })
	void valuesComeBackAsTheyWereWritten(String value) {
		hub.create("values-" + Integer.toHexString(value.hashCode()));
		String id = "values-" + Integer.toHexString(value.hashCode());
		String expected = value.replace("\\u00e9", "é");
		assertTrue(patchTags(id, "{\"v\":" + value + "}").expect(200).body().contains("\"tags\":{\"v\":" + expected + "}"));
		assertTrue(patchDesired(id, "{\"v\":" + value + "}").expect(200).body()
				.contains("\"desired\":{\"v\":" + expected + ",\"$metadata\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a.b\":1}", "{\"$a\":1}", "{\"a b\":1}", "{\"a#\":1}", "{\"a\\u0001\":1}", "{\"\":1}",
			"{\"x\":{\"$metadata\":1}}", "{\"x\":[{\"a.b\":1}]}", "{\"x\":4503599627370496}", "{\"x\":-4503599627370497}",
			"{\"x\":[99999999999999999999999999999999999999]}", "{\"x\":[null]}", "{\"x\":[[1,null]]}", "1", "[]", "\"x\"" })
	void whatTwinsMayNotHoldIs400(String values) {
		hub.call("PUT", "/devices/rules", "{\"deviceId\":\"rules\"}");
		patchTags("rules", values).expectError(400, "ArgumentInvalid");
		patchDesired("rules", values).expectError(400, "ArgumentInvalid");
		hub.call("PUT", "/twins/rules", desired(values)).expectError(400, "ArgumentInvalid");
		assertEquals(2, get("rules").json().get("version").getAsInt());
	}

	@Test
	void namesAndStringsHaveALength() {
		hub.create("length");
		patchTags("length", "{\"" + "n".repeat(1024) + "\":1}").expect(200);
		patchTags("length", "{\"" + "n".repeat(1025) + "\":1}").expectError(400, "ArgumentInvalid");
		patchTags("length", "{\"" + "é".repeat(513) + "\":1}").expectError(400, "ArgumentInvalid");
		patchTags("length", "{\"s\":\"" + "s".repeat(4096) + "\"}").expect(200);
		patchTags("length", "{\"s\":\"" + "s".repeat(4097) + "\"}").expectError(400, "ArgumentInvalid");
		patchTags("length", "{\"s\":[\"" + "é".repeat(2049) + "\"]}").expectError(400, "ArgumentInvalid");
	}

	@Test
	void objectsAreNestedTenDeepAtMost() {
		hub.create("deep");
		patchTags("deep", nested(10)).expect(200);
		patchTags("deep", nested(11)).expectError(400, "ArgumentInvalid");
		patchTags("deep", nested(5000)).expectError(400, "ArgumentInvalid");
		patchDesired("deep", "{\"x\":" + "[".repeat(11) + "]".repeat(11) + "}").expectError(400, "ArgumentInvalid");
	}

	private static String nested(int depth) {
		return "{\"k\":".repeat(depth) + "{\"v\":1}" + "}".repeat(depth);
	}

	/** So many members of 4 + 1000 bytes. */
	private static String kilobytes(int count) {
		return IntStream.range(0, count).mapToObj(i -> String.format("\"k%03d\":\"%s\"", i, "x".repeat(1000)))
				.collect(Collectors.joining(",", "{", "}"));
	}

	@Test
	void partsHaveASize() {
		hub.create("size");
		patchTags("size", kilobytes(8)).expect(200);
		patchTags("size", "{\"more\":\"" + "x".repeat(157) + "\"}").expectError(413, "GenericRequestEntityTooLarge");
		patchTags("size", "{\"more\":\"" + "x".repeat(156) + "\"}").expect(200);
		patchTags("size", "{\"k000\":null,\"b\":true,\"n\":1234567890}").expect(200);
		patchDesired("size", kilobytes(32)).expect(200);
		patchDesired("size", "{\"more\":\"" + "x".repeat(700) + "\"}").expectError(413, "GenericRequestEntityTooLarge");
		hub.call("PUT", "/twins/size", desired(kilobytes(33))).expectError(413, "GenericRequestEntityTooLarge");
		patchTags("size", "{\"big\":[" + "1,".repeat(1500) + "1]}").expectError(413, "GenericRequestEntityTooLarge");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"tags\":[]}", "{\"properties\":1}", "{\"properties\":{\"desired\":1}}" })
	void aBodyOfAnotherShapeIs400(String body) {
		hub.call("PUT", "/devices/shape", "{\"deviceId\":\"shape\"}");
		patch("shape", body).expectError(400, "ArgumentInvalid");
		hub.call("PUT", "/twins/shape", body).expectError(400, "ArgumentInvalid");
	}

	@Test
	void whatIsNotThereIs404() {
		hub.create("bare");
		for (String method : new String[] { "GET", "PATCH", "PUT" }) {
			String body = method.equals("GET") ? null : "{}";
			hub.call(method, "/twins/missing", body).expectError(404, "DeviceNotFound");
			hub.call(method, "/twins/missing/modules/m", body).expectError(404, "DeviceNotFound");
			hub.call(method, "/twins/bare/modules/m", body).expectError(404, "ModuleNotFound");
		}
	}

	@Test
	void itNeedsServiceConnect() {
		hub.create("right");
		String target = "/twins/right" + TestHub.VERSION;
		hub.callAs(hub.token("service"), "PATCH", target, "{}").expect(200);
		hub.callAs(hub.token("registryReadWrite"), "GET", target, null).expectError(401, "IotHubUnauthorizedAccess");
		hub.callAs(hub.deviceToken("right"), "GET", target, null).expectError(401, "IotHubUnauthorizedAccess");
	}

	@Test
	void patchesMayComeAsPost() {
		hub.create("post");
		assertEquals("{\"a\":1}",
				tags(hub.call("POST", "/twins/post", "{\"tags\":{\"a\":1}}", "X-HTTP-Method-Override", "PATCH")));
	}

	@Test
	void theIdentityIsMirrored() {
		hub.put("mirror", ",\"status\":\"disabled\",\"statusReason\":\"why\",\"authentication\":{\"type\":\"selfSigned\","
				+ "\"x509Thumbprint\":{\"primaryThumbprint\":\"0123456789ABCDEF0123456789abcdef01234567\"}}").expect(200);
		JsonObject twin = patchTags("mirror", "{\"a\":1}").expect(200).json();
		JsonObject device = hub.call("GET", "/devices/mirror", null).json();
		assertEquals("disabled", twin.get("status").getAsString());
		assertEquals("why", twin.get("statusReason").getAsString());
		assertEquals("selfSigned", twin.get("authenticationType").getAsString());
		assertEquals(device.getAsJsonObject("authentication").get("x509Thumbprint"), twin.get("x509Thumbprint"));
		assertEquals(device.get("etag"), twin.get("deviceEtag"));
	}

	@Test
	void rowsOfQueriesAreTheSameTwins() {
		hub.create("row");
		Reply twin = patch("row", "{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"b\":{\"c\":1.0}}}}").expect(200);
		Reply rows = hub.call("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices WHERE deviceId = 'row'\"}");
		assertEquals('[' + twin.body() + ']', rows.expect(200).body());
	}

	private static void report(String deviceId, String properties) throws Exception {
		Instant far = CLOCK.instant().plus(Duration.ofHours(1));
		String token = Tokens.of(Tokens.field(hub.hub.deviceConnectionString(deviceId), "SharedAccessKey"), null,
				Tokens.encoded(hub.hub.hostName() + "/devices/" + deviceId), far);
		try (MqttDevice device = MqttDevice.connect(hub, deviceId, token, options -> {
		})) {
			device.subscribe("$iothub/twin/res/#", 0);
			device.send("$iothub/twin/PATCH/properties/reported/?$rid=1", properties);
			assertTrue(device.next().topic().startsWith("$iothub/twin/res/204/"));
		}
	}

	@Test
	void reportedPropertiesHaveTimesButNoVersionsOfTheirOwn() throws Exception {
		hub.create("report");
		report("report", "{\"a\":{\"b\":1},\"gone\":null}");
		Reply twin = get("report");
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
