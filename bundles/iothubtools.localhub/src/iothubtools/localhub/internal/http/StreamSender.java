// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;

import iothubtools.localhub.internal.exchange.BodyStream;

/** Sends a body that goes on, a part at a time: the next is taken when the one before has left for the network. */
final class StreamSender {

	private final ChannelHandlerContext ctx;
	private final BodyStream body;
	private boolean sending;
	private boolean closed;

	StreamSender(ChannelHandlerContext ctx, BodyStream body) {
		this.ctx = ctx;
		this.body = body;
	}

	void start() {
		body.open(() -> ctx.executor().execute(this::sendNext));
		sendNext();
	}

	/** On the connection's own thread. */
	private void sendNext() {
		if (sending || closed) {
			return;
		}
		byte[] part = body.take();
		if (part.length > 0) {
			sending = true;
			ctx.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(part))).addListener(sent -> {
				sending = false;
				if (sent.isSuccess()) {
					sendNext();
				}
			});
		}
	}

	/** The connection is gone. */
	void close() {
		closed = true;
		body.close();
	}
}
