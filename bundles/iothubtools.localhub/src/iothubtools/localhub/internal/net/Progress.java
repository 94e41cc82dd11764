// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;

import iothubtools.localhub.settings.ConnectionLimits;

/**
 * Whether what a client has begun - a handshake, a request, a packet - comes to its end: it may neither stop for long nor come
 * drop by drop. Looks at the time only when something is left open after all that came was dealt with. Used on the channel's own
 * thread.
 */
public final class Progress {

	private final Channel channel;
	private final long stall;
	private final long nanosPerByte;
	private final Runnable late;
	private boolean open;
	/** Something of it has come. */
	private boolean heard;
	private boolean moved;
	private boolean timed;
	private long bytes;
	private long since;
	private long last;
	private @Nullable Future<?> look;

	/** With what is done when it takes too long; it may let it begin again. */
	public Progress(Channel channel, ConnectionLimits limits, Runnable late) {
		this.channel = channel;
		this.stall = limits.stall().toNanos();
		this.nanosPerByte = TimeUnit.SECONDS.toNanos(1) / limits.bytesPerSecond();
		this.late = late;
	}

	/** From now on something is waited for. */
	public void begins() {
		open = true;
		timed = false;
		bytes = 0;
	}

	/** The client sent so many bytes; when nothing was waited for they begin something. */
	public void received(int count) {
		if (!open) {
			begins();
		}
		bytes += count;
		heard = true;
		moved = true;
	}

	/** What was waited for is here. */
	public void ends() {
		open = false;
		heard = false;
	}

	/** Whether the client has sent a part of what is waited for. */
	public boolean isHeard() {
		return open && heard;
	}

	/** All that came is dealt with: if something is still open, its time runs. */
	public void rest() {
		if (open) {
			long now = System.nanoTime();
			if (!timed) {
				timed = true;
				since = now;
				last = now;
			} else if (moved) {
				last = now;
			}
			if (look == null) {
				await(now);
			}
		}
		moved = false;
	}

	private void await(long now) {
		look = channel.eventLoop().schedule(this::look, Math.max(left(now), 0), TimeUnit.NANOSECONDS);
	}

	private long left(long now) {
		return Math.min(last + stall - now, since + stall + bytes * nanosPerByte - now);
	}

	private void look() {
		look = null;
		if (!open || !timed) {
			return;
		}
		long now = System.nanoTime();
		if (!channel.config().isAutoRead()) {
			// it is the hub that does not read
			begins();
			rest();
		} else if (left(now) > 0) {
			await(now);
		} else {
			late.run();
		}
	}

	/** The channel is gone. */
	void close() {
		open = false;
		Future<?> pending = look;
		if (pending != null) {
			pending.cancel(false);
			look = null;
		}
	}
}
