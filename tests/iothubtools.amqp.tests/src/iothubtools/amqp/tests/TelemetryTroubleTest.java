// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.SendReceipt;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;

/** What comes of what devices send when a hub, its tokens or whoever reads it gets into trouble, or somebody is slow. */
class TelemetryTroubleTest extends WithTelemetry {

	@Test
	void whoeverDoesNotReadHoldsUpNobodyAndLosesNothing() throws Exception {
		create("d");
		byte[] large = new byte[200_000];
		CountDownLatch go = new CountDownLatch(1);
		Heard slow = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				try {
					assertTrue(go.await(120, TimeUnit.SECONDS));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				super.messages(batch);
			}
		};
		Heard quick = new Heard();
		// more than may wait at the reader's and under way
		int count = 120;
		try (AmqpHub service = service("service");
				TelemetrySubscription slowly = service.telemetry(of(LATEST), slow);
				TelemetrySubscription quickly = service.telemetry(of(LATEST), quick)) {
			slow.reading();
			quick.reading();
			List<CompletableFuture<SendReceipt>> sent = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				sent.add(client().device("d").send(DeviceMessage.builder().body(large).messageId(Integer.toString(i)).build()).start());
			}
			for (CompletableFuture<SendReceipt> each : sent) {
				each.get(60, TimeUnit.SECONDS);
			}
			List<EventPosition> all = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				all.add(quick.message().position());
			}
			assertEquals(0, slow.left());
			go.countDown();
			for (EventPosition each : all) {
				TelemetryMessage message = slow.message();
				assertEquals(each, message.position());
				assertEquals(large.length, message.body().size());
			}
		}
	}

	/** A partition that waits for room has nothing more to come that would have it looked at. */
	@Test
	void whatWaitsForRoomComesAlsoWhenOtherPartitionsTakeSomeOfIt() throws Exception {
		List<String> devices = devicesOfTwoPartitions();
		byte[] large = new byte[100_000];
		int count = 60;
		Semaphore turns = new Semaphore(0);
		Semaphore begun = new Semaphore(0);
		Heard slow = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				begun.release();
				turns.acquireUninterruptibly();
				super.messages(batch);
			}
		};
		Heard quick = new Heard();
		try (AmqpHub service = service("service");
				TelemetrySubscription slowly = service.telemetry(of(LATEST), slow);
				TelemetrySubscription quickly = service.telemetry(of(LATEST), quick)) {
			slow.reading();
			quick.reading();
			for (int i = 0; i < count; i++) {
				client().device(devices.get(0)).send(DeviceMessage.builder().body(large).build()).await(Cancellation.none());
				quick.message();
			}
			int others = 3;
			for (int i = 0; i < others; i++) {
				assertTrue(begun.tryAcquire(60, TimeUnit.SECONDS));
				send(devices.get(1), "other");
				assertEquals("other", quick.message().body().text());
				turns.release();
			}
			turns.release(2 * count);
			for (int i = 0; i < count + others; i++) {
				slow.message();
			}
		}
	}

	private List<String> devicesOfTwoPartitions() throws Exception {
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			Map<String, String> found = new HashMap<>();
			for (int i = 0; found.size() < 2; i++) {
				create("d" + i);
				send("d" + i, "where");
				found.put(heard.message().position().partition(), "d" + i);
			}
			return List.copyOf(found.values());
		}
	}

	@Test
	void itGoesOnAfterTheHubWasStoppedAndNothingIsLostOrComesTwice() throws Exception {
		create("d");
		create("e");
		int port = hub.hub().amqpPort();
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			send("d", "1", "2");
			assertEquals(List.of("1", "2"), heard.bodies(2));
			hub.stop();
			assertNotNull(heard.waiting());
			hub.restart(settings -> settings.withAmqpPort(port));
			// before it is read again, in a partition of which nothing was seen, too
			send("d", "3");
			send("e", "4");
			heard.reading();
			send("d", "5");
			List<String> bodies = new ArrayList<>(heard.bodies(3));
			assertEquals(Set.of("3", "4", "5"), new HashSet<>(bodies));
			assertTrue(bodies.indexOf("3") < bodies.indexOf("5"));
			assertEquals(0, heard.left());
			assertFalse(heard.hasFailed());
		}
	}

	@Test
	void itGoesOnWhileItsTokensComeToTheirEnd() throws Exception {
		create("d");
		Duration life = Duration.ofSeconds(8);
		hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("PutToken", new FaultEffect.Delay(Duration.ZERO)))));
		Heard heard = new Heard();
		try (AmqpHub service = Services.of(hub, "service").tokenLife(life).build();
				TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			long first = hub.hub().injected().get(0);
			assertTrue(heard.readsOnFor(life.plusSeconds(2)), "the links end with the token");
			assertTrue(hub.hub().injected().get(0) > first, "no other token was shown");
			send("d", "x");
			assertEquals(List.of("x"), heard.bodies(1));
			assertEquals(0, heard.waits());
		}
	}

	@Test
	void messagesGoOnAfterAnErrorOfTheListener() throws Exception {
		create("d");
		CountDownLatch thrown = new CountDownLatch(1);
		Heard heard = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				if (thrown.getCount() > 0) {
					thrown.countDown();
					throw new OutOfMemoryError("a large message, say");
				}
				super.messages(batch);
			}
		};
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			send("d", "1");
			assertTrue(thrown.await(60, TimeUnit.SECONDS));
			send("d", "2");
			assertEquals(List.of("2"), heard.bodies(1));
		}
	}

	@Test
	void closingEndsItAtOnceAlsoWhileTheListenerIsBusy() throws Exception {
		create("d");
		CountDownLatch called = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		Heard heard = new Heard() {
			@Override
			public void messages(List<TelemetryMessage> batch) {
				called.countDown();
				try {
					assertTrue(go.await(120, TimeUnit.SECONDS));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				super.messages(batch);
			}
		};
		try (AmqpHub service = service("service")) {
			TelemetrySubscription reading = service.telemetry(of(LATEST), heard);
			heard.reading();
			send("d", "1");
			assertTrue(called.await(60, TimeUnit.SECONDS));
			send("d", "2");
			reading.close();
			reading.ended().get(1, TimeUnit.SECONDS);
			go.countDown();
			assertEquals(List.of("1"), heard.bodies(1));
			TelemetrySubscription another = service.telemetry(of(LATEST), heard);
			service.close();
			another.ended().get(1, TimeUnit.SECONDS);
			service.telemetry(of(LATEST), heard).ended().get(1, TimeUnit.SECONDS);
			assertEquals(0, heard.left());
			assertFalse(heard.hasFailed());
		}
	}
}
