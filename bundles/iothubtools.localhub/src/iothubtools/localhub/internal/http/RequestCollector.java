// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.net.PeerCertificates;
import iothubtools.localhub.internal.net.Room;

/**
 * Collects the bodies of requests, chunked or not. Whether a request may be is decided by its head: the body of one that is
 * refused is dropped as it comes. A body that is not small takes its part of the room for those of all connections first, and
 * is not read before there is so much.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class RequestCollector extends SimpleChannelInboundHandler<HttpObject> {

	/** More than any message or bulk call of the service may have; smaller limits are the operations' own. */
	private static final int MOST = 8 * 1024 * 1024;
	/** A body up to here takes no more than a connection does anyway. */
	private static final int SMALL = 16 * 1024;

	private final Replies replies;
	private final Room room;
	private final long patienceMillis;
	private final Reading reading;
	/** What TLS found out about the other end, asked for at the first request. */
	private @Nullable List<X509Certificate> certificates;
	/** The request whose body is collected. */
	private @Nullable Exchange exchange;
	private BodyBytes body = new BodyBytes(0);
	private Room.@Nullable Share share;
	private @Nullable Future<?> patience;
	private boolean dropping;

	/** @param patienceMillis how long a request waits for room at most */
	RequestCollector(Replies replies, Room room, long patienceMillis, Reading reading) {
		this.replies = replies;
		this.room = room;
		this.patienceMillis = patienceMillis;
		this.reading = reading;
	}

	/** Whether what comes belongs to a request that is answered already. */
	boolean isDropping() {
		return dropping;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, HttpObject object) {
		if (object instanceof HttpRequest head) {
			begin(ctx, head);
		}
		if (object instanceof HttpContent content) {
			if (exchange != null) {
				add(ctx, content);
			}
			if (object instanceof LastHttpContent) {
				dropping = false;
			}
		}
	}

	private void begin(ChannelHandlerContext ctx, HttpRequest head) {
		Exchange next = replies.begin(head, certificates(ctx));
		boolean chunked = HttpUtil.isTransferEncodingChunked(head);
		long length = chunked ? MOST : HttpUtil.getContentLength(head, 0L);
		boolean expects = HttpUtil.is100ContinueExpected(head);
		if (next.refusal() != null) {
			if (expects || length > MOST) {
				next.isLast();
			}
			refuse(ctx, next);
		} else if (length > MOST) {
			refuse(ctx, tooLarge());
		} else {
			exchange = next;
			body = new BodyBytes((int) length);
			if (length > SMALL && !takeRoom(ctx, length, expects)) {
				return;
			}
			if (expects) {
				sendContinue(ctx);
			}
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

	/** False when it has to wait, and nothing is read until then. */
	private boolean takeRoom(ChannelHandlerContext ctx, long length, boolean expects) {
		Exchange waiting = exchange;
		Room.Share taken = room.take(length, () -> ctx.executor().execute(() -> granted(ctx, waiting, expects)));
		share = taken;
		if (taken.isTaken()) {
			return true;
		}
		reading.isWaiting(true);
		patience = ctx.executor().schedule(() -> refuse(ctx, Exchange.refused(false, replies.error(new HubError(ErrorCode.SERVER_BUSY,
				"The hub has no room for this request, as too many large ones have not come to their end. Try again later.")))),
				patienceMillis, TimeUnit.MILLISECONDS);
		return false;
	}

	private void granted(ChannelHandlerContext ctx, @Nullable Exchange waiting, boolean expects) {
		// it may be refused meanwhile, or its connection be gone
		if (waiting != null && waiting == exchange && waitsNoMore()) {
			if (expects) {
				sendContinue(ctx);
			}
			reading.isWaiting(false);
		}
	}

	private boolean waitsNoMore() {
		Future<?> pending = patience;
		patience = null;
		return pending != null && pending.cancel(false);
	}

	private static void sendContinue(ChannelHandlerContext ctx) {
		ctx.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER),
				ctx.voidPromise());
	}

	private void add(ChannelHandlerContext ctx, HttpContent content) {
		Exchange collecting = exchange;
		if (collecting == null) {
			return;
		}
		if (content.decoderResult().isFailure()) {
			refuse(ctx, Exchange.refused(false, replies.error(HubError.argumentInvalid("The request is not valid HTTP."))));
		} else if (!body.add(content.content())) {
			refuse(ctx, tooLarge());
		} else if (content instanceof LastHttpContent) {
			byte[] all = body.all();
			Room.Share taken = share;
			if (taken != null) {
				taken.shrink(all.length);
			}
			// whose answer gives the room back
			share = null;
			forget();
			ctx.fireChannelRead(new CollectedRequest(collecting, all, taken));
		}
	}

	private Exchange tooLarge() {
		return Exchange.refused(false, replies.error(
				new HubError(ErrorCode.MESSAGE_TOO_LARGE, "The request body is larger than " + MOST + " bytes.")));
	}

	/** Answers a request without its body. */
	private void refuse(ChannelHandlerContext ctx, Exchange refused) {
		dropping = true;
		forget();
		ctx.fireChannelRead(new CollectedRequest(refused));
		reading.isWaiting(false);
	}

	private void forget() {
		exchange = null;
		body = new BodyBytes(0);
		waitsNoMore();
		Room.Share taken = share;
		share = null;
		if (taken != null) {
			taken.close();
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		forget();
		ctx.fireChannelInactive();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		forget();
	}
}
