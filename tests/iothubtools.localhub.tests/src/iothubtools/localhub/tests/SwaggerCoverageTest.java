// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.tests.swagger.Swagger;
import iothubtools.localhub.tests.swagger.SwaggerCheck;
import iothubtools.localhub.tests.swagger.SwaggerOperation;
import iothubtools.tests.support.time.SettableClock;

/**
 * Every operation of the Swagger is asked for once, and answered as the Swagger says, headers, status and JSON; what needs a
 * storage account, which a local hub has not, is answered with the error listed here.
 */
class SwaggerCoverageTest {

	private static final Map<String, String> UNSUPPORTED = Map.of("Jobs_CreateImportExportJob",
			"BlobContainerValidationError", "Jobs_GetImportExportJob", "JobNotFound", "Jobs_CancelImportExportJob",
			"JobNotFound");
	private static final String DEVICE = "{\"deviceId\":\"d\"}";
	private static final String MODULE = "{\"deviceId\":\"d\",\"moduleId\":\"m\"}";
	private static final String TAGS = "{\"tags\":{\"site\":{\"floor\":1}},\"properties\":{\"desired\":{\"interval\":10}}}";
	private static final String METHOD = "{\"methodName\":\"reboot\",\"payload\":{\"in\":[1]},\"responseTimeoutInSeconds\":30}";
	private static final String BOUND = "/messages/deviceBound";
	private static final String FEEDBACK = "/messages/serviceBound/feedback";

	@TempDir
	Path data;
	private final SettableClock clock = new SettableClock();
	private final Map<String, String> outcomes = new TreeMap<>();
	private TestHub hub;

	@Test
	void everyOperationIsAnsweredAsItSaysOrWithTheErrorListed() throws Exception {
		try (TestHub started = TestHub.start(data, settings -> settings.withClock(clock))) {
			hub = started;
			identities();
			twinsAndQueries();
			directMethods();
			messages();
			jobs();
			configurations();
			ask("DELETE", "/devices/d/modules/m", null, "If-Match", "*");
			ask("DELETE", "/devices/d", null, "If-Match", "*");
		}
		Map<String, String> expected = Swagger.SERVICE.operations().stream().collect(
				Collectors.toMap(SwaggerOperation::id, one -> UNSUPPORTED.getOrDefault(one.id(), "yes"), (a, b) -> a, TreeMap::new));
		assertEquals(expected, outcomes);
	}

	/** A call whose outcome counts for its operation; that it is as the Swagger says was checked on the way. */
	private Reply ask(String method, String path, String body, String... headers) {
		Reply reply = hub.call(method, path, body, headers);
		String id = SwaggerCheck.operation(reply.http().request()).orElseThrow().id();
		outcomes.put(id, reply.status() < 300 ? "yes" : reply.header("iothub-errorcode"));
		return reply;
	}

	private void identities() {
		ask("PUT", "/devices/d", DEVICE);
		ask("GET", "/devices/d", null);
		ask("GET", "/devices", null);
		ask("POST", "/devices", "[{\"id\":\"bulk\",\"importMode\":\"create\",\"status\":\"enabled\"}]");
		ask("PUT", "/devices/d/modules/m", MODULE);
		ask("GET", "/devices/d/modules/m", null);
		ask("GET", "/devices/d/modules", null);
		ask("GET", "/statistics/devices", null);
		ask("GET", "/statistics/service", null);
	}

	private void twinsAndQueries() {
		for (String twin : new String[] { "/twins/d", "/twins/d/modules/m" }) {
			ask("PATCH", twin, TAGS);
			ask("PUT", twin, TAGS);
			ask("GET", twin, null);
		}
		ask("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices\"}");
		ask("GET", "/digitaltwins/d", null);
		ask("PATCH", "/digitaltwins/d", "[{\"op\":\"add\",\"path\":\"/interval\",\"value\":20}]");
	}

