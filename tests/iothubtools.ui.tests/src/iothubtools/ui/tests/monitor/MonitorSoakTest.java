// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.localhub.settings.EventHubSettings;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.MonitorPart;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.UiStalls;

/**
 * A monitor while a device sends as fast as it is told to, for as long as it is told to: {@code releng/scripts/monitor-load.sh} makes that ten
 * minutes. The hub and the device are in the same process, so that their heap is measured, too.
 */
class MonitorSoakTest {

	/** How long, once the monitor has as many messages as it keeps. */
	private static final int SECONDS = Integer.getInteger("monitor.seconds", 8);
	/** To be sent a second. */
	private static final int RATE = Integer.getInteger("monitor.rate", 20_000);
	private static final int KEPT = 100_000;
	private static final int TURNS = 10;
	/** At the same time, so that the next messages are on their way while the hub confirms those before. */
	private static final int SENDERS = 2;
	/** See {@link MonitorLoadTest}: what to reach is 100 on a machine that does nothing else. */
	private static final long TOLERATED_MILLIS = 250;
	/** What is not of the messages: caches of a hub that is warm, code, and what else goes on in a workbench. */
	private static final long GROWTH = 48L << 20;
	private static final Pattern MESSAGES = Pattern.compile(".*?([0-9,.\\h]+) messages.*");
	private static final Pattern FELL_OUT = Pattern.compile(".*?([0-9,.\\h]+) older ones fell out.*");

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@TempDir
	Path folder;

	/**
	 * As many in a batch as are due.
	 *
	 * @param first how many there are at least
	 * @param time  how long it goes on after these
	 */
	private record SendSteadily(HubConnection connection, List<DeviceMessage> turn, long first, Duration time) implements HubOperation<Long> {

		@Override
		public String title() {
			return "Sending steadily";
		}

		@Override
		public Kind kind() {
			return Kind.DEVICE;
		}

		@Override
		public Long run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
			List<MessageBatch> batches = MessageBatch.split(turn);
			long begun = System.nanoTime();
			long sent = 0;
			long end = Long.MAX_VALUE;
			for (long turns = 1; System.nanoTime() - begun < end; turns++) {
				for (MessageBatch batch : batches) {
					session.client().device("sensor-0001").send(batch).await(cancellation);
				}
				sent += turn.size();
				end = end == Long.MAX_VALUE && sent >= first ? System.nanoTime() - begun + time.toNanos() : end;
				long due = begun + turns * TimeUnit.SECONDS.toNanos(1) / TURNS;
				try {
					TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
					return sent;
				}
			}
			return sent;
		}
	}

	@Test
	void atASteadyRateTheHeapIsFlatTheUiThreadIsFreeAndWhatIsDroppedIsCounted() throws Exception {
		List<DeviceMessage> turn = IntStream.range(0, RATE / TURNS / SENDERS).mapToObj(n -> DeviceMessage.builder()
				.body(("{\"temperature\":" + n % 40 + ".5}").getBytes(StandardCharsets.UTF_8)).build()).toList();
		Map<String, Long> stalls = new LinkedHashMap<>();
		List<Long> heap = new ArrayList<>();
		try (HubFixture hub = HubFixture.start(folder, "Busy", settings -> settings.withSampleDevices(1)
				.withEvents(EventHubSettings.DEFAULT.withRetention(Duration.ofDays(1), 64L << 20))); MonitorPart monitor = MonitorPart.open(hub.connection())) {
			monitor.command(UiIds.START_MONITOR).awaitReading();
			// a little more than fits
			SendSteadily half = new SendSteadily(hub.connection(), turn, KEPT / SENDERS + RATE / SENDERS, Duration.ofSeconds(SECONDS));
			CompletableFuture<Long> sending = send(half).thenCombine(send(half), Long::sum);
			for (int part = 1; part <= TURNS; part++) {
				long some = KEPT * part / TURNS;
				monitor.awaitStatus(text -> number(MESSAGES, text) >= some || sending.isDone());
			}
			long before = number(FELL_OUT, monitor.awaitStatus(text -> text.contains("fell out") || sending.isDone()));
			long begun = System.nanoTime();
			try (UiStalls watched = UiStalls.watch(stalls)) {
				int looks = Math.max(4, Math.min(60, SECONDS / 10));
				for (int look = 0; look <= looks; look++) {
					long due = begun + TimeUnit.SECONDS.toNanos(SECONDS) * look / looks;
					Until.holds("the time for a look", () -> System.nanoTime() >= due || sending.isDone());
					heap.add(used());
				}
				watched.report("a steady rate");
			}
			long took = System.nanoTime() - begun;
			long sent = sending.get(2, TimeUnit.MINUTES);
			String status = monitor.awaitStatus(text -> number(FELL_OUT, text) == sent - KEPT);
			System.out.println("Monitor at a steady rate: " + (sent - KEPT - before) * TimeUnit.SECONDS.toNanos(1) / took + " messages a second for "
					+ TimeUnit.NANOSECONDS.toSeconds(took) + " s beyond the first " + KEPT + "; heap in MB " + heap.stream().map(bytes -> bytes >> 20).toList()
					+ "; longest work of the UI thread " + stalls + " ms; " + status);
			assertTrue(status.contains("100,000 messages"), status);
			assertEquals(sent, KEPT + number(FELL_OUT, status));
		}
		long first = Math.max(heap.get(0), heap.get(1));
		long last = heap.get(heap.size() - 1);
		assertTrue(last < first + GROWTH, () -> "Heap in bytes: " + heap);
		assertTrue(stalls.values().stream().allMatch(millis -> millis < TOLERATED_MILLIS), () -> "UI stalls in ms: " + stalls);
	}

	private static CompletableFuture<Long> send(SendSteadily operation) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		}, task -> new Thread(task, "device").start());
	}

	/** 0 where the line does not say it. */
	private static long number(Pattern pattern, String status) {
		Matcher matcher = pattern.matcher(status);
		return matcher.matches() ? Long.parseLong(matcher.group(1).replaceAll("[^0-9]", "")) : 0;
	}

	/** After what nobody holds is gone. */
	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}
}
