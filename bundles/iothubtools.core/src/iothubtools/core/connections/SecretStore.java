// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;

/** Where the shared access keys of hub connections are kept. There is no fall-back to plain text. */
public interface SecretStore {

	/**
	 * The key of a connection, or null when none is stored.
	 *
	 * @throws SecretStoreException when the store is locked, refused or damaged
	 */
	@Nullable
	SharedAccessKey get(String connectionId) throws SecretStoreException;

	/** Stores the key for good, or throws and stores nothing. */
	void put(String connectionId, SharedAccessKey key) throws SecretStoreException;

	/** Forgets the key; no error when there is none. */
	void remove(String connectionId) throws SecretStoreException;
}
