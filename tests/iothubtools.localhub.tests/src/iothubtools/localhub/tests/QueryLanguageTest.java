// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What queries mean, and which are none: the language of contract §3.3 over the twins of five devices and of modules. */
class QueryLanguageTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	@BeforeAll
	static void prepare() throws Exception {
		device("a1", "", """
				{"tags":{"site":"A","floor":1,"ratio":0.5,"group":"g1","odd-name":true,"list":[1,2],"empty":{},
				"location":{"region":"US","plant":"P43"}},"properties":{"desired":{"interval":60,"Mode":"auto"}}}""");
		device("b2", ",\"status\":\"disabled\",\"statusReason\":\"lost\"", """
				{"tags":{"site":"B","floor":2,"text":"it's \\"x\\" \\\\ é","flag":false},"properties":{"desired":{"interval":"60"}}}""");
		device("c3", "", "{\"tags\":{\"site\":\"A\",\"floor\":10,\"flag\":true},\"properties\":{\"desired\":{\"interval\":5.0}}}");
		device("d4", "", null);
		device("e5", ",\"capabilities\":{\"iotEdge\":true}", "{\"tags\":{\"site\":\"a\",\"floor\":\"1\"}}");
		for (String module : List.of("m1", "m2")) {
			HUB.call("PUT", "/devices/a1/modules/" + module, "{\"deviceId\":\"a1\",\"moduleId\":\"" + module + "\"}").expect(200);
		}
		HUB.call("PATCH", "/twins/a1/modules/m2", "{\"tags\":{\"role\":\"pump\"},\"properties\":{\"desired\":{\"on\":true}}}").expect(200);
	}

	private static void device(String id, String members, String patch) {
		HUB.put(id, members).expect(200);
		if (patch != null) {
			HUB.call("PATCH", "/twins/" + id, patch).expect(200);
		}
	}

	private static Reply query(String text, String... headers) {
		JsonObject body = new JsonObject();
		body.addProperty("query", text);
		return HUB.call("POST", "/devices/query", body.toString(), headers);
	}

	/** The ids, with a blank between them. */
	private static String ids(Reply reply) {
		List<String> ids = new ArrayList<>();
		for (JsonElement row : reply.expect(200).array()) {
			ids.add(row.getAsJsonObject().get("deviceId").getAsString());
		}
		return String.join(" ", ids);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', emptyValue = "", textBlock = """
			tags.site = 'A' => a1 c3
			'A' = tags.site => a1 c3
			tags.site = "A" and tags.floor > 1 => c3
			tags.site = 'A' AND properties.desired.interval = 60 => a1
			tags.site = 'B' OR tags.site = 'a' => b2 e5
			tags.site = 'A' AND tags.floor = 1 OR tags.site = 'B' => a1 b2
			tags.site = 'A' AND (tags.floor = 10 OR tags.site = 'B') => c3
			tags.site != 'A' => b2 e5
			tags.site <> 'A' => b2 e5
			NOT tags.site = 'A' => b2 d4 e5
			NOT NOT tags.site = 'A' => a1 c3
			tags.floor < 2 => a1
			tags.floor <= 2 => a1 b2
			tags.floor >= 2 => b2 c3
			tags.floor > 0x1 => b2 c3
			tags.floor = '1' => e5
			tags.floor != 1 => b2 c3 e5
			tags.floor * 2 + 1 = 3 => a1
			tags.floor - 1 = 0 => a1
			-tags.floor = -2 => b2
			tags.floor % 3 = 1 => a1 c3
			tags.floor / 0 = 1 => ``
			1 / tags.ratio = 2e0 => a1
			tags.floor + tags.site = 1 => ``
			(tags.floor + 1) * 2 = 6 => b2
			tags.site IN ['A', 'B'] => a1 b2 c3
			tags.floor in [2, 10.0, '1'] => b2 c3 e5
			tags.floor IN [] => ``
			tags.site NIN ['A', 'B'] => e5
			tags.site IN [tags.site] => a1 b2 c3 e5
			deviceId IN ['e5', 'a1', 'zz', 'a1'] => a1 e5
			deviceId IN ['a1', 'b2'] AND tags.site = 'B' => b2
			DEVICEID = 'c3' => c3
			devices.deviceId > 'c3' => d4 e5
			'b2' <= deviceId AND deviceId < 'd' => b2 c3
			STARTSWITH(deviceId, 'a') => a1
			startsWith(tags.location.region, 'U') => a1
			EndsWith(deviceId, '3') => c3
			STARTSWITH(tags.floor, '1') => e5
			IS_DEFINED(tags.flag) => b2 c3
			is_defined(tags.location) => a1
			IS_DEFINED(tags.empty) => a1
			IS_DEFINED(devices.tags) => a1 b2 c3 e5
			NOT IS_DEFINED(tags.site) => d4
			IS_DEFINED(properties.desired.Mode) => a1
			IS_DEFINED(properties.desired.mode) => ``
			Properties.Desired.Mode = 'auto' => a1
			IS_DEFINED(Tags.Site) => ``
			tags.site = undefined => ``
			NOT tags.site = undefined => a1 b2 c3 d4 e5
			tags.site = null => ``
			tags.site != null => a1 b2 c3 e5
			x509Thumbprint.PrimaryThumbprint = null => a1 b2 c3 d4 e5
			tags.flag => c3
			tags.flag = false => b2
			NOT tags.flag => a1 b2 d4 e5
			tags.site => ``
			tags.list = [1, 2] => ``
			tags.location = tags.location => ``
			tags.location != 1 => ``
			tags.location.region = 'US' => a1
			tags.[[group]] = 'g1' => a1
			tags.[[odd-name]] = true => a1
			tags.[[location]].[[plant]] = 'P43' => a1
			tags.text = 'it\\'s "x" \\\\ \\u00e9' => b2
			tags.text = "it's \\"x\\" \\\\ é" => b2
			tags.text = "it\\'s \\u0022x\\" \\\\ \\u00E9" => b2
			status = 'disabled' => b2
			statusReason = 'lost' => b2
			NOT IS_DEFINED(statusReason) => a1 c3 d4 e5
			connectionState = 'Disconnected' AND status = 'enabled' => a1 c3 d4 e5
			capabilities.iotEdge = true => e5
			Capabilities.IOTEDGE = true => e5
			authenticationType = 'sas' => a1 b2 c3 d4 e5
			lastActivityTime < '2016-01-01' => a1 b2 c3 d4 e5
			properties.desired.interval = 60 => a1
			properties.desired.interval >= 5 => a1 c3
			properties.desired.interval = '60' => b2
			properties.desired.$version = 2 => a1 b2 c3
			properties.reported.$version = 1 => a1 b2 c3 d4 e5
			properties.desired.$metadata.interval.$lastUpdatedVersion = 2 => a1 b2 c3
			version > 2 => a1 b2 c3 e5
			configurations.[[id]].status = 'Applied' => ``
			true => a1 b2 c3 d4 e5
			false => ``
			null => ``
			1 = 1.0 => a1 b2 c3 d4 e5
			1 = '1' => ``
			1 != '1' => a1 b2 c3 d4 e5
			1 < '2' => ``
			'a' < 'b' => a1 b2 c3 d4 e5
			tags.floor = 1 and tags.count = 1 => ``
			""")
	void aConditionHoldsForTheseDevices(String condition, String expected) {
		assertEquals(expected == null ? "" : expected, ids(query("SELECT * FROM devices WHERE " + condition)));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
			SELECT COUNT() AS n FROM devices => [{"n":5}]
			select count() from devices where tags.site = 'A' => [{"$1":2}]
			SELECT COUNT() AS n, SUM(tags.floor) AS s, AVG(tags.floor) AS a FROM devices WHERE tags.site != 'B' => [{"n":3,"s":11,"a":5.5}]
			SELECT MIN(tags.floor) AS lo, MAX(tags.floor) AS hi, MAX(tags.site) AS last FROM devices WHERE tags.floor > 0 => [{"lo":1,"hi":10,"last":"B"}]
			SELECT MIN(properties.desired.interval) AS lo FROM devices WHERE properties.desired.interval > 0 => [{"lo":5.0}]
			SELECT COUNT() AS n, AVG(tags.nothing) AS a, SUM(tags.nothing) AS s FROM devices => [{"n":5}]
			SELECT COUNT() AS n FROM devices WHERE false => [{"n":0}]
			SELECT tags.site AS site, COUNT() AS n FROM devices GROUP BY tags.site => [{"site":"A","n":2},{"site":"B","n":1},{"n":1},{"site":"a","n":1}]
			SELECT TOP 2 COUNT() AS n, devices.tags.site FROM devices GROUP BY tags.site => [{"n":2,"site":"A"},{"n":1,"site":"B"}]
			SELECT status FROM devices GROUP BY Status => [{"status":"enabled"},{"status":"disabled"}]
			SELECT status, COUNT() AS n FROM devices WHERE false GROUP BY status => []
			SELECT DeviceId, STATUS FROM devices WHERE deviceId = 'b2' => [{"deviceId":"b2","status":"disabled"}]
			SELECT devices.deviceId AS Id, tags.location.region FROM devices WHERE deviceId IN ['a1', 'd4'] => [{"Id":"a1","region":"US"},{"Id":"d4"}]
			SELECT tags, properties.desired.interval FROM devices WHERE deviceId = 'c3' => [{"tags":{"site":"A","floor":10,"flag":true},"interval":5.0}]
			SELECT tags.list, x509Thumbprint, tags.[[odd-name]] AS odd FROM devices WHERE deviceId = 'a1' => [{"list":[1,2],"x509Thumbprint":{"primaryThumbprint":null,"secondaryThumbprint":null},"odd":true}]
			SELECT tags.nothing FROM devices WHERE deviceId = 'a1' => [{}]
			SELECT TOP 1 deviceId FROM devices => [{"deviceId":"a1"}]
			SELECT TOP 0 deviceId FROM devices => []
			""")
	void aSelectionGivesTheseRows(String query, String expected) {
		Reply reply = query(query).expect(200);
		assertEquals(expected, reply.body());
		assertEquals("Raw", reply.header("x-ms-item-type"));
		assertFalse(reply.has("x-ms-continuation"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT deviceId, * FROM devices", "SELECT *, deviceId FROM devices", "SELECT deviceId devices",
			"SELECT * FROM device", "SELECT * FROM devices.twins", "SELECT * FROM devices AS d", "SELECT * FROM devices WHERE",
			"SELECT * FROM devices ORDER BY deviceId", "SELECT * FROM devices, devices.modules", "SELECT * FROM devices;",
			"SELECT DISTINCT status FROM devices", "SELECT COUNT(*) FROM devices", "SELECT COUNT(deviceId) FROM devices",
			"SELECT AVG() FROM devices", "SELECT MEDIAN(version) FROM devices", "SELECT deviceId, COUNT() FROM devices",
			"SELECT * FROM devices GROUP BY status", "SELECT deviceId FROM devices GROUP BY status",
			"SELECT deviceId AS FROM devices", "SELECT deviceId AS 'x' FROM devices", "SELECT TOP * FROM devices",
			"SELECT TOP -1 * FROM devices", "SELECT TOP 3000000000 * FROM devices", "SELECT tags.group FROM devices",
			"SELECT 1 FROM devices", "SELECT IS_DEFINED(tags) FROM devices" })
	void theseAreNoQueries(String text) {
		isRefused(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tags.group = 'x'", "tags.select = 1", "group = 1", "tags..site = 'A'", "tags. = 'A'", ".tags = 1",
			"tags.site == 'A'", "tags.site = 'A", "tags.site = A'", "tags.site = 'A\\q'", "tags.site = '\\u12'", "a = b = c",
			"tags.site LIKE 'A'", "tags.site IN ('A')", "tags.site IN 'A'", "tags.site NOT IN ['A']", "tags.site IN tags.list",
			"STARTS_WITH(deviceId, 'a')", "ENDS_WITH(deviceId, 'a')", "CONTAINS(deviceId, 'a')", "IS_STRING(deviceId)",
			"STARTSWITH(deviceId)", "STARTSWITH(deviceId, 'a', 'b')", "IS_DEFINED()", "IS_DEFINED('x')", "IS_DEFINED(a, b)",
			"(tags.site = 'A'", "tags.site = 'A')", "[1", "1 +", "* 1", "AND true", "true AND", "NOT", "0x = 1", "0xZ = 1",
			"12a = 1", "1. = 1", ".5 = 1", "1e = 1", "tags.[[]] = 1", "tags.[[x] = 1", "[[tags]].site = 'A'", "a ! b", "a & b",
			"a || b", "tags.odd-name = true true", "tags['site'] = 'A'", "\u0000", "1e400 = 1" })
	void theseAreNoConditions(String condition) {
		isRefused("SELECT * FROM devices WHERE " + condition);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "NOT ", "-", "[", "STARTSWITH(", "((true) AND ", "x IN [" })
	void whatIsNestedTooDeepIsRefusedLikeAnyOtherNonsense(String opening) {
		String start = "SELECT * FROM devices WHERE ";
		isRefused(start + opening.repeat((8192 - start.length()) / opening.length()));
	}

	@Test
	void aRowIsTheTwinThatTheTwinOperationGives() {
		for (JsonElement row : query("SELECT * FROM devices WHERE true").expect(200).array()) {
			String id = row.getAsJsonObject().get("deviceId").getAsString();
			assertEquals(HUB.call("GET", "/twins/" + id, null).expect(200).body(), row.toString());
		}
	}

	@Test
	void aLongConditionIsNoDeepOne() {
		String or = "deviceId = 'a1' OR ";
		assertEquals("a1 c3", ids(query("SELECT * FROM devices WHERE " + or.repeat(425) + "deviceId = 'c3'")));
		String sum = "1 + ";
		assertEquals("a1", ids(query("SELECT * FROM devices WHERE tags.floor + 2000 = " + sum.repeat(2000) + "1")));
		String nested = "(".repeat(60) + "tags.floor = 1" + ")".repeat(60);
		assertEquals("a1", ids(query("SELECT * FROM devices WHERE " + nested)));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
			`` => a1/m1 a1/m2 e5/$edgeAgent e5/$edgeHub
			WHERE devices.deviceId = 'a1' => a1/m1 a1/m2
			WHERE devices.modules.moduleId = '$edgeHub' => e5/$edgeHub
			WHERE moduleId = 'm2' OR ModuleID = 'x' => a1/m2
			WHERE tags.role = 'pump' AND properties.desired.on = true => a1/m2
			WHERE NOT IS_DEFINED(tags.role) AND STARTSWITH(moduleId, 'm') => a1/m1
			WHERE properties.desired.$version > properties.reported.$version => a1/m2
			WHERE tags.site = 'A' => ``
			""")
	void rowsOfModulesAreTheirTwins(String condition, String expected) {
		Reply all = query("SELECT * FROM devices.modules " + (condition == null ? "" : condition)).expect(200);
		assertEquals("Twin", all.header("x-ms-item-type"));
		List<String> ids = new ArrayList<>();
		for (JsonElement row : all.array()) {
			JsonObject twin = row.getAsJsonObject();
			ids.add(twin.get("deviceId").getAsString() + '/' + twin.get("moduleId").getAsString());
			assertEquals(HUB.call("GET", "/twins/" + twin.get("deviceId").getAsString() + "/modules/"
					+ twin.get("moduleId").getAsString(), null).expect(200).json(), twin);
		}
		assertEquals(expected == null ? "" : expected, String.join(" ", ids));
	}

	@Test
	void modulesHaveProjectionsAggregatesAndPages() {
		assertEquals("[{\"moduleId\":\"m2\",\"on\":true}]",
				query("SELECT moduleId, properties.desired.on FROM devices.modules WHERE tags.role = 'pump'").body());
		assertEquals("[{\"deviceId\":\"a1\",\"n\":2},{\"deviceId\":\"e5\",\"n\":2}]",
				query("SELECT deviceId, COUNT() AS n FROM devices.modules GROUP BY deviceId").body());
		String text = "SELECT * FROM devices.modules";
		Reply first = query(text, "x-ms-max-item-count", "3");
		assertEquals("a1 a1 e5", ids(first));
		Reply second = query(text, "x-ms-max-item-count", "3", "x-ms-continuation", first.header("x-ms-continuation"));
		assertEquals("e5", ids(second));
		assertFalse(second.has("x-ms-continuation"));
	}

	@Test
	void jobsHaveNoRowsBeforeThereIsOne() {
		Reply jobs = query("SELECT * FROM devices.jobs WHERE devices.jobs.deviceId = 'a1' AND devices.jobs.status = 'completed'");
		assertEquals("[]", jobs.expect(200).body());
		assertEquals("DeviceJob", jobs.header("x-ms-item-type"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT jobId FROM devices.jobs", "SELECT COUNT() FROM devices.jobs",
			"SELECT * FROM devices.jobs GROUP BY status", "SELECT * FROM devices.jobs WHERE tags.site = 'A'",
			"SELECT * FROM devices.jobs WHERE devices.properties.desired.interval = 1" })
	void queriesOfJobsDoLess(String text) {
		isRefused(text);
	}

	@Test
	void topCountsOverAllPages() {
		Reply first = query("SELECT TOP 3 * FROM devices", "x-ms-max-item-count", "2");
		assertEquals("a1 b2", ids(first));
		Reply second = query("SELECT TOP 3 * FROM devices", "x-ms-max-item-count", "2", "x-ms-continuation",
				first.header("x-ms-continuation"));
		assertEquals("c3", ids(second));
		assertFalse(second.has("x-ms-continuation"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tags.site != 'x'", "IS_DEFINED(version) AND NOT deviceId = 'd4'", "NOT deviceId IN ['d4']",
			"deviceId IN ['e5','c3','b2','a1']" })
	void pagesOfAConditionHoldEachDeviceOnce(String condition) {
		String text = "SELECT deviceId FROM devices WHERE " + condition;
		Reply first = query(text, "x-ms-max-item-count", "3");
		assertEquals("a1 b2 c3", ids(first));
		Reply second = query(text, "x-ms-max-item-count", "3", "x-ms-continuation", first.header("x-ms-continuation"));
		assertEquals("e5", ids(second));
		assertFalse(second.has("x-ms-continuation"));
	}

	@Test
	void aChangeOfTagsIsFoundAtOnceAndADeletedDeviceIsNot() {
		device("tmp", "", "{\"tags\":{\"temporary\":1}}");
		String text = "SELECT * FROM devices WHERE tags.temporary = ";
		assertEquals("tmp", ids(query(text + 1)));
		HUB.call("PATCH", "/twins/tmp", "{\"tags\":{\"temporary\":2}}").expect(200);
		assertEquals("", ids(query(text + 1)));
		assertEquals("tmp", ids(query(text + 2)));
		HUB.call("PATCH", "/twins/tmp", "{\"tags\":{\"temporary\":null}}").expect(200);
		assertEquals("", ids(query("SELECT * FROM devices WHERE IS_DEFINED(tags.temporary)")));
		HUB.call("PATCH", "/twins/tmp", "{\"tags\":{\"temporary\":3}}").expect(200);
		HUB.call("DELETE", "/devices/tmp", null, "If-Match", "*").expect(204);
		assertEquals("", ids(query(text + 3)));
		HUB.create("tmp");
		assertEquals("", ids(query(text + 3)));
		HUB.call("DELETE", "/devices/tmp", null, "If-Match", "*").expect(204);
	}

	private static void isRefused(String text) {
		assertEquals("ErrorCode:ArgumentInvalid;BadRequest",
				query(text).expectError(400, "ArgumentInvalid").json().get("Message").getAsString());
	}
}
