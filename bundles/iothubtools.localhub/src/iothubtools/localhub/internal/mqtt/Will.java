// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import iothubtools.localhub.internal.messages.SentMessage;

/**
 * What is to be sent in the client's name when its connection ends and it did not say so before.
 *
 * @param message a device-to-cloud message
 */
record Will(SentMessage message) {

	/** The will in a CONNECT packet; null when it is for a topic or of a quality that the client may not publish with. */
	static @Nullable Will of(Admission admission, MqttConnectMessage packet) {
		if (packet.variableHeader().willQos() > MqttQoS.AT_LEAST_ONCE.value()) {
			return null;
		}
		try {
			DeviceTopic topic = DeviceTopic.parse(admission.client(), packet.payload().willTopic());
			if (topic instanceof DeviceTopic.Telemetry telemetry) {
				return new Will(TelemetryMessages.will(telemetry, packet.payload().willMessageInBytes(),
						packet.variableHeader().isWillRetain()));
			}
		} catch (IllegalArgumentException e) {
			// its properties cannot be decoded
		}
		return null;
	}
}
