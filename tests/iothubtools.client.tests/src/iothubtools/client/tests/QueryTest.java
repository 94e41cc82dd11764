// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import iothubtools.client.IotHubClient;
import iothubtools.client.Queries;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.UncheckedHubException;
import iothubtools.client.query.QueryPage;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.client.twins.Twin;
import iothubtools.tests.support.time.Eventually;

/** Queries and their pages, contract §3.3. */
class QueryTest {

	private static final String QUERY = "SELECT * FROM devices WHERE tags.site = \"A\"";

	private final HubFixture fixture = new HubFixture();

	@Test
	void asksForAPage() throws IOException, HubException {
		HubFixture.Answer<QueryPage<String>> answer = fixture.call(
				hub -> hub.queries().raw(QUERY).pageSize(7).after("token 1"),
				Response.json(200, "[ {\"n\": 1.0, \"big\":4503599627370495}, 5, \"x\", null]", "x-ms-item-type", "Raw",
						"x-ms-continuation", "token 2"));

		assertEquals("POST /devices/query", answer.line());
		assertEquals("{\"query\":\"SELECT * FROM devices WHERE tags.site = \\\"A\\\"\"}", answer.request().text());
		assertEquals("7", answer.request().header("x-ms-max-item-count"));
		assertEquals("token 1", answer.request().header("x-ms-continuation"));
		assertEquals(new QueryPage<>(List.of("{\"n\":1.0,\"big\":4503599627370495}", "5", "\"x\"", "null"), "Raw",
				"token 2"), answer.result());
		assertTrue(answer.result().hasNext());
	}

	@Test
	void asksForAHundredRowsWithoutAToken() throws IOException, HubException {
		HubFixture.Answer<QueryPage<String>> answer = fixture.call(hub -> hub.queries().raw(QUERY).first(),
				Response.json(200, "[]"));

		assertEquals("100", answer.request().header("x-ms-max-item-count"));
		assertFalse(answer.request().headers().containsKey("x-ms-continuation"));
		assertEquals(new QueryPage<>(List.of(), "", null), answer.result());
	}

