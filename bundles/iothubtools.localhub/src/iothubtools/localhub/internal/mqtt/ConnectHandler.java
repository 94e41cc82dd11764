// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.timeout.ReadTimeoutHandler;

import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.PeerCertificates;
import iothubtools.localhub.internal.operation.ThrottleClass;

/** Takes the first packet of a connection, which must be CONNECT, and makes it a session. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class ConnectHandler extends SimpleChannelInboundHandler<MqttMessage> {

	/** The name of the handler that ends a connection from which nothing came for a time. */
	static final String IDLE = "idle";

	/** The longest that the service waits for a sign of life (contract §8.1). */
	private static final int MAX_SILENCE_MILLIS = 1_767_000;

	private final MqttServices hub;
	private final Sessions sessions;

	ConnectHandler(MqttServices hub, Sessions sessions) {
		this.hub = hub;
		this.sessions = sessions;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, MqttMessage packet) {
		if (packet.decoderResult().isFailure()) {
			refuse(ctx, isOfAnotherVersion(packet.decoderResult().cause())
					? MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION
					: null);
		} else if (packet instanceof MqttConnectMessage connect) {
			connect(ctx, connect);
		} else {
			ctx.close();
		}
	}

	/** MQTT 3.1 bounds client ids, so Netty has none that are longer: then it is the version that the client has to hear of. */
	private static boolean isOfAnotherVersion(Throwable failure) {
		return failure instanceof MqttUnacceptableProtocolVersionException || failure instanceof MqttIdentifierRejectedException;
	}

	private void connect(ChannelHandlerContext ctx, MqttConnectMessage packet) {
		int version = packet.variableHeader().version();
		if (version != MqttVersion.MQTT_3_1_1.protocolLevel()) {
			refuse(ctx, version == MqttVersion.MQTT_5.protocolLevel()
					? MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION
					: MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
			return;
		}
		try {
			Admission admission = Admission.of(packet, PeerCertificates.of(ctx.channel()), hub);
			// nothing more is read until it is this client's turn
			ctx.channel().config().setAutoRead(false);
			hub.pace().admit(ThrottleClass.CONNECTION)
					.whenComplete((turn, failure) -> inTurn(ctx, packet, admission, failure));
		} catch (Admission.Refused e) {
			refuse(ctx, e.code());
		}
	}

	private void inTurn(ChannelHandlerContext ctx, MqttConnectMessage packet, Admission admission,
			@Nullable Throwable throttled) {
		if (!ctx.executor().inEventLoop()) {
			ctx.executor().execute(() -> inTurn(ctx, packet, admission, throttled));
		} else if (throttled != null) {
			refuse(ctx, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
		} else if (ctx.channel().isActive()) {
			begin(ctx, packet, admission);
			ctx.channel().config().setAutoRead(true);
		}
	}

	private void begin(ChannelHandlerContext ctx, MqttConnectMessage packet, Admission admission) {
		MqttConnectVariableHeader header = packet.variableHeader();
		Will will = header.isWillFlag() ? Will.of(admission, packet) : null;
		if (header.isWillFlag() && will == null) {
			ctx.close();
			return;
		}
		if (will != null && !hub.willRoom().take(will)) {
			refuse(ctx, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
			return;
		}
		boolean clean = header.isCleanSession();
		SessionState left = clean ? null : sessions.find(admission.client(), admission.generationId());
		SessionState state = left != null ? left
				: sessions.begin(admission.client(), admission.generationId(), clean);
		ctx.pipeline().replace(IDLE, IDLE,
				new ReadTimeoutHandler(silence(header.keepAliveTimeSeconds()), TimeUnit.MILLISECONDS));
		MqttSession session = new MqttSession(ctx.channel(), admission, state, will, hub);
		ctx.pipeline().replace(this, null, new SessionHandler(session));
		session.begin(left != null);
	}

	/** One and a half times what the client promised to be silent at most. */
	private static long silence(int keepAliveSeconds) {
		return keepAliveSeconds == 0 ? MAX_SILENCE_MILLIS : Math.min(keepAliveSeconds * 1500L, MAX_SILENCE_MILLIS);
	}

	private static void refuse(ChannelHandlerContext ctx, @Nullable MqttConnectReturnCode code) {
		if (code == null) {
			ctx.close();
		} else {
			ctx.writeAndFlush(Packets.connectAnswer(code, false)).addListener(ChannelFutureListener.CLOSE);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		Closing.closeAfter(ctx.channel(), cause);
	}
}
