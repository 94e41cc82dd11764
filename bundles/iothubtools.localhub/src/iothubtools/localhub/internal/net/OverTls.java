// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;

/** Handles the connections of a port that speaks another protocol over TLS. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
public final class OverTls extends ChannelInitializer<SocketChannel> {

	private final SslContext tls;
	private final Consumer<ChannelPipeline> protocol;

	/** With what adds the handlers of the protocol. */
	public OverTls(SslContext tls, Consumer<ChannelPipeline> protocol) {
		this.tls = tls;
		this.protocol = protocol;
	}

	@Override
	protected void initChannel(SocketChannel channel) {
		channel.pipeline().addLast(tls.newHandler(channel.alloc()));
		protocol.accept(channel.pipeline());
	}
}
