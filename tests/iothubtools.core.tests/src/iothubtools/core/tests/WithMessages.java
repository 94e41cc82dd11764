// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.MessageSource;
import iothubtools.amqp.telemetry.SystemProperties;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.commands.Payload;
import iothubtools.client.names.ClientId;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.NumberedMessage;

/** Tests of messages that devices have sent. */
abstract class WithMessages {

	static final String BODY = "{\"temperature\":21.50,\"engine\":{\"on\":true,\"odd name\":\"Über\"},\"values\":[1,5,30]}";

	static TelemetryMessage message(String deviceId, byte[] body, @Nullable String type, @Nullable String encoding,
			Map<String, Object> properties) {
		return new TelemetryMessage(new EventPosition("0", 7, "100", Instant.parse("2026-01-02T03:04:05.678Z")), ClientId.device(deviceId),
				MessageSource.TELEMETRY, new Payload(body), new SystemProperties("m1", null, null, null, type, encoding, null, null), properties,
				Map.of("iothub-connection-device-id", deviceId, "iothub-message-source", "Telemetry"));
	}

	static TelemetryMessage json(String deviceId, String body) {
		return message(deviceId, body.getBytes(StandardCharsets.UTF_8), "application/json", "utf-8", Map.of("level", "high", "n", 5));
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static List<NumberedMessage> received(TelemetryMessage... messages) {
		MessageBuffer buffer = new MessageBuffer();
		buffer.add(List.of(messages));
		return buffer.from(0);
	}
}
