// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A call to a hub did not succeed. Its three kinds say who failed: the hub answered with an error, the hub was not
 * reached, or what answered does not speak the hub's protocol. Messages never contain a key or a token.
 */
public abstract sealed class HubException extends Exception
		permits ServiceException, ConnectionException, ProtocolException {

	private static final long serialVersionUID = 1L;

	HubException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}
}
