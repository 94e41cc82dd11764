// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.List;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** The bytes in WebSocket's frames: one stream, wherever frames begin and end. Text is against MQTT's rules. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class WebSocketBytes extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {

	WebSocketBytes() {
		super(WebSocketFrame.class, ByteBuf.class);
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, WebSocketFrame frame, List<Object> bytes) {
		if (frame instanceof TextWebSocketFrame) {
			ctx.close();
		} else {
			bytes.add(frame.content().retain());
		}
	}

	@Override
	protected void encode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> frames) {
		frames.add(new BinaryWebSocketFrame(bytes.retain()));
	}
}
