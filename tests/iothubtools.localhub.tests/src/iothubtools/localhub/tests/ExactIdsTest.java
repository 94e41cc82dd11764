// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are compared as they are, in paths, in queries and in what tokens are for; the fixed words of paths in any case (contract §3.0). */
@Timeout(60)
class ExactIdsTest {

	private static final String TWIN_JOB = "{\"jobId\":\"j-1\",\"type\":\"scheduleUpdateTwin\",\"queryCondition\":\"deviceId = 'dev'\","
			+ "\"updateTwin\":{\"etag\":\"*\",\"tags\":{\"job\":1}}}";

	@TempDir
	static Path data;
	private static TestHub hub;

	@BeforeAll
	static void start() throws Exception {
		hub = TestHub.start(data);
		hub.create("Dev");
		hub.create("dev");
		hub.create("messages");
		hub.call("PUT", "/devices/Dev/modules/Mod", "{\"deviceId\":\"Dev\",\"moduleId\":\"Mod\"}").expect(200);
		hub.call("PUT", "/configurations/one", "{\"id\":\"one\",\"content\":{\"deviceContent\":{\"properties.desired.a\":1}},"
				+ "\"targetCondition\":\"deviceId = 'DEV'\",\"priority\":1}").expect(200);
		hub.call("PUT", "/jobs/v2/j-1", TWIN_JOB).expect(200);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static Reply with(String resource, String method, String path, String body) {
		String token = Tokens.of(hub.hub.serviceConnectionString(), Tokens.encoded(hub.hub.hostName() + resource));
		return hub.callAs(token, method, path + TestHub.VERSION, body);
	}

	/** Wherever in the path the id stands. */
	@ParameterizedTest
	@CsvSource({ "/localhub/devices/Dev,POST,/localhub/devices/Dev/messages/deviceBound,204",
			"/LocalHub/Devices/Dev,POST,/localhub/devices/Dev/messages/deviceBound,204",
			"/localhub/devices/dev,POST,/localhub/devices/Dev/messages/deviceBound,401",
			"/localhub/devices/Dev/modules/mod,POST,/localhub/devices/Dev/modules/Mod/messages/deviceBound,401",
			"/localhub/devices/Dev/Modules/Mod,POST,/localhub/devices/Dev/modules/Mod/messages/deviceBound,204",
			"/localhub/devices/D%65v,POST,/localhub/devices/D%65v/messages/deviceBound,204",
			"/jobs/v2/j-1,GET,/jobs/v2/j-1,200", "/Jobs/V2/j-1,GET,/jobs/v2/j-1,200", "/jobs/v2/J-1,GET,/jobs/v2/j-1,401",
			"/jobs/v2/j,GET,/jobs/v2/j-1,401", "/jobs/v2/x/../j-1,GET,/jobs/v2/j-1,401",
			"/configurations/one,GET,/configurations/one,200", "/configurations/ONE,GET,/configurations/one,401",
			"/configurations/TestQueries,POST,/configurations/testQueries,200",
			"/devices/Dev/Modules/Mod,GET,/devices/Dev/modules/Mod,200", "/devices/Dev/modules/MOD,GET,/devices/Dev/modules/Mod,401",
			"/twins/dev,GET,/twins/Dev,401", "/Twins/Dev,GET,/twins/Dev,200", "/messages/servicebound,GET,/messages/serviceBound/feedback,204",
			"/devices/Messages,GET,/devices/messages,401", "/devices/messages,GET,/devices/messages,200" })
	void aTokenIsForTheIdItNames(String resource, String method, String path, int status) {
		with(resource, method, path, method.equals("POST") ? "{}" : null).expect(status);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/devices/DEV,404", "GET,/twins/DEV,404", "GET,/devices/Dev/modules/mod,404", "GET,/devices/dev/modules/Mod,404",
			"GET,/twins/Dev/modules/MOD,404", "GET,/configurations/One,404", "GET,/configurations/ONE,404",
			"POST,/localhub/devices/DEV/messages/deviceBound,404", "POST,/localhub/devices/Dev/modules/mod/messages/deviceBound,404",
			"POST,/jobs/v2/J-1/cancel,404", "DELETE,/devices/DEV/commands,404" })
	void anIdInAnotherCaseIsAnother(String method, String path, int status) {
		hub.call(method, path, method.equals("POST") ? "{}" : null).expect(status);
	}

	@Test
	void aJobInAnotherCaseIsUnknown() {
		assertEquals("unknown", hub.call("GET", "/jobs/v2/J-1", null).expect(200).json().get("status").getAsString());
		hub.call("PUT", "/jobs/v2/J-1", TWIN_JOB).expectError(400, "ArgumentInvalid");
		hub.call("PUT", "/jobs/v2/j-2", TWIN_JOB).expectError(400, "ArgumentInvalid");
	}

	/** Encoded twice is another id, and a segment of dots is one like any other: nothing leads up. */
	@ParameterizedTest
	@ValueSource(strings = { "/devices/%2544ev", "/devices/%44ev%00", "/devices/%20Dev", "/devices/Dev%20", "/devices/./Dev", "/devices/x/../Dev",
			"/devices/x/%2e%2e/Dev", "/twins/../devices/Dev", "/devices/..", "/devices//Dev", "/localhub/../devices/Dev", "/devices/Dev/.",
			"/jobs/v2/../../devices/Dev" })
	void anIdIsDecodedOnceAndNoSegmentLeadsUp(String path) {
		hub.call("GET", path, null).expect(404);
		hub.call("GET", "/devices/D%65v", null).expect(200);
	}

	/** IoT Explorer encodes paths as a whole, and those of digital twins begin with a slash. */
	@Test
	void aSlashInFrontMayBeThereTwice() {
		hub.call("GET", "/%2FdigitalTwins%2FDev", null).expect(200);
		with("/devices/dev", "GET", "/%2Fdevices%2FDev", null).expect(401);
		with("/devices/Dev", "GET", "/%2Fdevices%2FDev", null).expect(200);
		hub.call("GET", "/", null).expect(404);
		hub.call("GET", "/%2F", null).expect(404);
		hub.call("GET", "/%2F%2Fdevices%2FDev", null).expect(404);
	}

	@Test
	void queriesAndConditionsTellThemApart() {
		assertEquals(0, rows("deviceId = 'DEV'"));
		assertEquals(1, rows("deviceId = 'Dev'"));
		assertEquals(1, rows("deviceId IN ['dev', 'DEV']"));
		hub.callAs(hub.token("service"), "POST", "/localhub/devices/Dev/messages/deviceBound", "x").expect(204);
		assertEquals(1, hub.call("GET", "/devices/Dev", null).json().get("cloudToDeviceMessageCount").getAsInt() > 0 ? 1 : 0);
		assertEquals(0, hub.call("GET", "/devices/dev", null).json().get("cloudToDeviceMessageCount").getAsInt());
		hub.callAsDevice("Dev", "POST", "/messages/events", "x").expect(204);
		assertEquals("[]", hub.callAs(hub.token("service"), "GET", "/localhub/messages?deviceId=dev", null).expect(200).body());
	}

	private static int rows(String condition) {
		return hub.call("POST", "/devices/query", "{\"query\":\"SELECT deviceId FROM devices WHERE " + condition + "\"}").expect(200)
				.array().size();
	}
}
