// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.errors.HubException;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.tests.support.time.Eventually;

class CancellationTest {

	private final HubFixture fixture = new HubFixture();
	private final Cancellation cancellation = new Cancellation();
	private final CountDownLatch never = new CountDownLatch(1);

	@Test
	void endsAWaitForTheReplyWithinASecond() throws Exception {
		try (TestServer server = TestServer.start(request -> out -> hang());
				IotHubClient client = fixture.client(server.host()).build()) {
			CompletableFuture<Void> call = get(client);
			Eventually.holds("the request", () -> server.requests().size() == 1);

			cancellation.cancel();
			assertCancelled(call);
			Eventually.holds("the exchange", () -> fixture.exchanges.size() == 1);
			assertEquals("Cancelled", fixture.exchanges.get(0).failure());
			never.countDown();
			Eventually.holds("the end of the connection", () -> server.openConnections() == 0);
		}
	}

	@Test
	void endsAWaitBeforeTheNextTryWithinASecond() throws Exception {
		RetryPolicy slow = new RetryPolicy(4, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
		try (TestServer server = TestServer.start(request -> Response.empty(503));
				IotHubClient client = fixture.client(server.host()).retry(slow).build()) {
			CompletableFuture<Void> call = get(client);
			Eventually.holds("the first exchange", () -> fixture.exchanges.size() == 1);

			cancellation.cancel();
			assertCancelled(call);
			assertEquals(1, server.requests().size());
		}
	}

	@Test
	void endsWhatIsUnderWayWhenTheClientIsClosed() throws Exception {
		try (TestServer server = TestServer.start(request -> out -> hang());
				IotHubClient client = fixture.client(server.host()).build()) {
			CompletableFuture<Void> call = get(client);
			Eventually.holds("the request", () -> server.requests().size() == 1);

			client.close();
			assertCancelled(call);
			assertThrows(CancellationException.class, () -> client.devices().get("d").await(Cancellation.none()));
			never.countDown();
		}
	}

	@Test
	void sendsNothingOnceCancelled() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.empty(204));
				IotHubClient client = fixture.client(server.host()).build()) {
			cancellation.cancel();
			assertThrows(CancellationException.class, () -> client.devices().delete("d", null).await(cancellation));
			assertEquals(List.of(), server.requests());
		}
	}

	@Test
	void obeysAnInterruptOfTheWaitingThread() throws Exception {
		try (TestServer server = TestServer.start(request -> out -> hang());
				IotHubClient client = fixture.client(server.host()).build()) {
			CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
			Thread waiting = new Thread(() -> {
				assertThrows(CancellationException.class, () -> client.devices().get("d").await(cancellation));
				interrupted.complete(Thread.currentThread().isInterrupted());
			});
			waiting.start();
			Eventually.holds("the request", () -> server.requests().size() == 1);

			waiting.interrupt();
			assertTrue(interrupted.get(5, TimeUnit.SECONDS), "the interrupt stays visible");
			never.countDown();
		}
	}

	@Test
	void runsEachActionOnce() {
		List<String> ran = new ArrayList<>();
		cancellation.onCancel(() -> ran.add("first"));
		cancellation.onCancel(() -> ran.add("dropped")).close();
		assertFalse(cancellation.isCancelled());

		cancellation.cancel();
		cancellation.cancel();
		cancellation.onCancel(() -> ran.add("late"));

		assertTrue(cancellation.isCancelled());
		assertEquals(List.of("first", "late"), ran);
	}

	private void hang() throws IOException {
		try {
			never.await();
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
		throw new IOException("closed by the test");
	}

	private CompletableFuture<Void> get(IotHubClient client) {
		return CompletableFuture.runAsync(() -> {
			try {
				client.devices().get("d").await(cancellation);
			} catch (HubException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private static void assertCancelled(CompletableFuture<Void> call) throws InterruptedException, TimeoutException {
		try {
			call.get(1, TimeUnit.SECONDS);
			throw new AssertionError("The call ended as if nothing had been");
		} catch (CancellationException e) {
			assertTrue(call.isDone());
		} catch (ExecutionException e) {
			assertTrue(e.getCause() instanceof CancellationException, e.toString());
		}
	}
}
