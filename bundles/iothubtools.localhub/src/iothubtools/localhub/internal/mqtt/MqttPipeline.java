// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.ReadTimeoutHandler;

import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.OverTls;
import iothubtools.localhub.internal.net.PacketProgress;
import iothubtools.localhub.internal.net.Progress;
import iothubtools.localhub.internal.net.ReceivedBytes;
import iothubtools.localhub.settings.ConnectionLimits;

/** What a connection that speaks MQTT is handled with. */
public final class MqttPipeline {

	/** A message of 256 KB and its topic with properties, where each letter may take three bytes. */
	private static final int MAX_PACKET = 256 * 1024 + 64 * 1024;

	private final MqttServices hub;
	private final ConnectionLimits limits;
	private final Sessions sessions = new Sessions();

	/** With what the connections need of the hub, and how long clients are waited for. */
	public MqttPipeline(MqttServices hub, ConnectionLimits limits) {
		this.hub = hub;
		this.limits = limits;
	}

	/** Handles a connection whose bytes are MQTT's. */
	public void addTo(ChannelPipeline pipeline) {
		Channel channel = pipeline.channel();
		Progress progress = new Progress(channel, limits, () -> Closing.close(channel));
		// a client that says nothing at first is no client
		pipeline.addLast(ConnectHandler.IDLE, new ReadTimeoutHandler(limits.stall().toMillis(), TimeUnit.MILLISECONDS));
		// what was read and decoded when a session stops reading is held back too
		pipeline.addLast(new ReceivedBytes(progress), new MqttDecoder(MAX_PACKET), MqttEncoder.INSTANCE, new PacketProgress(progress),
				new FlowControlHandler(),
				new ConnectHandler(hub, sessions));
	}

	/** Handles the connections of a port for MQTT over TLS. */
	public ChannelInitializer<SocketChannel> over(SslContext tls) {
		return new OverTls(tls, limits, this::addTo);
	}
}
