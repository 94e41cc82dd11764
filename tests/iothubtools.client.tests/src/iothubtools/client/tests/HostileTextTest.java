// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.exchange.Masking;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.tests.support.time.Promptly;

/** Text made to be slow to search takes about as long as any other text of its length. */
class HostileTextTest {

	private static final int LENGTH = 1_000_000;
	private static final String PLAIN = "x".repeat(LENGTH);
	/** A plain text takes milliseconds, as it is passed over; what takes the square of that takes minutes, also where much else runs. */
	private static final int TIMES = 50;
	private static final Duration SPARE = Duration.ofSeconds(5);

	/** Longer than any machine needs: what takes hours is not waited for. */
	private static final Duration ENOUGH = Duration.ofMinutes(1);

	private static final List<String> STARTS = List.of("", "Tracking ID:", "ErrorCode:", "\"primaryKey\"", "\"primaryKey\":\"",
			"sig=", "sig", "bearer");
	private static final List<String> RUNS = List.of(" ", "\n", "\\", "\\\\\"");
	private static final List<String> PARTS = List.of("{", "[", "{\"Message\":", "Tracking ID:", "Tracking ID: \n", "ErrorCode:",
			"\"primaryKey\"", "\"primaryKey\" : \"", "sig=", "sig= ", "sig\\", "bearer ");

	private static List<String> texts() {
		return Stream.concat(PARTS.stream().map(HostileTextTest::repeated),
				STARTS.stream().flatMap(start -> RUNS.stream().map(run -> start + repeated(run)))).toList();
	}

	private static String repeated(String part) {
		return part.repeat(LENGTH / part.length());
	}

	/** How long a text may take, given how long a plain one does. */
	private static Duration limit(Promptly.Measurement plain) throws Exception {
		plain.take();
		return plain.take().multipliedBy(TIMES).plus(SPARE);
	}

	@Test
	void isMaskedInLinearTime() throws Exception {
		Duration limit = limit(() -> Promptly.time(() -> Masking.text(PLAIN)));
		for (String text : texts()) {
			assertTimeoutPreemptively(ENOUGH, () -> Promptly.within(limit, "Masking " + name(text),
					() -> Promptly.time(() -> assertFalse(Masking.text(text).isEmpty()))));
		}
	}

	@Test
	void isReadInLinearTimeWhereItIsAnError() throws Exception {
		AtomicReference<String> body = new AtomicReference<>(PLAIN);
		try (TestServer server = TestServer.start(request -> Response.of(400, "text/plain", body.get()));
				IotHubClient client = new HubFixture().client(server.host()).retry(RetryPolicy.none()).build()) {
			Duration limit = limit(() -> refusal(client));
			for (String text : texts()) {
				body.set(text);
				assertTimeoutPreemptively(ENOUGH,
						() -> Promptly.within(limit, "Reading " + name(text), () -> refusal(client)));
			}
		}
	}

	private static Duration refusal(IotHubClient client) throws Exception {
		return Promptly.time(() -> assertEquals(400,
				assertThrows(ServiceException.class, () -> client.devices().get("d").await(Cancellation.none())).status()));
	}

	private static String name(String text) {
		return text.substring(0, 30).replace("\n", "\\n");
	}
}
