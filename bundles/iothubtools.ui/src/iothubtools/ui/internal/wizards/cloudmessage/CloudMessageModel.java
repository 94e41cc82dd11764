// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.client.commands.Payload;
import iothubtools.client.names.ClientId;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.message.MessageModel;

/** What the person entered for messages to devices, as it was entered. */
public final class CloudMessageModel extends MessageModel {

	/** Bytes of the largest message to a device (contract §6). */
	static final long MAX_SIZE = 64 * 1024;

	private String devices = "";
	private List<String> deviceIds = List.of();
	private String userId = "";
	private String expiresAfter = "";
	private ExpiryUnit expiryUnit = ExpiryUnit.MINUTES;
	private FeedbackMode feedback = FeedbackMode.FULL;

	/** What stands in the field: ids with blanks or line ends between them, which no id can have. */
	public String devices() {
		return devices;
	}

	public void setDevices(String devices) {
		this.devices = devices;
		deviceIds = Stream.of(devices.strip().split("\\s+")).filter(id -> !id.isEmpty()).distinct().toList();
	}

	/** The devices that are named there, each once. */
	public List<String> deviceIds() {
		return deviceIds;
	}

	public String userId() {
		return userId;
	}

	public void setUserId(String userId) {
		this.userId = userId;
	}

	/** A number as it is typed; blank for the hub's own time. */
	public String expiresAfter() {
		return expiresAfter;
	}

	public void setExpiresAfter(String expiresAfter) {
		this.expiresAfter = expiresAfter;
	}

	public ExpiryUnit expiryUnit() {
		return expiryUnit;
	}

	public void setExpiryUnit(ExpiryUnit expiryUnit) {
		this.expiryUnit = expiryUnit;
	}

	public FeedbackMode feedback() {
		return feedback;
	}

	public void setFeedback(FeedbackMode feedback) {
		this.feedback = feedback;
	}

	@Override
	public Findings bodyFindings() {
		return Findings.of(this, CloudMessageRules.BODY);
	}

	/** What is wrong about the properties, and the size of the whole message. */
	public Findings propertyFindings() {
		return Findings.of(this, CloudMessageRules.PROPERTIES);
	}

	@Override
	public long maxSize() {
		return MAX_SIZE;
	}

	@Override
	protected long envelopeSize() {
		return Stream.of(contentType().strip(), contentEncoding().strip(), messageId(), correlationId(), userId).mapToLong(String::length).sum()
				+ properties().stream().mapToLong(property -> property.name().length() + property.value().length()).sum();
	}

	/**
	 * One message for each device. Where feedback is asked for and no message id is given, each gets one of its own, as feedback names a
	 * message by it.
	 *
	 * @param clock what expiry counts from
	 * @throws IOException when the file of the body cannot be read
	 */
	public List<CloudToDeviceMessage> messages(Clock clock) throws IOException {
		Payload body = new Payload(body());
		Instant expiry = expiresAfter.isBlank() ? null : clock.instant().plus(expiryUnit.of(Integer.parseInt(expiresAfter.strip())));
		Map<String, String> application = new LinkedHashMap<>();
		properties().stream().filter(property -> !property.empty()).forEach(property -> application.put(property.name(), property.value()));
		return deviceIds.stream().map(id -> new CloudToDeviceMessage(ClientId.device(id), body, id(), given(correlationId()), given(userId), expiry,
				feedback, given(contentType().strip()), given(contentEncoding().strip()), application)).toList();
	}

	private @Nullable String id() {
		return messageId().isEmpty() && feedback != FeedbackMode.NONE ? UUID.randomUUID().toString() : given(messageId());
	}

	private static @Nullable String given(String text) {
		return text.isEmpty() ? null : text;
	}
}
