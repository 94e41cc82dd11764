// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryMessage;

/** Keeps what a reader of telemetry hears, for a test that waits for it. */
class Heard implements TelemetryListener {

	private static final long SECONDS = 60;

	private final BlockingQueue<TelemetryMessage> messages = new LinkedBlockingQueue<>();
	private final BlockingQueue<TelemetryEndpoint> endpoints = new LinkedBlockingQueue<>();
	private final BlockingQueue<TelemetryFailure> waits = new LinkedBlockingQueue<>();
	private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
	private final CompletableFuture<TelemetryFailure> failure = new CompletableFuture<>();
	private final Set<Thread> threads = new HashSet<>();

	@Override
	public void messages(List<TelemetryMessage> batch) {
		threads.add(Thread.currentThread());
		messages.addAll(batch);
	}

	@Override
	public void reading(TelemetryEndpoint endpoint) {
		endpoints.add(endpoint);
	}

	@Override
	public void waiting(TelemetryFailure why, Duration after) {
		waits.add(why);
	}

	@Override
	public void partitionEnded(String partition, TelemetryFailure why) {
		ended.add(partition + " " + why.reason());
	}

	@Override
	public void failed(TelemetryFailure why) {
		failure.complete(why);
	}

	/** Waits until all partitions are open, one more time. */
	TelemetryEndpoint reading() throws InterruptedException {
		return got(endpoints);
	}

	/** Waits until all partitions are open or it has failed; whether they are. */
	boolean readsAtAll() throws InterruptedException {
		while (!hasFailed()) {
			if (endpoints.poll(100, TimeUnit.MILLISECONDS) != null) {
				return true;
			}
		}
		return false;
	}

	TelemetryFailure waiting() throws InterruptedException {
		return got(waits);
	}

	/** How often it had to wait that nobody asked for yet. */
	int waits() {
		return waits.size();
	}

	/** Whether it reads on for a while without having to wait. */
	boolean readsOnFor(Duration time) throws InterruptedException {
		return waits.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null && !hasFailed();
	}

	String partitionEnded() throws InterruptedException {
		return got(ended);
	}

	TelemetryFailure failed() throws Exception {
		return failure.get(SECONDS, TimeUnit.SECONDS);
	}

	boolean hasFailed() {
		return failure.isDone();
	}

	/** The next message. */
	TelemetryMessage message() throws InterruptedException {
		return got(messages);
	}

	/** The bodies of the next messages. */
	List<String> bodies(int count) throws InterruptedException {
		List<String> bodies = new ArrayList<>();
		while (bodies.size() < count) {
			TelemetryMessage next = messages.poll(SECONDS, TimeUnit.SECONDS);
			assertNotNull(next, () -> "only " + bodies + "; " + (hasFailed() ? failure.join() : waits));
			bodies.add(next.body().text());
		}
		return bodies;
	}

	/** How many came that nobody asked for yet. */
	int left() {
		return messages.size();
	}

	private <T> T got(BlockingQueue<T> queue) throws InterruptedException {
		T next = queue.poll(SECONDS, TimeUnit.SECONDS);
		assertNotNull(next, () -> "nothing came" + (hasFailed() ? ", but " + failure.join() : ""));
		return next;
	}
}