	@Test
	void readsTwins() throws IOException, HubException {
		HubFixture.Answer<QueryPage<Twin>> answer = fixture.call(hub -> hub.queries().twins(QUERY).first(),
				Response.json(200, "[" + TwinsTest.TWIN + "]", "x-ms-item-type", "Twin"));

		assertEquals("{\"site\":\"A\",\"n\":1.0}", answer.result().rows().get(0).tags());
		assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.queries().twins(QUERY).first(), Response.json(200, "[1]")));
	}

	@Test
	void goesOnAsLongAsThereIsAToken() throws IOException, HubException {
		// short and empty pages say nothing about the end
		HubFixture.Answer<List<String>> answer = fixture.call(hub -> hub.queries().raw(QUERY).all(), page("1,2", "a"),
				page("", "b"), page("3", "c"), page("", "d"), page("4", ""));

		assertEquals(List.of("1", "2", "3", "4"), answer.result());
		assertEquals(List.of("", "a", "b", "c", "d"),
				answer.requests().stream().map(request -> request.header("x-ms-continuation")).toList());
		assertEquals(1, answer.requests().stream().map(Request::text).distinct().count());
	}

	@Test
	void goesThroughManyPagesOnOneStack() throws IOException, HubException {
		AtomicInteger pages = new AtomicInteger();
		try (TestServer server = TestServer.start(request -> page("1", pages.incrementAndGet() < 3000 ? "more" : ""));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(3000, client.queries().raw(QUERY).all().await(Cancellation.none()).size());
		}
	}

	@Test
	void failsWithTheFirstPageThatDoes() {
		ServiceException failure = fixture.refusal(hub -> hub.queries().raw(QUERY).all(), page("1", "a"),
				Response.json(400, "{\"Message\":\"ErrorCode:ArgumentInvalid;BadRequest\"}"));
		assertEquals(HubErrorCode.ARGUMENT_INVALID, failure.code());
		assertEquals(ProtocolException.Kind.TRUNCATED, assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.queries().raw(QUERY).all(), page("1", "a"), Response.json(200, "[1,")))
				.kind());
	}

	@Test
	void streamsRowsAndAsksForNoPageEarly() throws IOException {
		try (TestServer server = TestServer.start(request -> page("1,2", "more"));
				IotHubClient client = fixture.client(server.host()).build()) {
			Stream<String> rows = client.queries().raw(QUERY).stream(Cancellation.none());
			assertEquals(List.of(), server.requests());
			Iterator<String> iterator = rows.iterator();
			assertEquals("1", iterator.next());
			assertEquals("2", iterator.next());
			assertEquals(1, server.requests().size());
			assertEquals("1", iterator.next());
			assertEquals(2, server.requests().size());
		}
	}

	@Test
	void streamsToTheEndAndSaysWhatFails() throws IOException, HubException {
		List<Response> pages = List.of(page("1", "1"), page("", "2"), page("2", ""));
		try (TestServer server = TestServer.start(request -> pages.get(index(request)));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(List.of("1", "2"), client.queries().raw(QUERY).stream(Cancellation.none()).toList());
		}
		try (TestServer server = TestServer.start(request -> Response.json(401, ""));
				IotHubClient client = fixture.client(server.host()).build()) {
			Stream<String> rows = client.queries().raw(QUERY).stream(Cancellation.none());
			assertEquals(401, assertInstanceOf(ServiceException.class,
					assertThrows(UncheckedHubException.class, rows::toList).failure()).status());
			Cancellation cancelled = new Cancellation();
			cancelled.cancel();
			assertThrows(CancellationException.class, () -> client.queries().raw(QUERY).stream(cancelled).toList());
		}
	}

	@Test
	void handsOverPagesOnTheCallingThread() throws IOException, HubException {
		List<Response> pages = List.of(page("1", "1"), page("2", "2"), page("3", ""));
		try (TestServer server = TestServer.start(request -> pages.get(index(request)));
				IotHubClient client = fixture.client(server.host()).build()) {
			Thread caller = Thread.currentThread();
			List<String> rows = new ArrayList<>();
			assertEquals(3, client.queries().raw(QUERY).forEachPage(page -> {
				assertEquals(caller, Thread.currentThread());
				rows.addAll(page.rows());
			}, Cancellation.none()));
			assertEquals(List.of("1", "2", "3"), rows);
		}
	}

	@Test
	void stopsAskingWhenAPageIsNotTaken() throws Exception {
		try (TestServer server = TestServer.start(request -> page("1", "more"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(IllegalStateException.class, () -> client.queries().raw(QUERY).forEachPage(page -> {
				throw new IllegalStateException("enough");
			}, Cancellation.none()));
			assertTrue(server.requests().size() <= 2, server.requests().size() + " pages");
		}
	}

	@Test
	void stopsWhenItIsCancelled() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		try (TestServer server = TestServer.start(request -> index(request) == 0 ? page("1", "1") : out -> {
			try {
				never.await();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
			throw new IOException("closed by the test");
		}); IotHubClient client = fixture.client(server.host()).build()) {
			CompletableFuture<List<String>> all = client.queries().raw(QUERY).all().start();
			Eventually.holds("the second page", () -> server.requests().size() == 2);
			all.cancel(true);
			Eventually.holds("both exchanges", () -> fixture.exchanges.size() == 2);
			assertEquals("Cancelled", fixture.exchanges.get(1).failure());
			never.countDown();
		}
	}

	@Test
	void refusesQueriesTheHubWouldRefuse() throws IOException {
		try (TestServer server = TestServer.start(request -> page("", ""));
				IotHubClient client = fixture.client(server.host()).build()) {
			Queries queries = client.queries();
			assertThrows(InvalidInputException.class, () -> queries.raw(" "));
			assertThrows(InvalidInputException.class, () -> queries.raw("x".repeat(8193)));
			assertThrows(InvalidInputException.class, () -> queries.devices().pageSize(0));
			assertEquals(List.of(), server.requests());
		}
	}

	private static int index(Request request) {
		String token = request.header("x-ms-continuation");
		return token.isEmpty() ? 0 : Integer.parseInt(token);
	}

	private static Response page(String rows, String continuation) {
		return continuation.isEmpty() ? Response.json(200, "[" + rows + "]")
				: Response.json(200, "[" + rows + "]", "x-ms-continuation", continuation);
	}
}
