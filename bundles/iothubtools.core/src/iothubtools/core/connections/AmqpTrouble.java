// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.HubException;

/**
 * Failures of AMQP in words of their own: that nothing answers at its port says nothing of HTTPS, and another remedy is needed than where
 * the hub is not reached at all.
 */
public final class AmqpTrouble {

	private AmqpTrouble() {
	}

	/** The failure with what tells it from one of HTTPS. */
	public static HubException of(HubException failure) {
		if (failure instanceof ConnectionException connection && !failure.isUnclear()
				&& (connection.kind() == Kind.REFUSED || connection.kind() == Kind.CONNECT_TIMEOUT || connection.kind() == Kind.TIMEOUT)) {
			return new ConnectionException(Kind.AMQP_UNREACHED, String.valueOf(failure.getMessage()), failure);
		}
		return failure;
	}
}
