// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import org.eclipse.jdt.annotation.Nullable;

/** There is no access token to show to the hub, so nothing was sent. */
public final class SignInException extends HubException {

	private static final long serialVersionUID = 1L;

	/** Why there is none; each needs a different remedy. */
	public enum Kind {
		/** What gets tokens is not on this machine. */
		TOOL_NOT_FOUND,
		/** Nobody is signed in, or the sign-in is over. */
		NOT_SIGNED_IN,
		/** Who is signed in is not known to the tenant, or there is no such tenant. */
		WRONG_TENANT,
		/** It took too long. */
		TIMEOUT,
		/** Another reason, which the message says. */
		FAILED
	}

	private final Kind kind;

	/** @param message one line for a person, without any secret */
	public SignInException(Kind kind, String message, @Nullable Throwable cause) {
		this(kind, message, cause, false);
	}

	private SignInException(Kind kind, @Nullable String message, @Nullable Throwable cause, boolean unclear) {
		super(message, cause, unclear);
		this.kind = kind;
	}

	@Override
	public SignInException asUnclear() {
		return new SignInException(kind, getMessage(), getCause(), true);
	}

	/** Why there is no token. */
	public Kind kind() {
		return kind;
	}
}
