// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/**
 * Turns a connection into one of MQTT or AMQP over WebSocket when a client asks for that at {@code /$iothub/websocket}, with
 * whatever query (contract §§8.1, 8.2). Clients of Event Hubs ask at {@code /$servicebus/websocket}. All other requests pass.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class WebSocketUpgrade extends ChannelInboundHandlerAdapter {

	private static final String PATH = "/$iothub/websocket";
	private static final String EVENT_HUBS_PATH = "/$servicebus/websocket";
	private static final String MQTT = "mqtt";
	private static final String AMQP = "AMQPWSB10";
	/** As much as the largest MQTT packet; larger packets, and those of AMQP, may come in several frames. */
	private static final int MAX_FRAME = 512 * 1024;

	/** Azure's own clients of AMQP ask for the whole URL, as a proxy would want it. */
	private static final Pattern HOST = Pattern.compile("^https?://[^/]*", Pattern.CASE_INSENSITIVE);

	private final Replies replies;
	private final WebOrigin origin;
	/** What handles the bytes of a subprotocol. */
	private final Map<String, Consumer<ChannelPipeline>> protocols;
	/** A request of which the end is still to come. */
	private @Nullable HttpRequest asking;

	WebSocketUpgrade(Replies replies, WebOrigin origin, Consumer<ChannelPipeline> mqtt, Consumer<ChannelPipeline> amqp) {
		this.replies = replies;
		this.origin = origin;
		this.protocols = Map.of(MQTT, mqtt, AMQP, amqp);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof HttpRequest head && isForWebSocket(head.uri())) {
			asking = head;
		}
		HttpRequest asked = asking;
		if (asked == null) {
			ctx.fireChannelRead(message);
		} else {
			// it has no body, and one that comes all the same is dropped
			ReferenceCountUtil.release(message);
			if (message instanceof LastHttpContent) {
				asking = null;
				asked(ctx, asked);
			}
		}
	}

	private void asked(ChannelHandlerContext ctx, HttpRequest head) {
		String protocol = protocol(head);
		if (!origin.mayConnect(head.headers())) {
			refuse(ctx, new HubError(ErrorCode.FORBIDDEN_ORIGIN, "A web page may connect only if it comes from this hub itself: the header"
					+ " Origin names another. A program leaves it out, or names the hub and port it connects to."));
		} else if (protocol != null) {
			upgrade(ctx, protocol, new DefaultFullHttpRequest(head.protocolVersion(), head.method(), head.uri(), Unpooled.EMPTY_BUFFER,
					head.headers(), EmptyHttpHeaders.INSTANCE));
		} else {
			refuse(ctx, HubError.argumentInvalid("This is a WebSocket address, the subprotocol must be "
					+ (isAt(EVENT_HUBS_PATH, head.uri()) ? AMQP : MQTT + " or " + AMQP) + "."));
		}
	}

	private void refuse(ChannelHandlerContext ctx, HubError error) {
		ctx.writeAndFlush(replies.error(error).message()).addListener(ChannelFutureListener.CLOSE);
	}

	private static boolean isForWebSocket(String uri) {
		return isAt(PATH, uri) || isAt(EVENT_HUBS_PATH, uri);
	}

	private static boolean isAt(String expected, String wholeUri) {
		String uri = HOST.matcher(wholeUri).replaceFirst("");
		int question = uri.indexOf('?');
		String path = (question < 0 ? uri : uri.substring(0, question)).replace("%24", "$");
		return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).equalsIgnoreCase(expected);
	}

	/** The first that the client offers and the hub has at that path; null when there is none. */
	private @Nullable String protocol(HttpRequest head) {
		for (String value : head.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL)) {
			for (String offered : value.trim().split("\\s*,\\s*")) {
				if (offered.equals(AMQP) || offered.equals(MQTT) && isAt(PATH, head.uri())) {
					return offered;
				}
			}
		}
		return null;
	}

	/** Netty's own handler answers the handshake; when it is done it takes HTTP's handlers away. */
	private void upgrade(ChannelHandlerContext ctx, String protocol, FullHttpRequest request) {
		ChannelPipeline pipeline = ctx.pipeline();
		pipeline.remove(IdleStateHandler.class);
		pipeline.remove(RequestCollector.class);
		pipeline.remove(RequestHandler.class);
		pipeline.addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
				.websocketPath(request.uri()).subprotocols(protocol).maxFramePayloadLength(MAX_FRAME).build()),
				new WebSocketBytes());
		protocols.get(protocol).accept(pipeline);
		ctx.fireChannelRead(request);
		pipeline.remove(this);
	}
}
