// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

/** Secure Storage could not be read or written. Never carries the secret. */
public final class SecretStoreException extends Exception {

	private static final long serialVersionUID = 1L;

	/** Why it failed, as far as Equinox tells. */
	public enum Reason {
		/** The person refused or cancelled the master password. */
		REFUSED,
		/** The master password does not fit what is stored, or the file is damaged. */
		UNREADABLE,
		/** The file could not be written. */
		UNWRITABLE
	}

	private final Reason reason;

	/** With what Equinox said, which never names the secret. */
	public SecretStoreException(Reason reason, Throwable cause) {
		super(reason.name(), cause);
		this.reason = reason;
	}

	/** Why it failed. */
	public Reason reason() {
		return reason;
	}
}
