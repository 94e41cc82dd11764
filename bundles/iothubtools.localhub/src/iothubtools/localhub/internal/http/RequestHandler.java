// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.PeerCertificates;

/** The requests of one connection, answered one after another in the order they came. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

	/** Beyond so many waiting requests nothing more is read from the connection. */
	private static final int MOST_WAITING = 64;

	private final Replies replies;
	/** Requests that came while one is being answered; they hold their buffers until it is their turn. */
	private final Queue<FullHttpRequest> waiting = new ArrayDeque<>();
	private final ResponseSender sender = new ResponseSender();
	/** Stays so after a response that nothing can follow. */
	private boolean answering;
	/** What TLS found out about the other end, asked for at the first request. */
	private @Nullable List<X509Certificate> certificates;

	RequestHandler(Replies replies) {
		this.replies = replies;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
		waiting.add(request.retain());
		if (waiting.size() > MOST_WAITING) {
			ctx.channel().config().setAutoRead(false);
		}
		answerNext(ctx);
	}

	private void answerNext(ChannelHandlerContext ctx) {
		FullHttpRequest request = answering || !ctx.channel().isWritable() ? null : waiting.poll();
		if (request == null) {
			return;
		}
		if (waiting.isEmpty() && !ctx.channel().config().isAutoRead()) {
			ctx.channel().config().setAutoRead(true);
		}
		answering = true;
		boolean keepAlive = HttpUtil.isKeepAlive(request);
		try {
			if (request.decoderResult().isFailure()) {
				send(ctx, replies.error(HubError.argumentInvalid("The request is not valid HTTP.")), false);
			} else {
				replies.answer(request, certificates(ctx)).thenAccept(
						response -> ctx.executor().execute(() -> send(ctx, response, keepAlive)));
			}
		} finally {
			request.release();
		}
	}

	private List<X509Certificate> certificates(ChannelHandlerContext ctx) {
		List<X509Certificate> known = certificates;
		if (known == null) {
			known = PeerCertificates.of(ctx.channel());
			certificates = known;
		}
		return known;
	}

	private void send(ChannelHandlerContext ctx, Response response, boolean keepAlive) {
		answering = !sender.send(ctx, response, keepAlive);
		answerNext(ctx);
	}

	/** Who does not read its responses is not read from either, and what it sent before waits: responses must not pile up. */
	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		ctx.channel().config().setAutoRead(ctx.channel().isWritable() && waiting.size() <= MOST_WAITING);
		answerNext(ctx);
		ctx.fireChannelWritabilityChanged();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		forgetWaiting();
		sender.close();
	}

	/** The connection goes on as one of WebSocket. */
	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		forgetWaiting();
	}

	private void forgetWaiting() {
		waiting.forEach(FullHttpRequest::release);
		waiting.clear();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		Closing.closeAfter(ctx.channel(), cause);
	}
}
