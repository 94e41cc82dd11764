// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslContext;

/** What a connection of the HTTP or HTTPS port is handled with. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
public final class HttpConnections extends ChannelInitializer<SocketChannel> {

	private static final int MAX_REQUEST_LINE = 16 * 1024;
	/** Application properties travel as headers, so these may be as large as a message. */
	private static final int MAX_HEADERS = 512 * 1024;
	private static final int MAX_CHUNK = 64 * 1024;

	private final @Nullable SslContext tls;
	private final Replies replies;
	private final Consumer<ChannelPipeline> mqtt;

	/**
	 * With what answers the requests.
	 *
	 * @param tls  null for plain HTTP
	 * @param mqtt adds what handles MQTT's bytes, once a connection is one of WebSocket
	 */
	public HttpConnections(@Nullable SslContext tls, Replies replies, Consumer<ChannelPipeline> mqtt) {
		this.tls = tls;
		this.replies = replies;
		this.mqtt = mqtt;
	}

	@Override
	protected void initChannel(SocketChannel channel) {
		ChannelPipeline pipeline = channel.pipeline();
		SslContext context = tls;
		if (context != null) {
			pipeline.addLast(context.newHandler(channel.alloc()));
		}
		pipeline.addLast(new HttpRequestDecoder(MAX_REQUEST_LINE, MAX_HEADERS, MAX_CHUNK), new ResponseEncoder(),
				new BodyCollector(replies), new WebSocketUpgrade(replies, mqtt), new RequestHandler(replies));
	}
}
