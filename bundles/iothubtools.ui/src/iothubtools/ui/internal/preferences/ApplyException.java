// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;

/** Secure Storage refused the key of a connection, which therefore was not stored. */
final class ApplyException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient HubConnection connection;
	private final SecretStoreException failure;

	ApplyException(HubConnection connection, SecretStoreException failure) {
		super(failure);
		this.connection = connection;
		this.failure = failure;
	}

	HubConnection connection() {
		return connection;
	}

	SecretStoreException failure() {
		return failure;
	}
}
