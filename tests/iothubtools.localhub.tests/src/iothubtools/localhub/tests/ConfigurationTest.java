// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** Configurations: what is kept of them, and that twins become what they want (contract §3.10). */
class ConfigurationTest {

	private static final String CHILLER = "\"content\":{\"deviceContent\":{\"properties.desired.chiller\":{\"t\":5}}}";

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withClock(clock));

	private Reply put(String id, String members, String... headers) {
		return hub.call("PUT", "/configurations/" + id, "{\"id\":\"" + id + "\"," + members + "}", headers);
	}

	private JsonObject get(String id) {
		return hub.call("GET", "/configurations/" + id, null).expect(200).json();
	}

	private void device(String id, String site) {
		hub.create(id);
		hub.call("PATCH", "/twins/" + id, "{\"tags\":{\"site\":\"" + site + "\"}}").expect(200);
	}

	private JsonObject twin(String path) {
		return hub.call("GET", "/twins/" + path, null).expect(200).json();
	}

	private String desired(String path) {
		JsonObject desired = twin(path).getAsJsonObject("properties").getAsJsonObject("desired");
		desired.remove("$metadata");
		desired.remove("$version");
		return desired.toString();
	}

	private void awaitDesired(String path, String expected) {
		Eventually.holds(path + " has " + expected, () -> desired(path).equals(expected));
	}

	private static String quoted(String text) {
		return '"' + text + '"';
	}

	private static String condition(String text) {
		return ",\"targetCondition\":" + quoted(text);
	}

	@Test
	void theReplyIsTheServicesByteForByte() {
		Reply created = put("cfg1", CHILLER + condition("tags.site='A'") + ",\"priority\":10,\"labels\":{\"env\":\"dev\"},"
				+ "\"metrics\":{\"queries\":{\"ok\":\"SELECT deviceId FROM devices WHERE tags.site='B'\"}}").expect(200);
		assertEquals("\"MQ==\"", created.header("ETag"));
		String time = created.json().get("createdTimeUtc").getAsString();
		assertEquals("{\"id\":\"cfg1\",\"schemaVersion\":null,\"labels\":{\"env\":\"dev\"}," + CHILLER
				+ ",\"targetCondition\":\"tags.site='A'\",\"createdTimeUtc\":\"" + time + "\",\"lastUpdatedTimeUtc\":\"" + time
				+ "\",\"priority\":10,\"systemMetrics\":{\"results\":{\"targetedCount\":0,\"appliedCount\":0},"
				+ "\"queries\":{\"targetedCount\":\"select deviceId from devices where tags.site='A'\","
				+ "\"appliedCount\":\"select deviceId from devices where configurations.[[cfg1]].status = 'Applied'\"}},"
				+ "\"metrics\":{\"results\":{},\"queries\":{\"ok\":\"SELECT deviceId FROM devices WHERE tags.site='B'\"}},"
				+ "\"etag\":\"MQ==\"}", created.body());
	}

	@Test
	void ifMatchDecidesBetweenCreateAndUpdateAndMustBeQuoted() {
		put("cfg", CHILLER, "If-Match", "*").expectError(404, "ConfigurationNotFound");
		put("cfg", CHILLER).expect(200);
		put("cfg", CHILLER).expectError(409, "ConfigurationAlreadyExists");
		put("cfg", CHILLER, "If-Match", "MQ==").expectError(409, "ConfigurationAlreadyExists");
		put("cfg", CHILLER, "If-Match", "\"Mg==\"").expectError(412, "PreconditionFailed");
		assertEquals("\"Mg==\"", put("cfg", CHILLER, "If-Match", "\"MQ==\"").expect(200).header("ETag"));
		assertEquals("\"Mw==\"", put("cfg", CHILLER, "If-Match", "*").expect(200).header("ETag"));
		hub.call("DELETE", "/configurations/cfg", null, "If-Match", "\"MQ==\"").expectError(412, "PreconditionFailed");
		hub.call("DELETE", "/configurations/cfg", null).expect(204);
		hub.call("DELETE", "/configurations/cfg", null).expectError(404, "ConfigurationNotFound");
		hub.call("GET", "/configurations/cfg", null).expectError(404, "ConfigurationNotFound");
	}

	@Test
	void namesOfMembersMayBeInAnyCase() {
		device("cased", "A");
		hub.call("PUT", "/configurations/cases", "{\"Id\":\"cases\",\"Content\":{\"DeviceContent\":{\"properties.desired.T\":5}},"
				+ "\"TargetCondition\":\"deviceId = 'cased'\",\"Priority\":1}").expect(200);
		awaitDesired("cased", "{\"T\":5}");
	}

	@Test
	void contentNeverChanges() {
		put("cfg", CHILLER + ",\"priority\":1").expect(200);
		clock.advance(Duration.ofSeconds(1));
		JsonObject updated = put("cfg", CHILLER.replace("5", "6") + ",\"priority\":2", "If-Match", "*").expect(200).json();
		assertEquals('{' + CHILLER + '}', "{\"content\":" + updated.get("content") + '}');
		assertEquals(2, updated.get("priority").getAsInt());
		assertFalse(updated.get("createdTimeUtc").equals(updated.get("lastUpdatedTimeUtc")));
	}

	@Test
	void twinsBecomeWhatTheWinnerWants() {
		device("a1", "A");
		device("a2", "A");
		device("b1", "B");
		hub.call("PATCH", "/twins/a1", "{\"properties\":{\"desired\":{\"chiller\":{\"old\":1},\"own\":2}}}").expect(200);
		put("low", CHILLER + condition("tags.site='A'") + ",\"priority\":1,\"metrics\":{\"queries\":"
				+ "{\"mine\":\"SELECT deviceId FROM devices WHERE configurations.[[low]].status = 'Applied'\"}}").expect(200);
		awaitDesired("a1", "{\"chiller\":{\"t\":5},\"own\":2}");
		awaitDesired("a2", "{\"chiller\":{\"t\":5}}");
		awaitApplied("low", 2, 2);
		assertEquals("{\"mine\":2}", get("low").getAsJsonObject("metrics").get("results").toString());
		put("high", CHILLER.replace("5", "9") + condition("deviceId = 'a1'") + ",\"priority\":2").expect(200);
		awaitDesired("a1", "{\"chiller\":{\"t\":9},\"own\":2}");
		awaitApplied("high", 1, 1);
		awaitApplied("low", 2, 1);
		assertEquals("{\"low\":{\"status\":\"Targeted\"},\"high\":{\"status\":\"Applied\"}}",
				twin("a1").get("configurations").toString());
		JsonObject query = new JsonObject();
		query.addProperty("query", "SELECT deviceId FROM devices WHERE configurations.[[low]].status = 'Applied'");
		assertEquals("[{\"deviceId\":\"a2\"}]", hub.call("POST", "/devices/query", query.toString()).expect(200).body());
		assertFalse(twin("b1").has("configurations"));
		assertEquals("{}", desired("b1"));
		hub.call("DELETE", "/configurations/high", null).expect(204);
		awaitDesired("a1", "{\"chiller\":{\"t\":5},\"own\":2}");
		hub.call("DELETE", "/configurations/low", null).expect(204);
		Eventually.holds("no configuration is left", () -> !twin("a1").has("configurations"));
		assertEquals("{\"chiller\":{\"t\":5},\"own\":2}", desired("a1"));
	}

	private void awaitApplied(String id, int targeted, int applied) {
		String results = "{\"targetedCount\":" + targeted + ",\"appliedCount\":" + applied + '}';
		Eventually.holds(id + " has " + results,
				() -> get(id).getAsJsonObject("systemMetrics").get("results").toString().equals(results));
	}

	@Test
	void whatIsWrittenOnceIsNotWrittenAgain() {
		device("a1", "A");
		put("cfg", CHILLER + condition("*")).expect(200);
		awaitApplied("cfg", 1, 1);
		int version = twin("a1").get("version").getAsInt();
		put("other", CHILLER + condition("*") + ",\"priority\":9").expect(200);
		awaitApplied("other", 1, 1);
		assertEquals(version, twin("a1").get("version").getAsInt());
	}

	@Test
	void twinsThatComeLaterAreFoundWithinSeconds() {
		device("early", "A");
		put("cfg", CHILLER + condition("tags.site='A'")).expect(200);
		awaitApplied("cfg", 1, 1);
		device("late", "A");
		Eventually.holds("it is found", () -> {
			clock.advance(Duration.ofSeconds(5));
			return !desired("late").equals("{}");
		});
		awaitApplied("cfg", 2, 2);
	}

	@Test
	void whatOnlyDevicesChangeIsSeenWithinFiveMinutes() throws Exception {
		hub.create("d");
		put("cfg", CHILLER + condition("properties.reported.ready = true")).expect(200);
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			device.send("$iothub/twin/PATCH/properties/reported/?$rid=1", "{\"ready\":true}", 0, false);
			Eventually.holds("it reported", () -> twin("d").get("version").getAsInt() == 3);
		}
		Eventually.holds("it is found", () -> {
			clock.advance(Duration.ofSeconds(5));
			return !desired("d").equals("{}");
		});
	}

	@Test
	void configurationsOutliveTheHub() throws Exception {
		device("a1", "A");
		put("cfg", CHILLER + condition("*")).expect(200);
		awaitApplied("cfg", 1, 1);
		hub.restart();
		awaitApplied("cfg", 1, 1);
		assertEquals("\"MQ==\"", hub.call("GET", "/configurations/cfg", null).expect(200).header("ETag"));
	}

	@Test
	void modulesAreConfiguredToo() {
		hub.create("d");
		hub.call("PUT", "/devices/d/modules/m", "{\"moduleId\":\"m\",\"deviceId\":\"d\"}").expect(200);
		put("mod", "\"content\":{\"moduleContent\":{\"properties.desired\":{\"x\":[1,{\"y\":2}]}}}"
				+ condition("from devices.modules where moduleId = 'm'")).expect(200);
		awaitDesired("d/modules/m", "{\"x\":[1,{\"y\":2}]}");
		awaitApplied("mod", 1, 1);
		assertEquals("{}", desired("d"));
	}

	@Test
	void deploymentsConfigureTheModulesOfEdgeDevices() {
		hub.put("edge", ",\"capabilities\":{\"iotEdge\":true}").expect(200);
		hub.create("leaf");
		put("none", "\"content\":{\"modulesContent\":{}}" + condition("deviceId = 'leaf' or deviceId = 'edge'")).expect(200);
		Eventually.holds("only the edge device is meant", () -> get("none").getAsJsonObject("systemMetrics").getAsJsonObject("results")
				.get("targetedCount").getAsInt() == 1);
		hub.call("DELETE", "/configurations/none", null).expect(204);
		put("deployment", "\"content\":{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"modules\":{\"m\":{}}}},"
				+ "\"$edgeHub\":{\"properties.desired.routes\":{\"r\":\"FROM /* INTO $upstream\"}},"
				+ "\"m\":{\"properties.desired.speed\":3}}}" + condition("*")).expect(200);
		Eventually.holds("it counts", () -> get("deployment").getAsJsonObject("systemMetrics").get("results").toString()
				.equals("{\"targetedCount\":1,\"appliedCount\":1,\"reportedSuccessfulCount\":0,\"reportedFailedCount\":0}"));
		assertEquals("{\"modules\":{\"m\":{}}}", desired("edge/modules/$edgeAgent"));
		assertEquals("{\"routes\":{\"r\":\"FROM /* INTO $upstream\"}}", desired("edge/modules/$edgeHub"));
		assertEquals("{\"speed\":3}", desired("edge/modules/m"));
		assertEquals("iotEdge", hub.call("GET", "/devices/edge/modules/m", null).expect(200).json().get("managedBy")
				.getAsString());
	}

	@Test
	void contentIsAppliedOnceToAnEdgeDevice() {
		hub.put("edge", ",\"capabilities\":{\"iotEdge\":true}").expect(200);
		hub.create("leaf");
		String content = "{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"a\":1}}}}";
		assertEquals("", hub.call("POST", "/devices/edge/applyConfigurationContent", content).expect(204).body());
		assertEquals("{\"a\":1}", desired("edge/modules/$edgeAgent"));
		hub.call("POST", "/devices/leaf/applyConfigurationContent", content).expectError(400, "ArgumentInvalid");
		hub.call("POST", "/devices/none/applyConfigurationContent", content).expectError(404, "DeviceNotFound");
		hub.call("POST", "/devices/edge/applyConfigurationContent", "{\"modulesContent\":{\"m\":{\"x\":1}}}").expectError(400,
				"InvalidConfigurationContent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"content\":{}", "\"priority\":1", "\"content\":{\"deviceContent\":{\"tags.x\":1}}",
			"\"content\":{\"deviceContent\":{\"properties.desiredx\":{}}}",
			"\"content\":{\"deviceContent\":{\"properties.desired\":5}}",
			"\"content\":{\"deviceContent\":{\"properties.desired.a..b\":5}}",
			"\"content\":{\"deviceContent\":{},\"moduleContent\":{}}", "\"content\":{\"modulesContent\":{\"m\":1}}",
			"\"content\":{\"deviceContent\":{\"properties.desired.x\":{\"a b\":1}}}" })
	void contentHasRules(String members) {
		put("cfg", members).expectError(400, "InvalidConfigurationContent");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"targetCondition\":\"tags.site ==\"|InvalidConfigurationTargetCondition",
			"\"metrics\":{\"queries\":{\"m\":\"SELECT\"}}|InvalidConfigurationCustomMetricsQuery",
			"\"priority\":-1|ArgumentInvalid", "\"priority\":\"high\"|ArgumentInvalid", "\"labels\":{\"a\":1}|ArgumentInvalid",
			"\"id\":\"other\"|ArgumentInvalid" })
	void theRestHasRulesToo(String member, String error) {
		put("cfg", CHILLER + ',' + member).expectError(400, error);
	}

	/** What the service refuses, and a condition that would end the query it is put into. */
	@ParameterizedTest
	@ValueSource(strings = { "deviceId IN ['a','b']", "tags.my IN ['true', true]", "tags.env NIN ['a']", "tags.env = \\\"DEV\\\"", "foo='x'",
			"status='enabled'", "properties.desired.x=1", "properties='x'", "connectionState = 'Connected'", "moduleId = 'm'", "edgeDeviceVM",
			"deviceId=edgeDeviceVM", "tags.a", "1 = 1", "tags.a + 1 = 2", "tags.a = [1]", "tags.a = 0x10", "IS_DEFINED(etag)",
			"tags.a='x') or (deviceId!='x'", "tags.a='x' group by deviceId", "* and tags.a='x'", "from devices where tags.a='x'",
			"from devices.jobs where deviceId='x'", "from devices.modules where tags.a='x'" })
	void targetConditionsAreALanguageOfTheirOwn(String condition) {
		put("cfg", CHILLER + condition(condition)).expectError(400, "InvalidConfigurationTargetCondition");
		hub.call("GET", "/configurations/cfg", null).expectError(404, "ConfigurationNotFound");
	}

	@Test
	void aRefusedTargetConditionIsToldWhy() {
		assertTrue(put("cfg", CHILLER + condition("deviceId=edgeDeviceVM or foo='x'")).body().contains(
				"It must be a filter condition based on 'deviceId', 'tags', or 'properties.reported'. It contains: edgeDeviceVM, foo"));
		assertTrue(put("cfg", CHILLER + condition("deviceId IN ['a']")).body().contains("there is no IN"));
		String module = "\"content\":{\"moduleContent\":{\"properties.desired\":{\"x\":1}}}";
		assertTrue(put("cfg", module + condition("tags.a='x'")).expectError(400, "InvalidConfigurationTargetCondition").body()
				.contains("FROM devices.modules WHERE"));
		assertTrue(test("foo='x'", "SELECT * FROM devices").contains("It contains: foo"));
		assertEquals("{\"targetConditionError\":null,\"customMetricQueryErrors\":{}}",
				test("from devices.modules where moduleId='m' and tags.country != 'DE'", "SELECT * FROM devices"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "deviceId = 'a1'", "devices.deviceId='a1'", "TAGS.site = 'A' AND NOT tags.n > 5", "tags.n >= -5 and tags.n<6",
			"tags.b=true", "tags.none = null or (tags.site='A' or tags.site='C')", "IS_DEFINED(tags.n)", "tags.big-city='x'",
			"tags.[[group]] = 'g'", "'A' = tags.site", "startswith(deviceId, 'a')", "properties.reported.x = 1 OR tags.n <> 4",
			"tags.q = 'it\\\\'s (\\\"so\\\")'" })
	void targetConditionsFindTheirDevices(String condition) {
		hub.create("a1");
		hub.create("b1");
		hub.call("PATCH", "/twins/a1", """
				{"tags":{"site":"A","n":5,"b":true,"big-city":"x","group":"g","q":"it's (\\"so\\")"}}""").expect(200);
		put("cfg", CHILLER + condition(condition)).expect(200);
		awaitApplied("cfg", 1, 1);
		assertEquals("{\"chiller\":{\"t\":5}}", desired("a1"));
		assertEquals("{}", desired("b1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Upper", "with%20blank", "a.b" })
	void idsHaveTheirCharacters(String id) {
		hub.call("PUT", "/configurations/" + id, '{' + CHILLER + '}').expectError(400, "ArgumentInvalid");
	}

	@Test
	void aHundredAreTheMost() {
		for (int i = 0; i < 100; i++) {
			put("cfg-" + i, CHILLER).expect(200);
		}
		put("one-more", CHILLER).expectError(413, "ConfigurationCountLimitExceeded");
		put("cfg-1", CHILLER, "If-Match", "*").expect(200);
		assertEquals(100, hub.callAs(hub.token("service"), "GET", "/configurations" + TestHub.VERSION + "&top=3", null)
				.expect(200).array().size());
		hub.callAs(hub.token("registryReadWrite"), "GET", "/configurations" + TestHub.VERSION, null).expect(401);
	}

	@Test
	void queriesAreTested() {
		assertEquals("{\"targetConditionError\":null,\"customMetricQueryErrors\":{}}", test("tags.a = 1", "SELECT * FROM devices"));
		String wrong = test("tags.a ==", "SELECT");
		assertTrue(wrong.matches("\\{\"targetConditionError\":\"[^\"]+\",\"customMetricQueryErrors\":\\{\"m\":\"[^\"]+\"}}"), wrong);
		assertTrue(test("*", "SELECT * FROM devices").startsWith("{\"targetConditionError\":\""));
	}

	private String test(String condition, String metric) {
		return hub.call("POST", "/configurations/testQueries",
				"{\"targetCondition\":\"" + condition + "\",\"customMetricQueries\":{\"m\":\"" + metric + "\"}}").expect(200).body();
	}
}
