// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A call to a hub did not succeed. Its kinds say who failed: the hub answered with an error, the hub was not
 * reached, what answered does not speak the hub's protocol, or there was no access token to show to it. Messages never contain
 * a key or a token.
 */
public abstract sealed class HubException extends Exception
		permits ServiceException, ConnectionException, ProtocolException, SignInException {

	private static final long serialVersionUID = 1L;

	private final boolean unclear;

	HubException(@Nullable String message, @Nullable Throwable cause, boolean unclear) {
		super(message, cause);
		this.unclear = unclear;
	}

	/**
	 * Whether the hub may have done what it was asked to write though the call failed: a try may have worked, and a look at
	 * what is there failed as well.
	 */
	public boolean isUnclear() {
		return unclear;
	}

	/** The same failure, of something that the hub may have done. */
	public abstract HubException asUnclear();
}
