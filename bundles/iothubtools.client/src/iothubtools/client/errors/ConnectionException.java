// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import org.eclipse.jdt.annotation.Nullable;

/** The hub was not reached, or the connection to it broke. */
public final class ConnectionException extends HubException {

	private static final long serialVersionUID = 1L;

	/** Why there was no answer; each needs a different remedy. */
	public enum Kind {
		/** No address is known for the host name. */
		NAME_NOT_FOUND,
		/** The machine is there, nothing listens on the port. */
		REFUSED,
		/** Nothing answers where the hub should speak AMQP, which says nothing of its other protocols. */
		AMQP_UNREACHED,
		/** No connection stood within the time allowed: whatever was to be sent was not. */
		CONNECT_TIMEOUT,
		/** No complete reply within the time allowed. */
		TIMEOUT,
		/** No route: this machine is offline or the network is shut off. */
		UNREACHABLE,
		/** The hub's certificate is signed by no authority that is trusted here. */
		TLS_NOT_TRUSTED,
		/** The hub's certificate is for another host name. */
		TLS_HOST_MISMATCH,
		/** The TLS handshake failed for another reason, e.g. the server speaks plain HTTP. */
		TLS_FAILED,
		/** The proxy refuses to connect to the hub, or does not answer. */
		PROXY_REFUSED,
		/** The proxy wants a user and password, or others than those given. */
		PROXY_AUTHENTICATION,
		/** The connection was made and then broke. */
		CONNECTION_LOST
	}

	private final Kind kind;

	/**
	 * @param message one line for a person, without any secret
	 * @param cause   what the network threw
	 */
	public ConnectionException(Kind kind, String message, @Nullable Throwable cause) {
		this(kind, message, cause, false);
	}

	private ConnectionException(Kind kind, @Nullable String message, @Nullable Throwable cause, boolean unclear) {
		super(message, cause, unclear);
		this.kind = kind;
	}

	@Override
	public ConnectionException asUnclear() {
		return new ConnectionException(kind, getMessage(), getCause(), true);
	}

	/** Why there was no answer. */
	public Kind kind() {
		return kind;
	}
}
