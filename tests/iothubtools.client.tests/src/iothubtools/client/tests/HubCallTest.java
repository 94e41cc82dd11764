// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.SendReceipt;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.tests.support.time.Eventually;

/** Calls that run by themselves: cancelled, by the thousand, on few threads. */
class HubCallTest {

	private final HubFixture fixture = new HubFixture();
	private final CountDownLatch never = new CountDownLatch(1);

	@Test
	void sendsNothingBeforeItStartsAndAnewEachTime() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(200, DeviceIdentityTest.CREATED));
				IotHubClient client = fixture.client(server.host()).build()) {
			HubCall<DeviceIdentity> call = client.devices().get("d1");
			assertEquals(List.of(), server.requests());
			assertEquals("d1", call.start().get(10, TimeUnit.SECONDS).deviceId());
			assertEquals("d1", call.await(Cancellation.none()).deviceId());
			assertEquals(2, server.requests().size());
		}
	}

	@Test
	void stopsTheRequestWhenItsFutureIsCancelled() throws Exception {
		try (TestServer server = TestServer.start(request -> out -> hang());
				IotHubClient client = fixture.client(server.host()).build()) {
			// an update is two steps, of which the first is under way
			CompletableFuture<DeviceIdentity> update = client.devices().update("d", device -> device).start();
			Eventually.holds("the request", () -> server.requests().size() == 1);
			update.cancel(true);
			Eventually.holds("the exchange", () -> fixture.exchanges.size() == 1);
			assertEquals("Cancelled", fixture.exchanges.get(0).failure());
			never.countDown();
			Eventually.holds("the end of the connection", () -> server.openConnections() == 0);
		}
	}

	@Test
	void failsWithWhatWentWrong() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(404, "", "iothub-errorcode", "DeviceNotFound"));
				IotHubClient client = fixture.client(server.host()).build()) {
			CompletableFuture<DeviceIdentity> get = client.devices().get("d").start();
			ExecutionException failure = assertThrows(ExecutionException.class, () -> get.get(10, TimeUnit.SECONDS));
			assertEquals(HubErrorCode.DEVICE_NOT_FOUND,
					assertInstanceOf(ServiceException.class, failure.getCause()).code());
		}
	}

	@Test
	void runsThousandsOfCallsOnFewThreads() throws Exception {
		// threads of an earlier test's client may not have ended yet
		Set<Thread> others = clientThreads();
		try (TestServer server = TestServer.start(request -> Response.empty(204));
				IotHubClient client = fixture.client(server.host()).build()) {
			DeviceMessage message = DeviceMessage.builder().build();
			List<CompletableFuture<SendReceipt>> calls = new ArrayList<>();
			int most = 0;
			for (int i = 0; i < 5000; i++) {
				calls.add(client.device("d" + i % 200, TestKeys.KEY).send(message).start());
				if (i % 500 == 0) {
					Set<Thread> own = clientThreads();
					own.removeAll(others);
					most = Math.max(most, own.size());
				}
			}
			CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
			assertTrue(most > 0 && most <= 8, most + " threads");
			assertEquals(5000, server.requests().size());
		}
	}

	@Test
	void dropsThousandsOfCallsThatWaitForTheirTurn() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		Response slow = Response.after(answer, Response.empty(204));
		try (TestServer server = TestServer.start(request -> slow);
				IotHubClient client = fixture.client(server.host()).build()) {
			List<CompletableFuture<Void>> calls = new ArrayList<>();
			for (int i = 0; i < 3000; i++) {
				calls.add(client.devices().delete("d", null).start());
			}
			Eventually.holds("a request", () -> !server.requests().isEmpty());
			calls.subList(1, calls.size()).forEach(call -> call.cancel(true));
			answer.countDown();
			calls.get(0).get(10, TimeUnit.SECONDS);
			client.devices().delete("last", null).start().get(10, TimeUnit.SECONDS);
			assertTrue(server.requests().size() < 3000, "none was dropped");
		}
	}

	@Test
	void endsThousandsOfCallsWhenTheClientIsClosed() throws Exception {
		try (TestServer server = TestServer.start(request -> out -> hang());
				IotHubClient client = fixture.client(server.host()).build()) {
			List<CompletableFuture<DeviceIdentity>> calls = new ArrayList<>();
			for (int i = 0; i < 3000; i++) {
				// what follows on the end of a call may want to begin another
				calls.add(client.devices().get("d").start().handle((device, failure) -> client.devices().get("d").start())
						.thenCompose(next -> next));
			}
			Eventually.holds("a request", () -> !server.requests().isEmpty());
			client.close();
			for (CompletableFuture<DeviceIdentity> call : calls) {
				assertInstanceOf(CancellationException.class,
						assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS)).getCause());
			}
			assertTrue(server.requests().size() <= 32, server.requests().size() + " requests");
			never.countDown();
		}
	}

	@Test
	void invokesManySlowMethodsBesideOtherCalls() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		Response slow = Response.after(answer, Response.json(200, "{\"status\":1}"));
		try (TestServer server = TestServer.start(
				request -> request.path().startsWith("/twins") ? slow : Response.json(200, DeviceIdentityTest.CREATED));
				IotHubClient client = fixture.client(server.host()).build()) {
			List<CompletableFuture<MethodResult>> methods = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				methods.add(client.methods().invoke(ClientId.device("d" + i), DirectMethod.of("m", null)).start());
			}
			Eventually.holds("all methods", () -> server.requests().size() == 100);
			assertEquals("d1", client.devices().get("d1").start().get(10, TimeUnit.SECONDS).deviceId());
			answer.countDown();
			CompletableFuture.allOf(methods.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void waitsForItsTurnWithoutATimeout() throws Exception {
		// so many calls over 32 connections, each answered after 20 ms, take longer than one may; one alone far less than it may
		Timeouts times = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(2));
		Response slow = out -> {
			try {
				never.await(20, TimeUnit.MILLISECONDS);
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
			Response.empty(204).write(out);
		};
		try (TestServer server = TestServer.start(request -> slow);
				IotHubClient client = fixture.client(server.host()).timeouts(times).retry(RetryPolicy.none()).build()) {
			List<CompletableFuture<Void>> calls = new ArrayList<>();
			for (int i = 0; i < 4000; i++) {
				calls.add(client.devices().delete("d", null).start());
			}
			CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
		}
	}

	@Test
	void doesNotLetAThreadOfTheClientWaitForItself() throws Exception {
		// a reply that is there before start() is back is worked on by the thread that called it, which may wait
		CountDownLatch started = new CountDownLatch(1);
		Response reply = Response.after(started, Response.json(200, DeviceIdentityTest.CREATED));
		try (TestServer server = TestServer.start(request -> reply);
				IotHubClient client = fixture.client(server.host()).build()) {
			CompletableFuture<DeviceIdentity> update = client.devices().update("d1", device -> {
				try {
					return client.devices().get("d2").await(Cancellation.none());
				} catch (HubException e) {
					throw new IllegalArgumentException(e);
				}
			}).start();
			started.countDown();
			assertInstanceOf(IllegalStateException.class,
					assertThrows(ExecutionException.class, () -> update.get(10, TimeUnit.SECONDS)).getCause());
		}
	}

	@Test
	void saysSoWhenWhatItIsGivenFails() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(200, DeviceIdentityTest.CREATED));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(IllegalArgumentException.class, () -> client.devices().update("d1", device -> {
				throw new IllegalArgumentException("no");
			}).await(Cancellation.none()));
			assertThrows(StackOverflowError.class, () -> client.devices().update("d1", device -> {
				throw new StackOverflowError();
			}).await(Cancellation.none()));
		}
	}

	private static Set<Thread> clientThreads() {
		return Thread.getAllStackTraces().keySet().stream()
				.filter(thread -> thread.getName().startsWith("iothubtools-client")).collect(Collectors.toSet());
	}

	private void hang() throws IOException {
		try {
			never.await();
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
		throw new IOException("closed by the test");
	}
}
