// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;

import iothubtools.localhub.settings.ConnectionLimits;

/** Handles the connections of a port that speaks another protocol over TLS. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
public final class OverTls extends ChannelInitializer<SocketChannel> {

	private final SslContext tls;
	private final ConnectionLimits limits;
	private final Consumer<ChannelPipeline> protocol;

	/** With how long clients are waited for, and what adds the handlers of the protocol. */
	public OverTls(SslContext tls, ConnectionLimits limits, Consumer<ChannelPipeline> protocol) {
		this.tls = tls;
		this.limits = limits;
		this.protocol = protocol;
	}

	/** Handles TLS on a new connection. Its handshake has the time that a first request has; Netty's own limit would be ten seconds. */
	public static SslHandler handler(SslContext tls, Channel channel, ConnectionLimits limits) {
		SslHandler handler = tls.newHandler(channel.alloc());
		handler.setHandshakeTimeoutMillis(limits.stall().toMillis());
		return handler;
	}

	@Override
	protected void initChannel(SocketChannel channel) {
		channel.pipeline().addLast(handler(tls, channel, limits));
		protocol.accept(channel.pipeline());
	}
}
