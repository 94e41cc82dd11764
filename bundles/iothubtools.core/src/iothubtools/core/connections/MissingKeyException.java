// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import iothubtools.core.hubs.HubConnection;

/** A connection is known but Secure Storage holds no key for it, as after moving a workspace to another machine. */
public final class MissingKeyException extends Exception {

	private static final long serialVersionUID = 1L;

	/** The message is the name of the connection. */
	public MissingKeyException(HubConnection connection) {
		super(connection.name());
	}
}
