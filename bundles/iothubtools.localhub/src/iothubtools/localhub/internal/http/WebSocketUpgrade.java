// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

import iothubtools.localhub.internal.errors.HubError;

/**
 * Turns a connection into one of MQTT over WebSocket when a client asks for that at {@code /$iothub/websocket}, with
 * whatever query (contract §8.1). All other requests pass.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class WebSocketUpgrade extends ChannelInboundHandlerAdapter {

	private static final String PATH = "/$iothub/websocket";
	private static final String SUBPROTOCOL = "mqtt";
	/** As much as the largest MQTT packet; larger packets may come in several frames. */
	private static final int MAX_FRAME = 512 * 1024;

	private final Replies replies;
	private final Consumer<ChannelPipeline> mqtt;

	WebSocketUpgrade(Replies replies, Consumer<ChannelPipeline> mqtt) {
		this.replies = replies;
		this.mqtt = mqtt;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof FullHttpRequest request && isForWebSocket(request.uri())) {
			if (speaksMqtt(request.headers())) {
				upgrade(ctx, request);
			} else {
				request.release();
				ctx.writeAndFlush(replies.error(HubError.argumentInvalid(
						"This is a WebSocket address, the subprotocol must be " + SUBPROTOCOL + ".")).message())
						.addListener(ChannelFutureListener.CLOSE);
			}
		} else {
			ctx.fireChannelRead(message);
		}
	}

	private static boolean isForWebSocket(String uri) {
		int question = uri.indexOf('?');
		String path = question < 0 ? uri : uri.substring(0, question);
		return path.replace("%24", "$").equalsIgnoreCase(PATH);
	}

	private static boolean speaksMqtt(HttpHeaders headers) {
		for (String value : headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL)) {
			if (List.of(value.trim().split("\\s*,\\s*")).contains(SUBPROTOCOL)) {
				return true;
			}
		}
		return false;
	}

	/** Netty's own handler answers the handshake; when it is done it takes HTTP's handlers away. */
	private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request) {
		ChannelPipeline pipeline = ctx.pipeline();
		pipeline.remove(RequestHandler.class);
		pipeline.addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
				.websocketPath(request.uri()).subprotocols(SUBPROTOCOL).maxFramePayloadLength(MAX_FRAME).build()),
				new WebSocketBytes());
		mqtt.accept(pipeline);
		ctx.fireChannelRead(request);
		pipeline.remove(this);
	}
}
