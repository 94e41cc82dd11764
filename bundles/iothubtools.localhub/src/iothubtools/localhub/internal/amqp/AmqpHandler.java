// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.engine.TransportException;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Future;

import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.settings.ConnectionLimits;

/** Hands the frames of a client to the engine, and to the client what the engine makes. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class AmqpHandler extends SimpleChannelInboundHandler<ByteBuf> {

	/** The name of the handler that ends a connection on which nothing comes before it is open. */
	static final String SILENCE = "silence";

	/** Written at once at most; some WebSocket clients take no larger frames. */
	private static final int MOST_WRITTEN = 32 * 1024;
	private static final int MOST_SESSIONS = 8191;
	/** How soon to look again whether a client is silent of whom the hub itself reads nothing. */
	private static final long LOOK_AGAIN_MILLIS = 1000;

	private final Transport transport = Proton.transport();
	private final Collector events = Proton.collector();
	private final AmqpConnection connection;
	private @Nullable Future<?> nextTick;
	private boolean dispatching;
	private boolean ended;
	/** A frame broke a rule that the engine does not look at: it may not be fed any more. */
	private boolean broken;

	AmqpHandler(Channel channel, AmqpServices hub, ConnectionLimits limits) {
		Connection endpoint = Proton.connection();
		endpoint.collect(events);
		connection = new AmqpConnection(channel, endpoint, hub, limits, () -> turn(channel));
		HandleGuard.watch(transport);
		transport.setMaxFrameSize(FrameDecoder.MAX_FRAME);
		transport.setChannelMax(MOST_SESSIONS);
		// four minutes as a rule, as at the service
		transport.setIdleTimeout((int) Math.min(Integer.MAX_VALUE, 2 * limits.idle().toMillis()));
		new SaslNegotiation(connection).of(transport);
		transport.bind(endpoint);
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, ByteBuf frame) {
		if (ended || broken) {
			return;
		}
		try {
			while (frame.isReadable() && !broken && transport.capacity() > 0) {
				ByteBuffer tail = transport.tail();
				int limit = tail.limit();
				tail.limit(tail.position() + Math.min(tail.remaining(), frame.readableBytes()));
				frame.readBytes(tail);
				tail.limit(limit);
				process();
				dispatch(ctx.channel());
			}
		} catch (TransportException e) {
			// the engine tells the client why, and is closed
			dispatch(ctx.channel());
		}
	}

	/** The engine relies on clients that keep the rules: a handle that nobody attached, for instance, is null to it. */
	private void process() {
		try {
			transport.process();
		} catch (TransportException e) {
			throw e;
		} catch (RuntimeException e) {
			broken = true;
			connection.refuse(AmqpErrors.of("amqp:connection:framing-error", "A frame breaks the rules of AMQP."));
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		connection.turns().more();
		write(ctx.channel());
		ctx.fireChannelReadComplete();
	}

	/** Something happened on this side: the engine may have something to say. */
	private void turn(Channel channel) {
		if (!ended) {
			connection.turns().more();
			dispatch(channel);
			write(channel);
		}
	}

	/** What is done about an event may let more frames in, whose events are then next. */
	private void dispatch(Channel channel) {
		if (dispatching) {
			return;
		}
		dispatching = true;
		boolean opened = false;
		boolean begun = false;
		try {
			for (Event event = events.peek(); event != null && !ended; event = events.peek()) {
				opened |= event.getType() == Event.Type.CONNECTION_REMOTE_OPEN;
				begun |= event.getType() == Event.Type.SESSION_REMOTE_OPEN || event.getType() == Event.Type.LINK_REMOTE_OPEN;
				connection.handle(event);
				events.pop();
			}
		} finally {
			dispatching = false;
		}
		if (opened && !ended) {
			channel.pipeline().remove(SILENCE);
			tick(channel);
		}
		if (begun && !ended) {
			// the engine answers at once: what the client ends before that has no number any more to answer with
			transport.pending();
		}
	}

	private void write(Channel channel) {
		if (ended) {
			return;
		}
		int pending = channel.isWritable() ? transport.pending() : 0;
		boolean written = pending > 0;
		while (pending > 0 && channel.isWritable()) {
			int size = Math.min(pending, MOST_WRITTEN);
			ByteBuffer head = transport.head();
			head.limit(head.position() + size);
			channel.write(channel.alloc().buffer(size).writeBytes(head));
			transport.pop(size);
			pending = transport.pending();
		}
		channel.flush();
		if (pending == 0 && channel.isWritable()) {
			connection.free();
		}
		if (pending < 0 || broken && pending == 0) {
			Closing.close(channel);
		} else if (channel.isWritable() && connection.turns().hasMore(written)) {
			// what was waiting for room
			channel.eventLoop().execute(() -> turn(channel));
		}
	}

	/** Ends the connection of a client that is silent for too long, and lets it hear that the hub is there. */
	private void tick(Channel channel) {
		if (ended) {
			return;
		}
		long wait = LOOK_AGAIN_MILLIS;
		if (channel.config().isAutoRead()) {
			long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
			long deadline = transport.tick(now);
			wait = deadline == 0 ? 0 : Math.max(1, deadline - now);
			turn(channel);
		}
		if (wait > 0 && !ended) {
			nextTick = channel.eventLoop().schedule(() -> tick(channel), wait, TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		if (!ended) {
			connection.writabilityChanged();
			turn(ctx.channel());
		}
		ctx.fireChannelWritabilityChanged();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		ended = true;
		Future<?> tick = nextTick;
		if (tick != null) {
			tick.cancel(false);
		}
		connection.ended();
		ctx.fireChannelInactive();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		Closing.closeAfter(ctx.channel(), cause);
	}
}
