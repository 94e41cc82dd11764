// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;

import iothubtools.localhub.internal.exchange.Delivery;

/** Sends the responses of one connection, each in the way it is to be delivered. */
final class ResponseSender {

	private @Nullable StreamSender stream;

	/** Sends a response; false when nothing can follow it on this connection. */
	boolean send(ChannelHandlerContext ctx, Response response, boolean keepAlive) {
		if (response.delivery() instanceof Delivery.Streamed streamed) {
			sendStream(ctx, response.message(), streamed);
			return false;
		}
		if (response.delivery() == Delivery.Way.WHOLE) {
			return sendWhole(ctx, response.message(), keepAlive);
		}
		if (response.delivery() == Delivery.Way.TRUNCATED && response.message().content().isReadable()) {
			sendHalf(ctx, response.message());
		} else {
			response.message().release();
			ctx.close();
		}
		return false;
	}

	private static boolean sendWhole(ChannelHandlerContext ctx, FullHttpResponse message, boolean keepAlive) {
		boolean stays = keepAlive
				&& !message.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
		HttpUtil.setKeepAlive(message, stays);
		if (stays) {
			ctx.writeAndFlush(message, ctx.voidPromise());
		} else {
			ctx.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
		}
		return stays;
	}

	/** The head promises the whole body. */
	private static void sendHalf(ChannelHandlerContext ctx, FullHttpResponse message) {
		ByteBuf body = message.content();
		ctx.write(head(message));
		ctx.writeAndFlush(new DefaultHttpContent(body.readSlice(body.readableBytes() / 2)))
				.addListener(ChannelFutureListener.CLOSE);
	}

	private void sendStream(ChannelHandlerContext ctx, FullHttpResponse message, Delivery.Streamed streamed) {
		HttpResponse head = head(message);
		message.release();
		if (!ctx.channel().isActive()) {
			return; // nobody would close the stream
		}
		head.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
		HttpUtil.setTransferEncodingChunked(head, true);
		ctx.writeAndFlush(head, ctx.voidPromise());
		StreamSender sender = new StreamSender(ctx, streamed.body());
		stream = sender;
		sender.start();
	}

	private static HttpResponse head(FullHttpResponse message) {
		return new DefaultHttpResponse(message.protocolVersion(), message.status(), message.headers());
	}

	/** Whether the response is one that goes on. */
	boolean isStreaming() {
		return stream != null;
	}

	/** The connection is gone. */
	void close() {
		StreamSender sender = stream;
		if (sender != null) {
			sender.close();
		}
	}
}
