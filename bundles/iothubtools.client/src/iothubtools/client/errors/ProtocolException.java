// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import org.eclipse.jdt.annotation.Nullable;

/** Something answered, but not in the way a hub does: mostly a proxy or a captive portal on the way. */
public final class ProtocolException extends HubException {

	private static final long serialVersionUID = 1L;

	/** What is wrong with the reply. */
	public enum Kind {
		/** A body that is not JSON, e.g. an HTML page. */
		NOT_JSON,
		/** The reply breaks off in the middle. */
		TRUNCATED,
		/** Head or body is longer than any reply of a hub to what was asked. */
		TOO_LARGE,
		/** JSON, but not of the shape the contract promises; or not HTTP at all. */
		UNEXPECTED
	}

	private final Kind kind;
	private final int status;

	/**
	 * @param status the HTTP status of the reply, 0 if it had none
	 */
	public ProtocolException(Kind kind, int status, String message, @Nullable Throwable cause) {
		this(kind, status, message, cause, false);
	}

	private ProtocolException(Kind kind, int status, @Nullable String message, @Nullable Throwable cause, boolean unclear) {
		super(message, cause, unclear);
		this.kind = kind;
		this.status = status;
	}

	@Override
	public ProtocolException asUnclear() {
		return new ProtocolException(kind, status, getMessage(), getCause(), true);
	}

	/** What is wrong with the reply. */
	public Kind kind() {
		return kind;
	}

	/** The HTTP status of the reply, 0 if it had none. */
	public int status() {
		return status;
	}
}
