// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.io.IOException;

import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.ui.internal.forms.Findings;

/** What the person entered for a message of a device, as it was entered. */
public final class SendMessageModel extends MessageModel {

	private String deviceId = "";

	public String deviceId() {
		return deviceId;
	}

	public void setDeviceId(String deviceId) {
		this.deviceId = deviceId;
	}

	@Override
	public Findings bodyFindings() {
		return Findings.of(this, SendMessageRules.BODY);
	}

	/** What is wrong about ids and application properties, and the size of the whole message. */
	public Findings propertyFindings() {
		return Findings.of(this, SendMessageRules.PROPERTIES);
	}

	@Override
	public long maxSize() {
		return DeviceMessage.MAX_SIZE;
	}

	@Override
	protected long envelopeSize() {
		return envelope().build().size();
	}

	/** All of the message but the body. */
	DeviceMessage.Builder envelope() {
		DeviceMessage.Builder message = DeviceMessage.builder().contentType(contentType().strip())
				.contentEncoding(contentEncoding().strip()).messageId(messageId()).correlationId(correlationId());
		properties().stream().filter(property -> !property.empty())
				.forEach(property -> message.property(property.name(), property.value()));
		return message;
	}

	/**
	 * The message to send. Reads the file when there is one.
	 *
	 * @throws IOException when the file cannot be read
	 */
	public DeviceMessage message() throws IOException {
		return envelope().body(body()).build();
	}

	/**
	 * The request to the hub.
	 *
	 * @throws IllegalArgumentException when no hub is chosen
	 */
	public SendMessageOperation operation(DeviceMessage message) {
		return new SendMessageOperation(chosenHub(), deviceId, message);
	}
}
