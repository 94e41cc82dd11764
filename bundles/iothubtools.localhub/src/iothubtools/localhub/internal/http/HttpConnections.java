// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;

import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.internal.net.Answers;
import iothubtools.localhub.internal.net.OverTls;
import iothubtools.localhub.internal.net.Room;
import iothubtools.localhub.settings.ConnectionLimits;

/** What a connection of the HTTP or HTTPS port is handled with. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
public final class HttpConnections extends ChannelInitializer<SocketChannel> {

	private static final int MAX_REQUEST_LINE = 16 * 1024;
	/** Application properties travel as headers, so these may be as large as a message. */
	private static final int MAX_HEADERS = 512 * 1024;
	private static final int MAX_CHUNK = 64 * 1024;

	private final @Nullable SslContext tls;
	private final Replies replies;
	private final WebOrigin origin;
	private final Consumer<ChannelPipeline> mqtt;
	private final Consumer<ChannelPipeline> amqp;
	private final ConnectionLimits limits;
	private final Room room;
	private final Answers answers;

	/**
	 * With what answers the requests.
	 *
	 * @param tls     null for plain HTTP
	 * @param names   what the hub is called
	 * @param mqtt    adds what handles MQTT's bytes, once a connection is one of WebSocket
	 * @param amqp    the same for AMQP's
	 * @param limits  how long clients are waited for
	 * @param room    for the bodies of all connections
	 * @param answers take responses to their connections
	 */
	public HttpConnections(@Nullable SslContext tls, Replies replies, HubNames names, Consumer<ChannelPipeline> mqtt,
			Consumer<ChannelPipeline> amqp, ConnectionLimits limits, Room room, Answers answers) {
		this.tls = tls;
		this.replies = replies;
		this.origin = new WebOrigin(names, tls != null);
		this.mqtt = mqtt;
		this.amqp = amqp;
		this.limits = limits;
		this.room = room;
		this.answers = answers;
	}

	@Override
	protected void initChannel(SocketChannel channel) {
		ChannelPipeline pipeline = channel.pipeline();
		SslContext context = tls;
		if (context != null) {
			pipeline.addLast(OverTls.handler(context, channel, limits));
		}
		ConnectionTimes times = new ConnectionTimes(channel, limits);
		Reading reading = new Reading(channel);
		// behind TLS: what counts is what its client says; output is looked at where it leaves
		pipeline.addLast(new IdleStateHandler(true, 0, 0, limits.idle().toMillis(), TimeUnit.MILLISECONDS), times.before(),
				new HttpRequestDecoder(MAX_REQUEST_LINE, MAX_HEADERS, MAX_CHUNK), new ResponseEncoder(), times.behind(),
				// what was read and decoded when a connection is not to be read from is held back too
				new FlowControlHandler(), new WebSocketUpgrade(replies, origin, mqtt, amqp),
				new RequestCollector(replies, room, limits.stall().toMillis(), reading), new RequestHandler(replies, reading, answers));
	}
}
