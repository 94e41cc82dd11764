// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.ui.internal.forms.Findings;

/** What the person entered for a message, as it was entered. */
public final class SendMessageModel {

	private @Nullable HubConnection hub;
	private String deviceId = "";
	private BodySource source = BodySource.TEXT;
	private String text = "";
	private String file = "";
	private String contentType = "application/json";
	private String contentEncoding = "utf-8";
	private String messageId = "";
	private String correlationId = "";
	private final List<MessageProperty> properties = new ArrayList<>();
	private final FileBody fileBody = new FileBody();

	public @Nullable HubConnection hub() {
		return hub;
	}

	public void setHub(@Nullable HubConnection hub) {
		this.hub = hub;
	}

	public String deviceId() {
		return deviceId;
	}

	public void setDeviceId(String deviceId) {
		this.deviceId = deviceId;
	}

	public BodySource source() {
		return source;
	}

	public void setSource(BodySource source) {
		this.source = source;
	}

	public String text() {
		return text;
	}

	/** What is sent has its lines end with LF, whatever the text fields of this system end them with. */
	public void setText(String text) {
		this.text = text.replace("\r\n", "\n");
	}

	/** Path of the file the body is read from when it is sent. */
	public String file() {
		return file;
	}

	public void setFile(String file) {
		this.file = file;
	}

	public String contentType() {
		return contentType;
	}

	public void setContentType(String contentType) {
		this.contentType = contentType;
	}

	public String contentEncoding() {
		return contentEncoding;
	}

	public void setContentEncoding(String contentEncoding) {
		this.contentEncoding = contentEncoding;
	}

	public String messageId() {
		return messageId;
	}

	public void setMessageId(String messageId) {
		this.messageId = messageId;
	}

	public String correlationId() {
		return correlationId;
	}

	public void setCorrelationId(String correlationId) {
		this.correlationId = correlationId;
	}

	/** The rows of the table, to be changed in place. Empty rows are not sent. */
	public List<MessageProperty> properties() {
		return properties;
	}

	BodyText bodyText() {
		return new BodyText(text, contentEncoding);
	}

	/** What is missing, wrong or doubtful about device and body. */
	public Findings bodyFindings() {
		return Findings.of(this, BodyRules.ALL);
	}

	/** What is wrong about ids and application properties, and the size of the whole message. */
	public Findings propertyFindings() {
		return Findings.of(this, PropertyRules.ALL);
	}

	/** Bytes as the hub counts them (contract §6), without reading the file; the body of an unreadable file counts 0. */
	public long size() {
		return envelope().build().size() + bodySize();
	}

	private long bodySize() {
		try {
			return source == BodySource.TEXT ? bodyText().bytes().length : file.isBlank() ? 0 : Files.size(path());
		} catch (IOException | InvalidPathException e) {
			return 0;
		}
	}

	/** Whether the file is there to be read now. */
	boolean fileReadable() {
		try {
			return Files.isRegularFile(path()) && Files.isReadable(path());
		} catch (InvalidPathException e) {
			return false;
		}
	}

	/** Where the file stops being JSON; null when it is, or that cannot be told, as of a compressed one. */
	@Nullable
	String fileJsonProblem() {
		Charset charset = bodyText().namedCharset();
		return charset == null || !fileReadable() ? null : fileBody.jsonProblem(path(), charset);
	}

	private Path path() {
		return Path.of(file.strip());
	}

	/** All of the message but the body. */
	DeviceMessage.Builder envelope() {
		DeviceMessage.Builder message = DeviceMessage.builder().contentType(contentType.strip())
				.contentEncoding(contentEncoding.strip()).messageId(messageId).correlationId(correlationId);
		properties.stream().filter(property -> !property.empty())
				.forEach(property -> message.property(property.name(), property.value()));
		return message;
	}

	/**
	 * The message to send. Reads the file when there is one.
	 *
	 * @throws IOException when the file cannot be read
	 */
	public DeviceMessage message() throws IOException {
		return envelope().body(source == BodySource.TEXT ? bodyText().bytes() : Files.readAllBytes(path())).build();
	}

	/**
	 * The request to the hub.
	 *
	 * @throws IllegalArgumentException when no hub is chosen
	 */
	public SendMessageOperation operation(DeviceMessage message) {
		HubConnection connection = hub;
		if (connection == null) {
			throw new IllegalArgumentException("no hub is chosen");
		}
		return new SendMessageOperation(connection, deviceId, message);
	}
}
