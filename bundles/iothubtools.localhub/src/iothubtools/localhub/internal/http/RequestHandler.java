// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.ArrayDeque;
import java.util.Queue;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.net.Answers;
import iothubtools.localhub.internal.net.Closing;

/** The requests of one connection, answered one after another in the order they came. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class RequestHandler extends SimpleChannelInboundHandler<CollectedRequest> {

	/** Beyond so many waiting requests, or so many bytes of them, nothing more is read from the connection. */
	private static final int MOST_WAITING = 64;
	private static final int MOST_WAITING_BYTES = 1024 * 1024;

	private final Replies replies;
	private final Reading reading;
	private final Answers answers;
	/** Requests that came while one is being answered; they hold their bodies until it is their turn. */
	private final Queue<CollectedRequest> waiting = new ArrayDeque<>();
	private int waitingBytes;
	private final ResponseSender sender = new ResponseSender();
	/** Stays so after a response that nothing can follow. */
	private boolean answering;
	/** The request that is being answered, null when that is done. */
	private @Nullable Exchange current;

	RequestHandler(Replies replies, Reading reading, Answers answers) {
		this.replies = replies;
		this.answers = answers;
		this.reading = reading;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, CollectedRequest request) {
		waiting.add(request);
		waitingBytes += request.body().length;
		answerNext(ctx);
		reading.isBehind(isBehind());
	}

	private boolean isBehind() {
		return waiting.size() > MOST_WAITING || waitingBytes > MOST_WAITING_BYTES;
	}

	private void answerNext(ChannelHandlerContext ctx) {
		CollectedRequest request = answering || !ctx.channel().isWritable() ? null : waiting.poll();
		if (request == null) {
			return;
		}
		waitingBytes -= request.body().length;
		if (waiting.isEmpty()) {
			reading.isBehind(false);
		}
		answering = true;
		Exchange exchange = request.exchange();
		Response refusal = exchange.refusal();
		if (refusal != null) {
			send(ctx, refusal, exchange.isKeepAlive());
		} else {
			current = exchange;
			exchange.answer(request.body()).thenAccept(response -> {
				request.release();
				answers.run(ctx.executor(), () -> send(ctx, response, exchange.isKeepAlive()));
			});
		}
	}

	private void send(ChannelHandlerContext ctx, Response response, boolean keepAlive) {
		current = null;
		answering = !sender.send(ctx, response, keepAlive);
		answerNext(ctx);
	}

	/** Who does not read its responses is not read from either, and what it sent before waits. */
	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		reading.update();
		answerNext(ctx);
		ctx.fireChannelWritabilityChanged();
	}

	/** The client has begun a request, or opened the connection for one, and does not go on. True when that is no reason to end. */
	boolean isLate(ChannelHandlerContext ctx, boolean heard) {
		if (answering || !waiting.isEmpty()) {
			return true;
		}
		if (heard) {
			send(ctx, replies.error(new HubError(ErrorCode.REQUEST_TIMEOUT,
					"The rest of the request did not come in time: send it without a break, or in smaller parts.")), false);
		} else {
			Closing.close(ctx.channel());
		}
		return false;
	}

	/** Nothing was sent and nothing came for long: no request, or nobody who reads the response. */
	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof IdleStateEvent && !sender.isStreaming() && (!answering || isUnread(ctx))) {
			Closing.close(ctx.channel());
		}
		ctx.fireUserEventTriggered(event);
	}

	private static boolean isUnread(ChannelHandlerContext ctx) {
		ChannelOutboundBuffer unsent = ctx.channel().unsafe().outboundBuffer();
		return unsent != null && unsent.totalPendingWriteBytes() > 0;
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		forgetWaiting();
		Exchange abandoned = current;
		if (abandoned != null) {
			abandoned.isAbandoned();
		}
		sender.close();
	}

	/** The connection goes on as one of WebSocket. */
	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		forgetWaiting();
	}

	private void forgetWaiting() {
		waiting.forEach(CollectedRequest::release);
		waiting.clear();
		waitingBytes = 0;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		Closing.closeAfter(ctx.channel(), cause);
	}
}
