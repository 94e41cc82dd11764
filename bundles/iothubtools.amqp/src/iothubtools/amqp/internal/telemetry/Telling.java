// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.EventLoop;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryMessage;

/**
 * Tells a listener what there is, one thing after another. It may take its time: what is to be told waits here, and there is a limit to
 * that. The thread is there while there is something to tell, and a few seconds longer.
 */
final class Telling {

	/** Bytes that may wait. */
	private static final long MOST = 4L * 1024 * 1024;
	/** What a message takes besides its bytes. */
	private static final int EACH = 200;
	private static final int BATCH = 500;
	private static final long BATCH_BYTES = 1024L * 1024;
	private static final long IDLE_SECONDS = 5;

	private record Taken(PartitionProgress partition, byte[] bytes) {
		long size() {
			return bytes.length + (long) EACH;
		}
	}

	private final TelemetryListener listener;
	private final Runnable whenRoom;
	private final ThreadPoolExecutor thread;
	private final TelemetryDecoder decoder = new TelemetryDecoder();
	private final CompletableFuture<@Nullable Void> quiet = new CompletableFuture<>();

	// from here on guarded by this
	private final Deque<Taken> messages = new ArrayDeque<>();
	/** What else is to be told, and after how many messages. */
	private final Deque<Event> events = new ArrayDeque<>();
	private long added;
	private long removed;
	private long held;
	/** Whether somebody waits for room. */
	private boolean full;
	private boolean running;
	private boolean closed;

	private record Event(long after, Consumer<TelemetryListener> what) {
	}

	/**
	 * @param whenRoom runs, on the listener's thread, when there was no room for more messages and is again
	 */
	Telling(String name, TelemetryListener listener, Runnable whenRoom) {
		this.listener = listener;
		this.whenRoom = whenRoom;
		thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
			Thread made = new Thread(task, name);
			made.setDaemon(true);
			return made;
		});
		thread.allowCoreThreadTimeOut(true);
	}

	/** One more message; whether there is room is for whoever adds to ask before. */
	synchronized void add(PartitionProgress partition, byte[] bytes) {
		if (!closed) {
			Taken taken = new Taken(partition, bytes);
			messages.add(taken);
			added++;
			held += taken.size();
			start();
		}
	}

	/** Whether messages may be added; where not, it is said when they may, also if others who ask in between find room. */
	synchronized boolean hasRoom() {
		boolean room = held < MOST;
		full |= !room;
		return room;
	}

	/** Tells something else after what came before. */
	synchronized void tell(Consumer<TelemetryListener> what) {
		if (!closed) {
			events.add(new Event(added, what));
			start();
		}
	}

	/** Tells nothing more. */
	void close() {
		boolean idle;
		synchronized (this) {
			closed = true;
			messages.clear();
			events.clear();
			thread.shutdown();
			idle = !running;
		}
		if (idle) {
			quiet.complete(null);
		}
	}

	/** Completes when it was closed and the listener is in no call any more; on any thread. */
	CompletableFuture<@Nullable Void> quiet() {
		return quiet;
	}

	private void start() {
		if (!running) {
			running = true;
			thread.execute(this::run);
		}
	}

	private void run() {
		List<Taken> batch = new ArrayList<>();
		for (Event event = next(batch); event != null || !batch.isEmpty(); event = next(batch)) {
			guarded(event == null ? told -> messages(told, batch) : event.what());
			done(batch);
		}
		boolean over;
		synchronized (this) {
			over = closed && !running;
		}
		if (over) {
			quiet.complete(null);
		}
	}

	/** What is to be told next: some messages, or something else; neither when there is nothing. */
	private synchronized @Nullable Event next(List<Taken> batch) {
		batch.clear();
		Event event = events.peek();
		if (event != null && event.after() <= removed) {
			return events.remove();
		}
		long most = event == null ? Long.MAX_VALUE : event.after() - removed;
		long bytes = 0;
		while (!messages.isEmpty() && batch.size() < Math.min(most, BATCH) && bytes < BATCH_BYTES) {
			Taken taken = messages.remove();
			bytes += taken.size();
			batch.add(taken);
		}
		removed += batch.size();
		running = !batch.isEmpty();
		return null;
	}

	private void messages(TelemetryListener told, List<Taken> batch) {
		List<TelemetryMessage> read = new ArrayList<>(batch.size());
		for (Taken taken : batch) {
			TelemetryMessage message = decoder.read(taken.partition().id(), taken.bytes());
			if (message != null && taken.partition().tell(message.position())) {
				read.add(message);
			}
		}
		if (!read.isEmpty()) {
			told.messages(read);
		}
	}

	private void done(List<Taken> batch) {
		boolean room;
		synchronized (this) {
			for (Taken taken : batch) {
				held -= taken.size();
			}
			room = full && held < MOST / 2;
			full &= !room;
		}
		if (room) {
			whenRoom.run();
		}
	}

	/** What a listener throws does not end what it is told. */
	private void guarded(Consumer<TelemetryListener> what) {
		EventLoop.guarded(() -> what.accept(listener));
	}
}
