// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.qpid.proton.amqp.Symbol;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpAccess;
import iothubtools.amqp.internal.Backoff;
import iothubtools.amqp.internal.ClockCheck;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.errors.ConnectionException;

/** Reads telemetry for one listener, by as many attempts as it takes. On the loop's thread, but for what is the subscription's. */
public final class TelemetryReader implements TelemetrySubscription, TelemetryAttempt.Owner {

	/** A connection that lasted so long was a good one. */
	private static final Duration GOOD = Duration.ofSeconds(10);

	private final EventLoop loop;
	private final AmqpAccess hub;
	private final TelemetryRequest request;
	private final Consumer<TelemetryReader> whenEnded;
	private final Telling telling;
	private final TelemetryDecoder decoder = new TelemetryDecoder();
	private final Map<String, PartitionProgress> progress = new ConcurrentHashMap<>();
	private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
	private final Backoff backoff;
	private @Nullable TelemetryAttempt attempt;
	private boolean everOpened;
	private long opened;
	private boolean over;

	/** @param whenEnded hears when nothing is read any more, on the loop's thread */
	public TelemetryReader(EventLoop loop, AmqpAccess hub, TelemetryRequest request, TelemetryListener listener, Consumer<TelemetryReader> whenEnded) {
		this.loop = loop;
		this.hub = hub;
		this.request = request;
		this.whenEnded = whenEnded;
		backoff = Backoff.towards(hub.host().name());
		// who goes on has read there before: the hub is waited for
		everOpened = request.start() instanceof StartPosition.AfterOffsets;
		telling = new Telling("IoT Hub telemetry " + hub.host().name(), listener, () -> loop.submit(this::take));
	}

	public void begin() {
		if (!over) {
			TelemetryAttempt next = new TelemetryAttempt(loop, hub, request, this);
			attempt = next;
			next.begin();
		}
	}

	/** Ends it without a word to the listener. */
	public void end() {
		over = true;
		TelemetryAttempt current = attempt;
		attempt = null;
		if (current != null) {
			current.end();
		}
		telling.close();
		whenEnded.accept(this);
		ended.complete(null);
	}

	@Override
	public void close() {
		// also where the loop has ended
		telling.close();
		ended.complete(null);
		loop.submit(this::end);
	}

	@Override
	public CompletableFuture<@Nullable Void> ended() {
		return ended.copy();
	}

	@Override
	public CompletableFuture<StartPosition> settled() {
		return ended.thenCombine(telling.quiet(), (end, quiet) -> resumption());
	}

	@Override
	public StartPosition resumption() {
		Map<String, String> offsets = new LinkedHashMap<>();
		StartPosition others = request.start();
		if (others instanceof StartPosition.AfterOffsets known) {
			offsets.putAll(known.offsets());
			others = known.others();
		}
		progress.forEach((partition, how) -> {
			String offset = how.told();
			if (offset != null) {
				offsets.put(partition, offset);
			}
		});
		return offsets.isEmpty() ? others : new StartPosition.AfterOffsets(offsets, others);
	}

	@Override
	public boolean hasRoom() {
		return telling.hasRoom();
	}

	@Override
	public void taken(PartitionProgress from, byte[] message) {
		from.take(message);
		telling.add(from, message);
	}

	private void take() {
		TelemetryAttempt current = attempt;
		if (current != null) {
			current.take();
		}
	}

	@Override
	public PartitionProgress progress(String partition) {
		return progress.computeIfAbsent(partition, PartitionProgress::new);
	}

	@Override
	public @Nullable Map<Symbol, Object> start(PartitionProgress from) {
		String offset = from.taken(decoder);
		return offset == null ? StartSelector.of(request.start(), from.id()) : StartSelector.behind(offset);
	}

	@Override
	public void opened(TelemetryEndpoint endpoint) {
		everOpened = true;
		opened = System.nanoTime();
		telling.tell(listener -> listener.reading(endpoint));
	}

	@Override
	public void partitionEnded(PartitionProgress from, TelemetryFailure why) {
		telling.tell(listener -> listener.partitionEnded(from.id(), why));
	}

	@Override
	public void ended(TelemetryAttempt by, TelemetryFailure why) {
		if (over || attempt != by) {
			return;
		}
		attempt = null;
		// a person may mend at once what stands in the way from the beginning
		if (TelemetryFailures.isPassing(why) && (everOpened || !(why.exception() instanceof ConnectionException))) {
			if (opened != 0 && System.nanoTime() - opened > GOOD.toNanos()) {
				backoff.reset();
			}
			opened = 0;
			Duration pause = backoff.next();
			telling.tell(listener -> listener.waiting(why, pause));
			loop.in(pause, this::begin);
		} else if (why.reason() == TelemetryFailure.Reason.UNAUTHORIZED && request.endpoint() == null) {
			ClockCheck.run(hub).thenAccept(off -> loop.submit(() -> fail(
					off == null ? why : new TelemetryFailure(TelemetryFailure.Reason.CLOCK_OFF, why.host(), off))));
		} else {
			fail(why);
		}
	}

	private void fail(TelemetryFailure why) {
		if (over) {
			return;
		}
		over = true;
		telling.tell(listener -> {
			try {
				listener.failed(why);
			} finally {
				loop.submit(this::end);
			}
		});
	}
}
