// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.connections.SecretStore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.internal.EquinoxSecretStore;

class SecretStoreTest {

	private final SharedAccessKey key = SharedAccessKey.generate();

	@Test
	void keepsReplacesAndForgets(@TempDir Path folder) throws Exception {
		ISecurePreferences file = CoreFixture.openSecrets(folder.resolve("secrets"));
		SecretStore store = new EquinoxSecretStore(() -> file);
		assertNull(store.get("a"));
		store.put("a", SharedAccessKey.generate());
		store.put("a", key);
		assertEquals(key.reveal(), store.get("a").reveal());
		store.remove("a");
		store.remove("a");
		assertNull(store.get("a"));
	}

	@Test
	void aWrongMasterPasswordIsUnreadableAndSaysNothingSecret(@TempDir Path folder) throws Exception {
		Path path = folder.resolve("secrets");
		ISecurePreferences right = CoreFixture.openSecrets(path);
		new EquinoxSecretStore(() -> right).put("a", key);
		Path copy = folder.resolve("copy");
		java.nio.file.Files.copy(path, copy);
		ISecurePreferences wrong = SecurePreferencesFactory.open(copy.toUri().toURL(), new HashMap<>(Map.of(IProviderHints.PROMPT_USER,
				Boolean.FALSE, IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("another".toCharArray()))));
		SecretStoreException failure = assertThrows(SecretStoreException.class,
				() -> new EquinoxSecretStore(() -> wrong).get("a"));
		assertEquals(SecretStoreException.Reason.UNREADABLE, failure.reason());
		assertFalse(String.valueOf(failure).contains(key.reveal()));
	}

	@Test
	void noStorageAtAllIsAnErrorAndNotAPlainTextFile() {
		SecretStore none = new EquinoxSecretStore(() -> null);
		assertThrows(SecretStoreException.class, () -> none.put("a", key));
		assertThrows(SecretStoreException.class, () -> none.get("a"));
	}
}
