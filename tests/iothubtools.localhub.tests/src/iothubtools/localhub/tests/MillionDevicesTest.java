// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** As many sample devices as a hub makes, in a process of its own with the heap that {@code ./localhub.sh} gives it. */
@Timeout(600)
class MillionDevicesTest {

	private static final int DEVICES = 1_000_000;
	private static final Duration MOST = Duration.ofSeconds(60);

	@TempDir
	Path data;

	/** A minute; of processor time, where the machine has other things to do. */
	@Test
	void theyAreMadeWithinAMinuteAndAreThereAfterAKill() throws Exception {
		long before = System.nanoTime();
		try (ForkedHub hub = start()) {
			Duration took = Duration.ofNanos(System.nanoTime() - before);
			Duration work = hub.process.info().totalCpuDuration().orElse(took);
			System.out.println("A hub made " + DEVICES + " devices in " + took.toMillis() + " ms, " + work.toMillis() + " ms of work");
			assertEquals(DEVICES, count(hub));
			assertTrue(took.compareTo(MOST) < 0 || work.compareTo(MOST) < 0, () -> "it took " + took + ", " + work + " of work");
			hub.kill();
		}
		try (ForkedHub hub = start()) {
			assertEquals(DEVICES, count(hub));
		}
	}

	private ForkedHub start() throws Exception {
		return ForkedHub.start("--port", "0", "--plain-http", "--data", data.toString(), "--devices", Integer.toString(DEVICES));
	}

	private static int count(ForkedHub hub) throws Exception {
		String connection = hub.printed("Service connection string:");
		String host = Tokens.field(connection, "HostName");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + "/statistics/devices" + TestHub.VERSION))
				.header("Authorization", Tokens.of(connection, Tokens.encoded(host))).build();
		HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		assertEquals(200, reply.statusCode(), reply.body());
		return JsonParser.parseString(reply.body()).getAsJsonObject().get("totalDeviceCount").getAsInt();
	}
}
