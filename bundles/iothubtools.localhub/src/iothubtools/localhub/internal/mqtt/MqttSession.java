// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;

import iothubtools.localhub.internal.connections.ClientConnection;
import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.connections.MethodCall;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.Flow;

/**
 * The connection of a device or module that speaks MQTT. What comes in comes on the channel's own thread; the rest of the hub
 * calls from any.
 */
final class MqttSession implements ClientConnection {

	private final Channel channel;
	private final Admission admission;
	private final SessionState state;
	private final MqttServices hub;
	private final Uplink uplink;
	private final Downlink downlink;
	private final MqttMethodCalls methods;
	private final TwinRequests twins;
	private final Flow flow;
	private @Nullable Will will;
	/** What room is taken for, also when it is void. */
	private final @Nullable Will kept;
	private Runnable forgetExpiry = () -> {
	};

	MqttSession(Channel channel, Admission admission, SessionState state, @Nullable Will will, MqttServices hub) {
		this.channel = channel;
		this.admission = admission;
		this.state = state;
		this.will = will;
		this.kept = will;
		this.hub = hub;
		this.flow = new Flow(channel, hub.room());
		this.uplink = new Uplink(channel, admission, hub.messages(), flow, hub.answers());
		this.downlink = new Downlink(channel, admission.client(), hub.commands(), state);
		this.methods = new MqttMethodCalls(channel);
		this.twins = new TwinRequests(channel, admission.client(), hub.twins(), state, flow, hub.pace());
	}

	/** Accepts the connection; the client hears whether its session was kept. */
	void begin(boolean sessionPresent) {
		Instant until = admission.until();
		if (until != null) {
			forgetExpiry = hub.timer().at(until, this::disconnect);
		}
		hub.connections().add(this);
		if (!hub.clients().isEnabled(client())) {
			// it was disabled or deleted after it was admitted and before it could be told
			Closing.close(channel);
			return;
		}
		channel.writeAndFlush(
				Packets.connectAnswer(MqttConnectReturnCode.CONNECTION_ACCEPTED, sessionPresent));
		if (takesMethods()) {
			hub.connections().takesMethods(this);
		}
		downlink.more();
	}

	/** Takes what the client published; false when it may not publish that. */
	boolean published(MqttPublishMessage packet) {
		DeviceTopic topic;
		try {
			topic = DeviceTopic.parse(client(), packet.variableHeader().topicName());
		} catch (IllegalArgumentException e) {
			return false;
		}
		byte[] payload = ByteBufUtil.getBytes(packet.payload());
		boolean acknowledge = packet.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE;
		int packetId = acknowledge ? packet.variableHeader().packetId() : 0;
		if (topic instanceof DeviceTopic.Telemetry telemetry) {
			return uplink.send(TelemetryMessages.message(telemetry, payload, packet.fixedHeader().isRetain()), packetId);
		}
		if (topic instanceof DeviceTopic.MethodResult result) {
			methods.answered(result, payload);
		} else if (topic instanceof DeviceTopic.TwinRead read) {
			if (admission.versioned()) {
				twins.read(read);
			} else {
				twins.refuse(read.requestId());
			}
		} else if (topic instanceof DeviceTopic.TwinReport report) {
			if (admission.versioned()) {
				twins.report(report, payload);
			} else {
				twins.refuse(report.requestId());
			}
		} else {
			return false;
		}
		if (acknowledge) {
			channel.writeAndFlush(Packets.publishAnswer(packetId));
		}
		return true;
	}

	/** Takes the acknowledgement of a message; always true. */
	boolean acknowledged(int packetId) {
		downlink.acknowledged(packetId);
		return true;
	}

	/**
	 * Subscribes to what the packet names, with a quality of 1 at most, and refuses what would be more than a client may have; false when
	 * one is not for this client, or there is none, which MQTT forbids.
	 */
	boolean subscribe(MqttSubscribeMessage packet) {
		List<Asked> wanted = new ArrayList<>();
		for (MqttTopicSubscription subscription : packet.payload().topicSubscriptions()) {
			TopicFilter filter = TopicFilter.parse(subscription.topicFilter());
			Set<Subscription> kinds = Subscription.find(client(), filter);
			if (kinds.isEmpty()) {
				return false;
			}
			MqttQoS quality = subscription.qualityOfService() == MqttQoS.AT_MOST_ONCE ? MqttQoS.AT_MOST_ONCE
					: MqttQoS.AT_LEAST_ONCE;
			wanted.add(new Asked(filter, kinds, quality));
		}
		if (wanted.isEmpty()) {
			return false;
		}
		List<Integer> granted = new ArrayList<>();
		for (Asked one : wanted) {
			granted.add((state.subscribe(one.filter(), one.kinds(), one.quality()) ? one.quality() : MqttQoS.FAILURE).value());
		}
		channel.writeAndFlush(Packets.subscribeAnswer(packet.variableHeader().messageId(), granted));
		if (takesMethods()) {
			hub.connections().takesMethods(this);
		}
		downlink.more();
		return true;
	}

	/** A filter of a packet, what it is for, and the quality that it gets. */
	private record Asked(TopicFilter filter, Set<Subscription> kinds, MqttQoS quality) {
	}

	/** Ends subscriptions; false when the packet names none, which MQTT forbids. */
	boolean unsubscribe(MqttUnsubscribeMessage packet) {
		if (packet.payload().topics().isEmpty()) {
			return false;
		}
		for (String filter : packet.payload().topics()) {
			state.unsubscribe(TopicFilter.parse(filter));
		}
		channel.writeAndFlush(Packets.unsubscribeAnswer(packet.variableHeader().messageId()));
		return true;
	}

	/** The client reads again what it is sent, or does not. */
	void writabilityChanged() {
		flow.update();
		downlink.more();
	}

	/** The client said that it goes: its will is void. */
	void endsInOrder() {
		will = null;
	}

	/** The connection is gone. */
	void ended() {
		forgetExpiry.run();
		hub.connections().remove(this);
		methods.end();
		downlink.end();
		Will held = kept;
		if (held != null) {
			hub.willRoom().giveBack(held);
		}
		Will left = will;
		if (left != null) {
			uplink.send(left);
		}
	}

	@Override
	public ClientId client() {
		return admission.client();
	}

	@Override
	public boolean takesMethods() {
		return admission.versioned() && state.quality(Subscription.METHODS) != null;
	}

	@Override
	public CompletionStage<MethodAnswer> invoke(MethodCall call) {
		return methods.send(call);
	}

	@Override
	public void desiredChanged(JsonObject patch, long version) {
		if (admission.versioned()) {
			twins.changed(patch, version);
		}
	}

	@Override
	public void messageWaiting() {
		channel.eventLoop().execute(downlink::more);
	}

	@Override
	public void disconnect() {
		Closing.close(channel);
	}
}
