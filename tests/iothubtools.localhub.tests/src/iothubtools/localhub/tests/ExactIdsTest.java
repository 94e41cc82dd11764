// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are compared as they are, in paths, in queries and in what tokens are for; the fixed words of paths in any case (contract §3.0). */
@Timeout(60)
class ExactIdsTest {

	private static final String TWIN_JOB = "{\"jobId\":\"j-1\",\"type\":\"scheduleUpdateTwin\",\"queryCondition\":\"deviceId = 'dev'\","
			+ "\"updateTwin\":{\"etag\":\"*\",\"tags\":{\"job\":1}}}";

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	@BeforeAll
	static void prepare() throws Exception {
		HUB.create("Dev");
		HUB.create("dev");
		HUB.create("messages");
		HUB.call("PUT", "/devices/Dev/modules/Mod", "{\"deviceId\":\"Dev\",\"moduleId\":\"Mod\"}").expect(200);
		HUB.call("PUT", "/configurations/one", "{\"id\":\"one\",\"content\":{\"deviceContent\":{\"properties.desired.a\":1}},"
				+ "\"targetCondition\":\"deviceId = 'DEV'\",\"priority\":1}").expect(200);
		HUB.call("PUT", "/jobs/v2/j-1", TWIN_JOB).expect(200);
	}

	private static Reply with(String resource, String method, String path, String body) {
		String token = Tokens.of(HUB.hub().serviceConnectionString(), Tokens.encoded(HUB.hub().hostName() + resource));
		return HUB.callAs(token, method, path + TestHub.VERSION, body);
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
		HUB.call(method, path, method.equals("POST") ? "{}" : null).expect(status);
	}

	@Test
	void aJobInAnotherCaseIsUnknown() {
		assertEquals("unknown", HUB.call("GET", "/jobs/v2/J-1", null).expect(200).json().get("status").getAsString());
		HUB.call("PUT", "/jobs/v2/J-1", TWIN_JOB).expectError(400, "ArgumentInvalid");
		HUB.call("PUT", "/jobs/v2/j-2", TWIN_JOB).expectError(400, "ArgumentInvalid");
	}

	/** Encoded twice is another id, and a segment of dots is one like any other: nothing leads up. */
	@ParameterizedTest
	@ValueSource(strings = { "/devices/%2544ev", "/devices/%44ev%00", "/devices/%20Dev", "/devices/Dev%20", "/devices/./Dev", "/devices/x/../Dev",
			"/devices/x/%2e%2e/Dev", "/twins/../devices/Dev", "/devices/..", "/devices//Dev", "/localhub/../devices/Dev", "/devices/Dev/.",
			"/jobs/v2/../../devices/Dev" })
	void anIdIsDecodedOnceAndNoSegmentLeadsUp(String path) {
		HUB.call("GET", path, null).expect(404);
		HUB.call("GET", "/devices/D%65v", null).expect(200);
	}

	/** IoT Explorer encodes paths as a whole, and those of digital twins begin with a slash. */
	@Test
	void aSlashInFrontMayBeThereTwice() {
		HUB.call("GET", "/%2FdigitalTwins%2FDev", null).expect(200);
		with("/devices/dev", "GET", "/%2Fdevices%2FDev", null).expect(401);
		with("/devices/Dev", "GET", "/%2Fdevices%2FDev", null).expect(200);
		HUB.call("GET", "/", null).expect(404);
		HUB.call("GET", "/%2F", null).expect(404);
		HUB.call("GET", "/%2F%2Fdevices%2FDev", null).expect(404);
	}

	@Test
	void queriesAndConditionsTellThemApart() {
		assertEquals(0, rows("deviceId = 'DEV'"));
		assertEquals(1, rows("deviceId = 'Dev'"));
		assertEquals(1, rows("deviceId IN ['dev', 'DEV']"));
		HUB.callAs(HUB.token("service"), "POST", "/localhub/devices/Dev/messages/deviceBound", "x").expect(204);
		assertEquals(1, HUB.call("GET", "/devices/Dev", null).json().get("cloudToDeviceMessageCount").getAsInt() > 0 ? 1 : 0);
		assertEquals(0, HUB.call("GET", "/devices/dev", null).json().get("cloudToDeviceMessageCount").getAsInt());
		HUB.callAsDevice("Dev", "POST", "/messages/events", "x").expect(204);
		assertEquals("[]", HUB.callAs(HUB.token("service"), "GET", "/localhub/messages?deviceId=dev", null).expect(200).body());
	}

	private static int rows(String condition) {
		return HUB.call("POST", "/devices/query", "{\"query\":\"SELECT deviceId FROM devices WHERE " + condition + "\"}").expect(200)
				.array().size();
	}
}
