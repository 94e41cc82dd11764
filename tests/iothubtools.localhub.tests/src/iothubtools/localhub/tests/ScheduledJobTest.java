// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** Scheduled jobs: twin updates and direct methods for many devices at a set time (contract §3.9). */
class ScheduledJobTest {

	private static final String TAG_ALL = ",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{\"etag\":\"*\",\"tags\":{\"x\":1}}";
	private static final String METHOD = ",\"type\":\"scheduleDeviceMethod\",\"cloudToDeviceMethod\":{\"methodName\":\"reboot\","
			+ "\"payload\":{\"in\":5},\"responseTimeoutInSeconds\":10}";

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withClock(clock));

	@BeforeEach
	void prepare() throws Exception {
		for (String device : new String[] { "a", "b", "c" }) {
			hub.create(device);
		}
	}

	private Reply put(String id, String members) {
		return hub.call("PUT", "/jobs/v2/" + id, "{\"jobId\":\"" + id + "\"" + members + "}");
	}

	private Reply get(String id) {
		return hub.call("GET", "/jobs/v2/" + id, null).expect(200);
	}

	private String status(String id) {
		return get(id).json().get("status").getAsString();
	}

	private JsonObject awaitStatus(String id, String status) {
		Eventually.holds(id + " " + status, () -> status(id).equals(status));
		return get(id).json();
	}

	private static String startTime(Instant time) {
		return ",\"startTime\":\"" + time + "\"";
	}

	private static String condition(String text) {
		return ",\"queryCondition\":\"" + text + "\"";
	}

	private String tags(String device) {
		JsonElement tags = hub.call("GET", "/twins/" + device, null).expect(200).json().get("tags");
		return tags == null ? "" : tags.toString();
	}

	private List<JsonObject> rows(String condition) {
		JsonObject body = new JsonObject();
		body.addProperty("query", "SELECT * FROM devices.jobs " + condition);
		Reply reply = hub.call("POST", "/devices/query", body.toString()).expect(200);
		assertEquals("DeviceJob", reply.header("x-ms-item-type"));
		List<JsonObject> rows = new ArrayList<>();
		reply.array().forEach(row -> rows.add(row.getAsJsonObject()));
		return rows;
	}

	@Test
	void aJobUpdatesTheTwinsThatItsConditionHoldsFor() {
		hub.call("PATCH", "/twins/c", "{\"tags\":{\"site\":\"B\"}}").expect(200);
		JsonObject created = put("tag-all", TAG_ALL + condition("deviceId IN ['a','c'] AND NOT tags.site = 'B'")).expect(200)
				.json();
		assertEquals("queued", created.get("status").getAsString());
		assertFalse(created.has("endTime"));
		JsonObject done = awaitStatus("tag-all", "completed");
		assertEquals("{\"deviceCount\":1,\"failedCount\":0,\"succeededCount\":1,\"runningCount\":0,\"pendingCount\":0}",
				done.get("deviceJobStatistics").toString());
		assertTrue(done.has("endTime"));
		assertEquals("{\"x\":1}", tags("a"));
		assertEquals("", tags("b"));
		assertEquals("{\"site\":\"B\"}", tags("c"));
	}

	@Test
	void theReplyEchoesTheJob() {
		String time = clock.instant().plusSeconds(60).toString();
		Reply reply = put("echo", METHOD + condition("deviceId = 'a'") + startTime(clock.instant().plusSeconds(60))
				+ ",\"maxExecutionTimeInSeconds\":90").expect(200);
		String created = reply.json().get("createdTime").getAsString();
		String bytes = "[123,34,105,110,34,58,53,125]";
		assertEquals("{\"jobId\":\"echo\",\"queryCondition\":\"deviceId \\u003d \\u0027a\\u0027\",\"createdTime\":\"" + created
				+ "\",\"startTime\":\"" + time.replaceAll("0+Z", "Z") + "\",\"maxExecutionTimeInSeconds\":90,"
				+ "\"type\":\"scheduleDeviceMethod\",\"cloudToDeviceMethod\":{\"methodName\":\"reboot\",\"payload\":" + bytes
				+ ",\"responseTimeoutInSeconds\":10},\"status\":\"queued\",\"deviceJobStatistics\":{\"deviceCount\":0,"
				+ "\"failedCount\":0,\"succeededCount\":0,\"runningCount\":0,\"pendingCount\":0}}",
				reply.body().replace("=", "\\u003d").replace("'", "\\u0027"));
		String twin = ",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{\"etag\":\"*\",\"tags\":{\"x\":null},"
				+ "\"properties\":{\"desired\":{\"y\":1.0}}}";
		assertEquals("{\"etag\":\"*\",\"tags\":{\"x\":null},\"properties\":{\"desired\":{\"y\":1.0}}}",
				put("echo-twin", twin).expect(200).json().get("updateTwin").toString());
	}

	@Test
	void aJobWaitsForItsTimeByTheClockOfTheHub() {
		put("later", TAG_ALL + startTime(clock.instant().plus(Duration.ofMinutes(30)))).expect(200);
		awaitStatus("later", "scheduled");
		clock.advance(Duration.ofMinutes(29));
		assertEquals("scheduled", status("later"));
		clock.advance(Duration.ofMinutes(2));
		assertEquals(3, awaitStatus("later", "completed").getAsJsonObject("deviceJobStatistics").get("succeededCount")
				.getAsInt());
		assertEquals("{\"x\":1}", tags("b"));
	}

	@Test
	void devicesThatAreOfflineFailAndTheOthersAnswer() throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "b")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			put("reboot-all", METHOD).expect(200);
			MqttDevice.Received call = device.next();
			assertEquals("{\"in\":5}", call.body());
			String rid = call.topic().substring(call.topic().indexOf("$rid="));
			assertEquals("running", rows("WHERE deviceId = 'b'").get(0).get("status").getAsString());
			// all devices have their turn at the same time
			Eventually.holds("the others have failed", () -> get("reboot-all").json().getAsJsonObject("deviceJobStatistics")
					.toString().startsWith("{\"deviceCount\":3,\"failedCount\":2,\"succeededCount\":0,\"runningCount\":1,"));
			device.send("$iothub/methods/res/207/?" + rid, "{\"ok\":1.0}", 0, false);
			JsonObject done = awaitStatus("reboot-all", "completed");
			assertEquals("{\"deviceCount\":3,\"failedCount\":2,\"succeededCount\":1,\"runningCount\":0,\"pendingCount\":0}",
					done.get("deviceJobStatistics").toString());
		}
		JsonObject answered = rows("WHERE devices.jobs.jobId = 'reboot-all' AND status = 'completed'").get(0);
		assertEquals("b", answered.get("deviceId").getAsString());
		assertEquals("{\"deviceMethodResponse\":{\"status\":207,\"payload\":{\"ok\":1.0}}}", answered.get("outcome").toString());
		assertEquals("scheduleDeviceMethod", answered.get("jobType").getAsString());
		JsonObject failed = rows("WHERE devices.jobs.jobId = 'reboot-all' AND status = 'failed'").get(0);
		assertEquals("DeviceNotOnline", failed.getAsJsonObject("error").get("code").getAsString());
		for (String time : new String[] { "startTimeUtc", "endTimeUtc", "createdDateTimeUtc", "lastUpdatedDateTimeUtc" }) {
			assertTrue(failed.has(time), time);
		}
	}

	@Test
	void anAnswerThatIsNoJsonIsATextInTheRow() throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "b")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			put("talk", METHOD + ",\"queryCondition\":\"deviceId = 'b'\"").expect(200);
			String topic = device.next().topic();
			device.send("$iothub/methods/res/200/" + topic.substring(topic.indexOf('?')), "Some \"Response\" Message", 0, false);
			JsonObject done = awaitStatus("talk", "completed");
			assertEquals(1, done.getAsJsonObject("deviceJobStatistics").get("succeededCount").getAsInt());
		}
		JsonObject row = rows("WHERE devices.jobs.jobId = 'talk'").get(0);
		assertEquals("completed", row.get("status").getAsString());
		assertEquals("{\"deviceMethodResponse\":{\"status\":200,\"payload\":\"Some \\\"Response\\\" Message\"}}", row.get("outcome").toString());
	}

	@Test
	void aJobThatDoesNotEndInTimeFails() throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "a")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			put("slow", METHOD.replace("10}", "300}") + condition("deviceId = 'a'") + ",\"maxExecutionTimeInSeconds\":60")
					.expect(200);
			device.next();
			clock.advance(Duration.ofSeconds(61));
			JsonObject failed = awaitStatus("slow", "failed");
			assertTrue(failed.get("failureReason").getAsString().contains("maxExecutionTimeInSeconds"));
		}
	}

	@Test
	void anInvalidConditionIsAcceptedAndFailsLater() {
		put("wrong", TAG_ALL + condition("deviceId ==== 'a'")).expect(200);
		assertTrue(awaitStatus("wrong", "failed").get("failureReason").getAsString().contains("queryCondition"));
		assertEquals("", tags("a"));
	}

	@Test
	void aJobThatWaitsCanBeCancelledAndNoOther() {
		hub.call("POST", "/jobs/v2/none/cancel", "{}").expectError(404, "JobNotFound");
		put("soon", TAG_ALL + startTime(clock.instant().plusSeconds(60))).expect(200);
		JsonObject cancelled = hub.call("POST", "/jobs/v2/soon/cancel", "{}").expect(200).json();
		assertEquals("cancelled", cancelled.get("status").getAsString());
		clock.advance(Duration.ofMinutes(2));
		put("now", TAG_ALL + condition("deviceId = 'a'")).expect(200);
		awaitStatus("now", "completed");
		assertEquals("cancelled", status("soon"));
		assertEquals("", tags("b"));
		for (String over : new String[] { "soon", "now" }) {
			hub.call("POST", "/jobs/v2/" + over + "/cancel", null).expectError(405, "OperationNotAllowedInCurrentState");
		}
	}

	@Test
	void jobsOutliveTheHub() throws Exception {
		put("done", TAG_ALL + condition("deviceId = 'a'")).expect(200);
		awaitStatus("done", "completed");
		put("waits", TAG_ALL + condition("deviceId = 'b'") + startTime(clock.instant().plusSeconds(60))).expect(200);
		clock.advance(Duration.ofMinutes(2));
		hub.restart();
		assertEquals("completed", status("done"));
		awaitStatus("waits", "completed");
		assertEquals("{\"x\":1}", tags("b"));
		assertEquals(2, rows("").size());
	}

	@Test
	void methodsAreNotRepeatedWhenTheHubEndedMeanwhile() throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "a")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			put("once", METHOD + condition("deviceId = 'a'")).expect(200);
			device.next();
				hub.restart();
		}
		assertEquals("{\"deviceCount\":1,\"failedCount\":1,\"succeededCount\":0,\"runningCount\":0,\"pendingCount\":0}",
				awaitStatus("once", "completed").get("deviceJobStatistics").toString());
	}

	@Test
	void anUnknownJobIsA200() {
		assertEquals("{\"type\":\"unknown\",\"status\":\"unknown\"}", get("nothing").body());
	}

	@Test
	void anIdIsUsedOnce() {
		put("twice", TAG_ALL).expect(200);
		put("twice", TAG_ALL).expectError(409, "JobAlreadyExists");
	}

	@Test
	void noMoreThanTenJobsWaitOrRun() {
		String later = TAG_ALL + startTime(clock.instant().plusSeconds(600));
		for (int i = 0; i < 10; i++) {
			put("wait-" + i, later).expect(200);
		}
		put("wait-10", later).expectError(429, "ThrottlingMaxActiveJobCountExceeded");
		hub.call("POST", "/jobs/v2/wait-3/cancel", "").expect(200);
		put("wait-10", later).expect(200);
	}

	@Test
	void jobsAreFoundByTypeAndStatusPageByPage() {
		String later = startTime(clock.instant().plusSeconds(600));
		for (int i = 0; i < 5; i++) {
			put("tag-" + i, TAG_ALL + later).expect(200);
		}
		put("method", METHOD + later).expect(200);
		hub.call("POST", "/jobs/v2/tag-2/cancel", "").expect(200);
		for (int i : new int[] { 0, 1, 3, 4 }) {
			awaitStatus("tag-" + i, "scheduled");
		}
		awaitStatus("method", "scheduled");
		assertEquals("method tag-0 tag-1 tag-2 tag-3 tag-4", ids(""));
		assertEquals("tag-2", ids("&jobType=scheduleUpdateTwin&jobStatus=cancelled"));
		assertEquals("method", ids("&jobType=scheduleDeviceMethod"));
		assertEquals("method tag-0 tag-1 tag-3 tag-4", ids("&jobType=&jobStatus=scheduled"));
		query("&jobType=nothing").expectError(400, "ArgumentInvalid");
		query("&jobStatus=nothing").expectError(400, "ArgumentInvalid");
		Reply first = query("&jobStatus=scheduled", "x-ms-max-item-count", "3").expect(200);
		assertEquals("JobResponse", first.header("x-ms-item-type"));
		Reply second = query("&jobStatus=scheduled", "x-ms-max-item-count", "3", "x-ms-continuation",
				first.header("x-ms-continuation")).expect(200);
		assertFalse(second.has("x-ms-continuation"));
		assertEquals("method tag-0 tag-1|tag-3 tag-4", ids(first) + '|' + ids(second));
		query("", "x-ms-continuation", first.header("x-ms-continuation")).expectError(400, "ArgumentInvalid");
	}

	private Reply query(String parameters, String... headers) {
		return hub.callAs(hub.token("service"), "GET", "/jobs/v2/query" + TestHub.VERSION + parameters, null, headers);
	}

	private String ids(String parameters) {
		return ids(query(parameters).expect(200));
	}

	private static String ids(Reply reply) {
		List<String> ids = new ArrayList<>();
		reply.array().forEach(job -> ids.add(job.getAsJsonObject().get("jobId").getAsString()));
		return String.join(" ", ids);
	}

	@Test
	void jobsAreForgottenAfterThirtyDays() {
		put("old", TAG_ALL).expect(200);
		awaitStatus("old", "completed");
		clock.advance(Duration.ofDays(30).plusSeconds(1));
		String token = Tokens.of(Tokens.field(hub.hub().serviceConnectionString(), "SharedAccessKey"), "iothubowner",
				Tokens.encoded(hub.hub().hostName()), clock.instant().plusSeconds(600));
		hub.callAs(token, "PUT", "/jobs/v2/new" + TestHub.VERSION, '{' + TAG_ALL.substring(1) + '}').expect(200);
		assertEquals("unknown", hub.callAs(token, "GET", "/jobs/v2/old" + TestHub.VERSION, null).expect(200).json()
				.get("status").getAsString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"type\":\"export\"", ",\"type\":\"scheduleUpdateTwin\"",
			",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{}", ",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{\"etag\":\"x\"}",
			",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{\"etag\":\"*\"}", ",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":null",
			",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{\"etag\":\"*\",\"tags\":{\"a.b\":1}}",
			",\"type\":\"scheduleDeviceMethod\"", ",\"type\":\"scheduleDeviceMethod\",\"cloudToDeviceMethod\":{}",
			TAG_ALL + ",\"startTime\":\"tomorrow\"", TAG_ALL + ",\"startTime\":\"2100-01-01T00:00:00Z\"",
			TAG_ALL + ",\"maxExecutionTimeInSeconds\":-1", TAG_ALL + ",\"queryCondition\":1" })
	void whatIsNoJobIs400(String members) {
		put("job", members).expectError(400, "ArgumentInvalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Upper", "under_score", "with%20blank",
			"a1234567890123456789012345678901234567890123456789012345678901234" })
	void idsAreLowerCaseLettersDigitsAndHyphens(String id) {
		hub.call("PUT", "/jobs/v2/" + id, '{' + TAG_ALL.substring(1) + '}').expectError(400, "ArgumentInvalid");
	}

	@Test
	void startTimesComeInManyForms() {
		for (String time : new String[] { "2020-01-02T03:04:05", "2020-01-02T03:04:05.1234567Z", "2020-01-02T03:04:05+02:00" }) {
			put("form-" + Math.abs(time.hashCode()), TAG_ALL + ",\"startTime\":\"" + time + "\"").expect(200);
		}
		assertEquals("2020-01-02T01:04:05Z", query("").array().asList().stream()
				.map(job -> job.getAsJsonObject().get("startTime").getAsString()).sorted().findFirst().orElse(""));
	}
}
