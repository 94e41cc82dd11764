// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.ssl.SslContext;

/** A device that publishes with quality of service 1, one message after another: as little as a client can cost. */
final class MqttConnection extends SimpleChannelInboundHandler<MqttMessage> {

	private final CompletableFuture<Void> connected = new CompletableFuture<>();
	private final String topic;
	private Channel channel;
	private CompletableFuture<Void> sent = new CompletableFuture<>();
	private int packet;

	private MqttConnection(String device) {
		this.topic = "devices/" + device + "/messages/events/";
	}

	/** Connects a device, whose password a hub wants to be a token. */
	static MqttConnection open(EventLoopGroup threads, SslContext tls, String host, int port, String device, String password)
			throws Exception {
		MqttConnection connection = new MqttConnection(device);
		connection.channel = new Bootstrap().group(threads).channel(NioSocketChannel.class)
				.handler(new ChannelInitializer<SocketChannel>() {
					@Override
					protected void initChannel(SocketChannel channel) {
						channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port), new MqttDecoder(), MqttEncoder.INSTANCE,
								connection);
					}
				}).connect(host, port).sync().channel();
		connection.channel.writeAndFlush(MqttMessageBuilders.connect().protocolVersion(MqttVersion.MQTT_3_1_1).clientId(device)
				.username(host + '/' + device + "/?api-version=2021-04-12").password(password.getBytes(StandardCharsets.UTF_8))
				.keepAlive(0).cleanSession(true).build());
		connection.connected.get();
		return connection;
	}

	/** Publishes; done when it is acknowledged. */
	CompletionStage<Void> publish(byte[] payload) {
		CompletableFuture<Void> stage = new CompletableFuture<>();
		channel.eventLoop().execute(() -> {
			sent = stage;
			packet = packet % 0xffff + 1;
			channel.writeAndFlush(MqttMessageBuilders.publish().topicName(topic).qos(MqttQoS.AT_LEAST_ONCE).messageId(packet)
					.payload(Unpooled.wrappedBuffer(payload)).build());
		});
		return stage;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
		if (message instanceof MqttConnAckMessage answer) {
			MqttConnectReturnCode code = answer.variableHeader().connectReturnCode();
			if (code == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
				connected.complete(null);
			} else {
				connected.completeExceptionally(new IOException("not connected: " + code));
			}
		} else if (message.fixedHeader().messageType() == MqttMessageType.PUBACK) {
			sent.complete(null);
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		IOException gone = new IOException("the connection ended");
		connected.completeExceptionally(gone);
		sent.completeExceptionally(gone);
	}

	void close() {
		channel.close();
	}
}
