// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;

import iothubtools.localhub.internal.net.Closing;

/** Hands the packets of a client to its session. What breaks a rule ends the connection, as MQTT 3.1.1 demands. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class SessionHandler extends SimpleChannelInboundHandler<MqttMessage> {

	private final MqttSession session;

	SessionHandler(MqttSession session) {
		this.session = session;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, MqttMessage packet) {
		if (packet.decoderResult().isFailure() || !handle(ctx, packet)) {
			Closing.close(ctx.channel());
		}
	}

	/** False when the packet is none that this client may send now. */
	private boolean handle(ChannelHandlerContext ctx, MqttMessage packet) {
		return switch (packet.fixedHeader().messageType()) {
		case PUBLISH -> packet.fixedHeader().qosLevel() != MqttQoS.EXACTLY_ONCE
				&& session.published((MqttPublishMessage) packet);
		case PUBACK -> session.acknowledged(((MqttMessageIdVariableHeader) packet.variableHeader()).messageId());
		case SUBSCRIBE -> session.subscribe((MqttSubscribeMessage) packet);
		case UNSUBSCRIBE -> session.unsubscribe((MqttUnsubscribeMessage) packet);
		case PINGREQ -> {
			ctx.writeAndFlush(Packets.PING_RESPONSE);
			yield true;
		}
		case DISCONNECT -> {
			session.endsInOrder();
			yield false;
		}
		default -> false;
		};
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		session.writabilityChanged();
		ctx.fireChannelWritabilityChanged();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		session.ended();
		ctx.fireChannelInactive();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		Closing.closeAfter(ctx.channel(), cause);
	}
}
