// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.ReadTimeoutHandler;

import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.OverTls;
import iothubtools.localhub.internal.net.PacketProgress;
import iothubtools.localhub.internal.net.Progress;
import iothubtools.localhub.internal.net.ReceivedBytes;
import iothubtools.localhub.settings.ConnectionLimits;

/** What a connection that speaks AMQP is handled with. */
public final class AmqpPipeline {

	private final AmqpServices hub;
	private final ConnectionLimits limits;

	/** With what the connections need of the hub, and how long clients are waited for. */
	public AmqpPipeline(AmqpServices hub, ConnectionLimits limits) {
		this.hub = hub;
		this.limits = limits;
	}

	/** Handles a connection whose bytes are AMQP's. */
	public void addTo(ChannelPipeline pipeline) {
		Channel channel = pipeline.channel();
		Progress progress = new Progress(channel, limits, () -> Closing.close(channel));
		// a client that says nothing at first is no client
		pipeline.addLast(AmqpHandler.SILENCE, new ReadTimeoutHandler(limits.stall().toMillis(), TimeUnit.MILLISECONDS));
		// what was read and decoded when a connection is not to be read from is held back too
		pipeline.addLast(new ReceivedBytes(progress), new FrameDecoder(), new PacketProgress(progress), new FlowControlHandler(),
				new AmqpHandler(channel, hub, limits));
	}

	/** Handles the connections of a port for AMQP over TLS. */
	public ChannelInitializer<SocketChannel> over(SslContext tls) {
		return new OverTls(tls, limits, this::addTo);
	}
}
