// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;

/** Clients with short times, and what they exchanged. */
final class HubFixture {

	/** Three tries with hardly a wait. */
	static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(5), Duration.ofMillis(10),
			Duration.ofMillis(50));

	private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));

	/** Every exchange of the clients made here. */
	final List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();

	/** A client for HTTP that hardly waits between tries. */
	IotHubClient.Builder client(HubHost host) {
		return IotHubClient.builder(host, "iothubowner", TestKeys.KEY).plainHttp(true).retry(QUICK).timeouts(TIMEOUTS)
				.exchanges(exchanges::add);
	}

	/** What a call gave and what it sent. */
	record Answer<T>(T result, List<Request> requests) {

		/** The only request. */
		Request request() {
			assertEquals(1, requests.size());
			return requests.get(0);
		}

		/** Method and target of the only request, without the version of the API. */
		String line() {
			Request request = request();
			assertTrue(request.target().endsWith("api-version=2021-04-12"), request.target());
			return request.method() + " " + request.target().replaceFirst("[?&]api-version=2021-04-12$", "");
		}
	}

	/** Makes a call to a server that answers the requests in turn, the last one for ever. */
	<T> Answer<T> call(Function<IotHubClient, HubCall<T>> call, Response... responses) throws IOException, HubException {
		Deque<Response> rest = new ArrayDeque<>(Arrays.asList(responses));
		try (TestServer server = TestServer
				.start(request -> rest.size() > 1 ? rest.removeFirst() : rest.getFirst());
				IotHubClient client = client(server.host()).build()) {
			return new Answer<>(call.apply(client).await(Cancellation.none()), server.requests());
		} finally {
			assertNoKeyIsShown();
		}
	}

	/** Whatever was called: no exchange shows a key. */
	private void assertNoKeyIsShown() {
		for (HttpExchange exchange : exchanges) {
			for (SharedAccessKey key : List.of(TestKeys.KEY, TestKeys.OTHER)) {
				assertFalse(exchange.toString().contains(key.reveal()), () -> "a key is shown by " + exchange.target());
			}
		}
	}

	/** Makes a call that must fail with an error of the hub. */
	<T> ServiceException refusal(Function<IotHubClient, HubCall<T>> call, Response... responses) {
		return assertThrows(ServiceException.class, () -> call(call, responses));
	}
}