	private void directMethods() throws Exception {
		String key = hub.call("GET", "/devices/d/modules/m", null).json().getAsJsonObject("authentication")
				.getAsJsonObject("symmetricKey").get("primaryKey").getAsString();
		String token = Tokens.of(key, null, Tokens.encoded(hub.hub().hostName() + "/devices/d/modules/m"),
				clock.instant().plusSeconds(600));
		try (MqttDevice device = MqttDevice.connect(hub, "d");
				MqttDevice module = MqttDevice.connect(hub, "d/m", token, options -> {
				})) {
			invoke(device, "/twins/d/methods", METHOD);
			invoke(module, "/twins/d/modules/m/methods", METHOD);
			invoke(device, "/digitaltwins/d/commands/reboot", "{}");
			invoke(device, "/digitaltwins/d/components/fan/commands/stop", "{}");
		}
	}

	private void invoke(MqttDevice device, String path, String body) throws Exception {
		device.subscribe("$iothub/methods/POST/#", 0);
		CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> ask("POST", path, body));
		String topic = device.next().topic();
		device.send("$iothub/methods/res/200/" + topic.substring(topic.indexOf('?')), "{\"ok\":[true]}", 0, false);
		reply.get(20, TimeUnit.SECONDS);
	}

	private void messages() {
		for (int i = 0; i < 2; i++) {
			hub.call("POST", "/localhub/devices/d" + BOUND, "x", "iothub-ack", "full").expect(204);
			hub.callAsDevice("d", "DELETE", BOUND + '/' + lockToken(hub.callAsDevice("d", "GET", BOUND, null)), null)
					.expect(204);
			clock.advance(Duration.ofSeconds(15));
			String lock = lockToken(ask("GET", FEEDBACK, null));
			if (i == 0) {
				ask("DELETE", FEEDBACK + '/' + lock, null);
			} else {
				ask("POST", FEEDBACK + '/' + lock + "/abandon", null);
			}
		}
		ask("DELETE", "/devices/d/commands", null);
	}

	private static String lockToken(Reply reply) {
		return reply.expect(200).header("ETag").replace("\"", "");
	}

	private void jobs() {
		String start = clock.instant().plusSeconds(600).toString();
		ask("PUT", "/jobs/v2/j", "{\"jobId\":\"j\",\"type\":\"scheduleUpdateTwin\",\"updateTwin\":{\"etag\":\"*\",\"tags\":{\"x\":1}},"
				+ "\"queryCondition\":\"deviceId = 'd'\",\"startTime\":\"" + start + "\",\"maxExecutionTimeInSeconds\":60}");
		ask("GET", "/jobs/v2/j", null);
		ask("GET", "/jobs/v2/query", null);
		ask("POST", "/jobs/v2/j/cancel", "");
		ask("POST", "/jobs/create", "{\"type\":\"export\",\"outputBlobContainerUri\":\"https://store.test/container?sig=x\"}");
		ask("GET", "/jobs", null);
		ask("GET", "/jobs/14676d9f", null);
		ask("DELETE", "/jobs/14676d9f", null);
	}

	private void configurations() {
		ask("PUT", "/configurations/c", "{\"id\":\"c\",\"content\":{\"deviceContent\":{\"properties.desired.a\":{\"b\":1}}},"
				+ "\"targetCondition\":\"deviceId = 'd'\",\"priority\":1,\"labels\":{\"env\":\"dev\"}}");
		ask("GET", "/configurations/c", null);
		ask("GET", "/configurations", null);
		ask("POST", "/configurations/testQueries", "{\"targetCondition\":\"tags.a = 1\",\"customMetricQueries\":{}}");
		ask("DELETE", "/configurations/c", null);
		hub.put("edge", ",\"capabilities\":{\"iotEdge\":true}").expect(200);
		ask("POST", "/devices/edge/applyConfigurationContent",
				"{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"a\":1}}}}");
	}
}
