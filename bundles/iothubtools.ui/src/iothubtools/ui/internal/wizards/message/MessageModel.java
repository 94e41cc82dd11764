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

import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubModel;

/** What the person entered for a message in either direction, as it was entered: all but which device it is from or for. */
public abstract class MessageModel extends HubModel {

	private BodySource source = BodySource.TEXT;
	private String text = "";
	private String file = "";
	private String contentType = "application/json";
	private String contentEncoding = "utf-8";
	private String messageId = "";
	private String correlationId = "";
	private final List<MessageProperty> properties = new ArrayList<>();
	private final FileBody fileBody = new FileBody();

	public final BodySource source() {
		return source;
	}

	public final void setSource(BodySource source) {
		this.source = source;
	}

	public final String text() {
		return text;
	}

	/** What is sent has its lines end with LF, whatever the text fields of this system end them with. */
	public final void setText(String text) {
		this.text = text.replace("\r\n", "\n");
	}

	/** Path of the file the body is read from when it is sent. */
	public final String file() {
		return file;
	}

	public final void setFile(String file) {
		this.file = file;
	}

	public final String contentType() {
		return contentType;
	}

	public final void setContentType(String contentType) {
		this.contentType = contentType;
	}

	public final String contentEncoding() {
		return contentEncoding;
	}

	public final void setContentEncoding(String contentEncoding) {
		this.contentEncoding = contentEncoding;
	}

	public final String messageId() {
		return messageId;
	}

	public final void setMessageId(String messageId) {
		this.messageId = messageId;
	}

	public final String correlationId() {
		return correlationId;
	}

	public final void setCorrelationId(String correlationId) {
		this.correlationId = correlationId;
	}

	/** The rows of the table, to be changed in place. Empty rows are not sent. */
	public final List<MessageProperty> properties() {
		return properties;
	}

	final TypedBody bodyText() {
		return new TypedBody(text, contentEncoding);
	}

	/** What is missing, wrong or doubtful about whom it is from or for, and about the body. */
	public abstract Findings bodyFindings();

	/** The most bytes that the hub takes, see {@link #size()}. */
	public abstract long maxSize();

	/** Bytes of all but the body, as the hub counts them (contract §6). */
	protected abstract long envelopeSize();

	/** Bytes as the hub counts them, without reading the file; the body of an unreadable file counts 0. */
	public final long size() {
		return envelopeSize() + bodySize();
	}

	private long bodySize() {
		try {
			return source == BodySource.TEXT ? bodyText().bytes().length : file.isBlank() ? 0 : Files.size(path());
		} catch (IOException | InvalidPathException e) {
			return 0;
		}
	}

	/** Whether the file is there to be read now. */
	public final boolean fileReadable() {
		try {
			return Files.isRegularFile(path()) && Files.isReadable(path());
		} catch (InvalidPathException e) {
			return false;
		}
	}

	/** Where the file stops being JSON; null when it is, or that cannot be told, as of a compressed one. */
	final @Nullable String fileJsonProblem() {
		Charset charset = bodyText().namedCharset();
		return charset == null || !fileReadable() ? null : fileBody.jsonProblem(path(), charset);
	}

	private Path path() {
		return Path.of(file.strip());
	}

	/**
	 * The body to send. Reads the file when there is one.
	 *
	 * @throws IOException when the file cannot be read
	 */
	protected final byte[] body() throws IOException {
		return source == BodySource.TEXT ? bodyText().bytes() : Files.readAllBytes(path());
	}
}
