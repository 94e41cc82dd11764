// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.List;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;

/** The packets the hub sends. */
final class Packets {

	static final MqttMessage PING_RESPONSE = new MqttMessage(header(MqttMessageType.PINGRESP));

	private Packets() {
	}

	static MqttConnAckMessage connectAnswer(MqttConnectReturnCode code, boolean sessionPresent) {
		return new MqttConnAckMessage(header(MqttMessageType.CONNACK), new MqttConnAckVariableHeader(code, sessionPresent));
	}

	static MqttPubAckMessage publishAnswer(int packetId) {
		return new MqttPubAckMessage(header(MqttMessageType.PUBACK), MqttMessageIdVariableHeader.from(packetId));
	}

	static MqttSubAckMessage subscribeAnswer(int packetId, List<Integer> granted) {
		return new MqttSubAckMessage(header(MqttMessageType.SUBACK), MqttMessageIdVariableHeader.from(packetId),
				new MqttSubAckPayload(granted));
	}

	static MqttUnsubAckMessage unsubscribeAnswer(int packetId) {
		return new MqttUnsubAckMessage(header(MqttMessageType.UNSUBACK), MqttMessageIdVariableHeader.from(packetId));
	}

	/** A message without a packet id, sent once. */
	static MqttPublishMessage publish(String topic, byte[] payload) {
		return publish(topic, payload, MqttQoS.AT_MOST_ONCE, false, 0);
	}

	/** A message that the client acknowledges under a packet id. */
	static MqttPublishMessage publish(String topic, byte[] payload, MqttQoS quality, boolean again, int packetId) {
		return new MqttPublishMessage(new MqttFixedHeader(MqttMessageType.PUBLISH, again, quality, false, 0),
				new MqttPublishVariableHeader(topic, packetId), Unpooled.wrappedBuffer(payload));
	}

	private static MqttFixedHeader header(MqttMessageType type) {
		return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
	}
}
