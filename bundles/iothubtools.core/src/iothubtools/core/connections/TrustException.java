// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

/** The CA certificate file of a connection is missing or holds no certificate. */
public final class TrustException extends Exception {

	private static final long serialVersionUID = 1L;

	/** The message is the name of the file. */
	public TrustException(String file, Throwable cause) {
		super(file, cause);
	}
}
