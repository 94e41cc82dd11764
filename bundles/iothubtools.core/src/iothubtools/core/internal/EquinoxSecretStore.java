// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal;

import java.io.IOException;
import java.util.function.Supplier;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.connections.SecretStore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.connections.SecretStoreException.Reason;

/** Keys in Equinox Secure Storage, always encrypted, one node for each connection id, whose name tells nothing. */
public final class EquinoxSecretStore implements SecretStore {

	private static final String ROOT = "iothubtools";
	private static final String KEY = "sharedAccessKey";

	private final Supplier<@Nullable ISecurePreferences> storage;

	EquinoxSecretStore() {
		this(SecurePreferencesFactory::getDefault);
	}

	/** For tests: another storage than the default one. */
	public EquinoxSecretStore(Supplier<@Nullable ISecurePreferences> storage) {
		this.storage = storage;
	}

	@Override
	public @Nullable SharedAccessKey get(String connectionId) throws SecretStoreException {
		try {
			String value = root(Reason.UNREADABLE).node(connectionId).get(KEY, null);
			return value == null ? null : SharedAccessKey.parse(value);
		} catch (StorageException e) {
			throw new SecretStoreException(reason(e, Reason.UNREADABLE), e);
		} catch (InvalidInputException e) {
			throw new SecretStoreException(Reason.UNREADABLE, e);
		}
	}

	@Override
	public void put(String connectionId, SharedAccessKey key) throws SecretStoreException {
		ISecurePreferences node = root(Reason.UNWRITABLE).node(connectionId);
		try {
			node.put(KEY, key.reveal(), true);
			node.flush();
		} catch (StorageException e) {
			throw new SecretStoreException(reason(e, Reason.UNWRITABLE), e);
		} catch (IOException e) {
			node.remove(KEY);
			throw new SecretStoreException(Reason.UNWRITABLE, e);
		}
	}

	@Override
	public void remove(String connectionId) throws SecretStoreException {
		ISecurePreferences root = root(Reason.UNWRITABLE);
		if (!root.nodeExists(connectionId)) {
			return;
		}
		root.node(connectionId).removeNode();
		try {
			root.flush();
		} catch (IOException e) {
			throw new SecretStoreException(Reason.UNWRITABLE, e);
		}
	}

	private ISecurePreferences root(Reason whenMissing) throws SecretStoreException {
		ISecurePreferences preferences = storage.get();
		if (preferences == null) {
			throw new SecretStoreException(whenMissing, new IOException("no secure storage"));
		}
		return preferences.node(ROOT);
	}

	/** Equinox says NO_PASSWORD when the person closed the password dialog, DECRYPTION_ERROR for a wrong one. */
	private static Reason reason(StorageException failure, Reason otherwise) {
		return switch (failure.getErrorCode()) {
		case StorageException.NO_PASSWORD, StorageException.NO_SECURE_MODULE -> Reason.REFUSED;
		case StorageException.DECRYPTION_ERROR -> Reason.UNREADABLE;
		default -> otherwise;
		};
	}
}
