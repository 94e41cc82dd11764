// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.qpid.proton.engine.Link;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;

import iothubtools.localhub.internal.net.Flow;
import iothubtools.localhub.settings.ConnectionLimits;

/**
 * The messages of a connection of which only a part has come, each on a link of its own. What has come of them is in memory, so each needs room
 * for the largest message there may be. The first waits for it, while nothing is read; a further one, whose parts come between those of the first, cannot
 * wait without the first waiting, too, for ever when all clients do so: there is room for it, or its link ends. A window of the session would not do: with a part of
 * each of several messages in it, it is closed and none of them can come to its end. Used on the channel's own thread.
 */
final class BegunMessages {

	/** Of one connection: 8 MB. */
	private static final int MOST = 25;

	private final Channel channel;
	private final Flow flow;
	private final Consumer<Link> late;
	private final long stall;
	private final long nanosPerMessage;
	private final Map<Link, Part> parts = new HashMap<>();
	private @Nullable Future<?> look;

	/** What is there of one message, since when. */
	private static final class Part {
		private final Flow.Underway room;
		private long since = System.nanoTime();

		Part(Flow.Underway room) {
			this.room = room;
		}
	}

	/**
	 * Of a connection.
	 *
	 * @param late gets a link whose message does not come to its end in time
	 */
	BegunMessages(Channel channel, Flow flow, ConnectionLimits limits, Consumer<Link> late) {
		this.channel = channel;
		this.flow = flow;
		this.late = late;
		this.stall = limits.stall().toNanos();
		this.nanosPerMessage = AmqpMessages.MOST_BYTES * (TimeUnit.SECONDS.toNanos(1) / limits.bytesPerSecond());
	}

	/** A part of a message came that was not its last. False when there is no room for that message. */
	boolean more(Link link) {
		if (parts.containsKey(link)) {
			return true;
		}
		Flow.Underway room = parts.isEmpty() ? flow.awaits(AmqpMessages.MOST_BYTES)
				: parts.size() < MOST ? flow.takes(AmqpMessages.MOST_BYTES) : null;
		if (room == null) {
			return false;
		}
		parts.put(link, new Part(room));
		await();
		return true;
	}

	/** The message of a link is here, or will never be. */
	void over(Link link) {
		Part part = parts.remove(link);
		if (part != null) {
			part.room.ends();
		}
	}

	private void await() {
		if (look == null) {
			look = channel.eventLoop().schedule(this::look, stall, TimeUnit.NANOSECONDS);
		}
	}

	/** At the least rate that a client has to keep up, all of them would be here by now. */
	private void look() {
		look = null;
		long now = System.nanoTime();
		long patience = stall + parts.size() * nanosPerMessage;
		for (Map.Entry<Link, Part> entry : List.copyOf(parts.entrySet())) {
			if (!channel.config().isAutoRead()) {
				// it is the hub that does not read
				entry.getValue().since = now;
			} else if (now - entry.getValue().since > patience) {
				late.accept(entry.getKey());
			}
		}
		if (!parts.isEmpty()) {
			await();
		}
	}

	/** The connection is gone. */
	void end() {
		List.copyOf(parts.keySet()).forEach(this::over);
		Future<?> pending = look;
		if (pending != null) {
			pending.cancel(false);
		}
	}
}
