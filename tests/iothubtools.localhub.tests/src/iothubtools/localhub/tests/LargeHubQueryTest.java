// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A condition on tags among 100,000 devices: its first page comes within 200 ms, however few of them meet it. */
class LargeHubQueryTest {

	private static final int DEVICES = 100_000;
	/** The service takes no more in one call. */
	private static final int BULK = 100;
	private static final long LONGEST_MILLIS = 200;
	/** The best of so many counts: what else the machine does only ever adds to the time. */
	private static final int ATTEMPTS = 20;

	@TempDir
	static Path data;
	private static TestHub hub;

	@BeforeAll
	static void start() throws Exception {
		hub = TestHub.start(data);
		for (int first = 0; first < DEVICES; first += BULK) {
			JsonArray devices = new JsonArray();
			for (int number = first; number < first + BULK; number++) {
				devices.add(device(number));
			}
			hub.call("POST", "/devices", devices.toString()).expect(200);
		}
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	/** All have another serial, 200 the same site, and one alone is marked. */
	private static JsonObject device(int number) {
		JsonObject location = new JsonObject();
		location.addProperty("region", "region " + number % 5);
		location.addProperty("plant", "plant " + number % 50);
		JsonObject tags = new JsonObject();
		tags.addProperty("site", "site " + number % 500);
		tags.addProperty("floor", number % 20);
		tags.addProperty("serial", "SN-" + number * 7919L);
		tags.add("location", location);
		if (number == DEVICES / 2) {
			tags.addProperty("marked", true);
		}
		JsonObject device = new JsonObject();
		device.addProperty("id", String.format(Locale.ROOT, "device-%06d", number));
		device.addProperty("importMode", "create");
		device.add("tags", tags);
		return device;
	}

	private static JsonArray rows(String text) {
		JsonObject body = new JsonObject();
		body.addProperty("query", text);
		return hub.call("POST", "/devices/query", body.toString()).expect(200).array();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
			tags.site = 'nowhere' => 0
			tags.site = 'site 499' => 100
			tags.serial = 'SN-791892081' => 1
			tags.marked => 1
			IS_DEFINED(tags.marked) AND tags.floor >= 0 => 1
			NOT IS_DEFINED(tags.site) => 0
			NOT tags.floor < 20 => 0
			tags.floor > 19 => 0
			tags.location.plant IN ['plant 50', 'plant 51'] => 0
			STARTSWITH(tags.location.region, 'x') OR tags.site = 'nowhere' => 0
			tags.serial = 'SN-791892081' AND status = 'enabled' => 1
			""")
	void aFirstPageComesInTime(String condition, int rows) {
		String text = "SELECT * FROM devices WHERE " + condition;
		long best = Long.MAX_VALUE;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			long start = System.nanoTime();
			assertEquals(rows, rows(text).size());
			best = Math.min(best, System.nanoTime() - start);
		}
		long millis = TimeUnit.NANOSECONDS.toMillis(best);
		System.out.printf("%,d devices, %s: first page in %d ms%n", DEVICES, condition, millis);
		assertTrue(millis < LONGEST_MILLIS, condition + " took " + millis + " ms");
	}

	@Test
	void aggregatesGoOverAllDevices() {
		assertEquals("[{\"n\":100000}]", rows("SELECT COUNT() AS n FROM devices").toString());
		assertEquals("[{\"n\":5000,\"least\":\"SN-100040727\"}]",
				rows("SELECT COUNT() AS n, MIN(tags.serial) AS least FROM devices WHERE tags.floor = 13").toString());
		assertEquals(500, rows("SELECT tags.site, COUNT() AS n FROM devices GROUP BY tags.site").size());
	}
}
