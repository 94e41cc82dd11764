// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.channel.Channel;

/** What is to be done on a channel's thread, soon; what comes together has one turn of the engine. Safe to use from any thread. */
final class ChannelWork {

	private final Channel channel;
	private final Runnable turn;
	private final Queue<Runnable> actions = new ConcurrentLinkedQueue<>();
	private final AtomicBoolean scheduled = new AtomicBoolean();
	/** Read and written on the channel's thread. */
	private boolean ended;

	/** @param turn lets the engine say what it has to */
	ChannelWork(Channel channel, Runnable turn) {
		this.channel = channel;
		this.turn = turn;
	}

	/** Does this, unless the connection is gone by then. */
	void later(Runnable action) {
		always(() -> {
			if (!ended) {
				action.run();
			}
		});
	}

	/** Does this, also when the connection is gone by then. */
	void always(Runnable action) {
		actions.add(action);
		if (scheduled.compareAndSet(false, true)) {
			channel.eventLoop().execute(this::run);
		}
	}

	private void run() {
		scheduled.set(false);
		for (Runnable next = actions.poll(); next != null; next = actions.poll()) {
			next.run();
		}
		turn.run();
	}

	/** The connection is gone. */
	void end() {
		ended = true;
	}

	boolean isEnded() {
		return ended;
	}
}
