// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.ReceivedMessage;
import iothubtools.localhub.internal.devices.AuthenticationType;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.devices.HubTime;
import iothubtools.localhub.internal.devices.Writer;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/** Takes in device-to-cloud messages of whatever protocol: adds what the hub knows and keeps them (contract §7.1). */
public final class MessageIntake {

	private final DeviceStore devices;
	private final MessageStore messages;
	private final Writer writer;
	private final Clock clock;

	/** With the senders, where messages are kept, and the time they are enqueued at. */
	public MessageIntake(DeviceStore devices, MessageStore messages, Writer writer, Clock clock) {
		this.devices = devices;
		this.messages = messages;
		this.writer = writer;
		this.clock = clock;
	}

	/**
	 * Keeps a message; the stage completes when it is kept for good.
	 *
	 * @param scope how its sender proved itself: {@code device} or {@code hub}
	 * @throws HubError 413 when it is too large; 404 and 403 as the stage's failure
	 */
	CompletionStage<ReceivedMessage> accept(String deviceId, SentMessage message, String scope) {
		message.checkSize();
		return writer.write(() -> {
			Device device = devices.get(deviceId);
			if (device == null) {
				throw HubError.deviceNotFound(deviceId);
			}
			if (!device.enabled()) {
				throw new HubError(ErrorCode.DEVICE_DISABLED, "The device '" + deviceId + "' is disabled.");
			}
			return keep(device, message, scope);
		});
	}

	private ReceivedMessage keep(Device device, SentMessage message, String scope) {
		Instant now = clock.instant();
		long number = messages.nextSequenceNumber();
		Map<String, String> annotations = new LinkedHashMap<>();
		annotations.put("x-opt-sequence-number", Long.toString(number));
		annotations.put("x-opt-offset", Long.toString(number));
		annotations.put("x-opt-enqueued-time", HubTime.format(now));
		annotations.put("iothub-connection-device-id", device.deviceId());
		annotations.put("iothub-connection-auth-method", authMethod(device, scope));
		annotations.put("iothub-connection-auth-generation-id", device.generationId());
		annotations.put("iothub-enqueuedtime", HubTime.format(now));
		annotations.put("iothub-message-source", "Telemetry");
		ReceivedMessage received = new ReceivedMessage(device.deviceId(), number, now, message.body(),
				message.properties(), message.applicationProperties(), annotations);
		messages.append(received);
		devices.put(device.deviceId(), devices.activity(device.deviceId()).at(now));
		return received;
	}

	private static String authMethod(Device device, String scope) {
		boolean certificate = scope.equals("device") && device.credentials().type() != AuthenticationType.SAS;
		return "{\"scope\":\"" + scope + "\",\"type\":\"" + (certificate ? "x509" : "sas")
				+ "\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}";
	}
}
