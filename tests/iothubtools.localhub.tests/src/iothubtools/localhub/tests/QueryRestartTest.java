// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/** A hub that starts with devices in its store answers for their tags from the first query on, and for what is written meanwhile. */
class QueryRestartTest {

	private static final int DEVICES = 5_000;

	@TempDir
	static Path data;

	private static String query(TestHub hub, String text) {
		JsonObject body = new JsonObject();
		body.addProperty("query", text);
		return hub.call("POST", "/devices/query", body.toString()).expect(200).body();
	}

	private static String count(TestHub hub, String condition) {
		return query(hub, "SELECT COUNT() AS n FROM devices WHERE " + condition);
	}

	@Test
	void tagsAreFoundWhileTheyAreStillBeingRead() throws Exception {
		try (TestHub hub = TestHub.start(data, settings -> settings.withSampleDevices(DEVICES))) {
			for (String last : new String[] { "sensor-4997", "sensor-4998", "sensor-5000" }) {
				hub.call("PATCH", "/twins/" + last, "{\"tags\":{\"mark\":\"old\"}}").expect(200);
			}
			assertEquals("[{\"n\":3}]", count(hub, "tags.mark = 'old'"));
		}
		try (TestHub hub = TestHub.start(data)) {
			hub.call("PATCH", "/twins/sensor-4997", "{\"tags\":{\"mark\":\"new\"}}").expect(200);
			hub.call("DELETE", "/devices/sensor-4998", null, "If-Match", "*").expect(204);
			assertEquals("[{\"deviceId\":\"sensor-5000\"}]", query(hub, "SELECT deviceId FROM devices WHERE tags.mark = 'old'"));
			assertEquals("[{\"deviceId\":\"sensor-4997\"}]", query(hub, "SELECT deviceId FROM devices WHERE tags.mark = 'new'"));
			String tagged = count(hub, "IS_DEFINED(tags)");
			hub.create("sensor-4998");
			assertEquals(tagged, count(hub, "IS_DEFINED(tags)"));
			assertEquals("[{\"n\":1}]", count(hub, "NOT IS_DEFINED(tags) AND deviceId = 'sensor-4998'"));
		}
	}
}
