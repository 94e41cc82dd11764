// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;

/** Our client reading what the built-in endpoint has, from the first message to the last, again and again. */
final class ClientEvents implements Subject {

	private final AmqpHub hub;

	ClientEvents(Setup setup) throws Exception {
		hub = ClientCommands.hub(setup);
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long done = 0;
		do {
			done += all();
		} while (System.nanoTime() < end);
		return done;
	}

	private int all() throws Exception {
		Counting counting = new Counting();
		try (TelemetrySubscription reading = hub.telemetry(TelemetryRequest.of(TelemetryRequest.DEFAULT_GROUP, new StartPosition.Earliest()), counting)) {
			return counting.all.get();
		}
	}

	private static final class Counting implements TelemetryListener {

		private final AtomicInteger count = new AtomicInteger();
		private final CompletableFuture<Integer> all = new CompletableFuture<>();

		@Override
		public void messages(List<TelemetryMessage> batch) {
			for (TelemetryMessage message : batch) {
				if (message.sender() == null || message.body().size() != Payload.BYTES.length) {
					all.completeExceptionally(new IllegalStateException("Another message than those that were sent"));
				}
			}
			if (count.addAndGet(batch.size()) >= Work.READ) {
				all.complete(count.get());
			}
		}

		@Override
		public void failed(TelemetryFailure why) {
			all.completeExceptionally(why.exception());
		}
	}

	@Override
	public void close() {
		hub.close();
	}
}
