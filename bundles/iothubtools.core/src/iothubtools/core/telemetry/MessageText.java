// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.names.ClientId;

/** What is said of messages, as text. */
public final class MessageText {

	private static final String SOURCE = "iothub-message-source";

	private MessageText() {
	}

	/** The device that it is from or about; empty where the endpoint does not say. */
	public static String deviceId(TelemetryMessage message) {
		ClientId sender = message.sender();
		return sender == null ? "" : sender.deviceId();
	}

	/** The module; empty where it is from the device itself, or nobody says. */
	public static String moduleId(TelemetryMessage message) {
		ClientId sender = message.sender();
		String moduleId = sender == null ? null : sender.moduleId();
		return moduleId == null ? "" : moduleId;
	}

	/** Where it comes from as the hub has it, {@code Telemetry} or {@code twinChangeEvents}; empty where it does not say. */
	public static String source(TelemetryMessage message) {
		Object said = message.annotations().get(SOURCE);
		return said == null ? message.source().wireName() : said.toString();
	}

	/** A property or annotation. */
	public static String of(Object value) {
		return value.toString();
	}
}
