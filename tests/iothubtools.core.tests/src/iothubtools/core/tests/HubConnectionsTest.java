// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.internal.EquinoxSecretStore;

class HubConnectionsTest {

	private final SharedAccessKey key = SharedAccessKey.generate();
	private CoreFixture fixture;
	private HubConnections connections;

	@BeforeEach
	void open(@TempDir Path folder) throws Exception {
		fixture = new CoreFixture(folder);
		connections = fixture.core.connections();
	}

	@AfterEach
	void close() throws Exception {
		fixture.close();
	}

	private static HubConnection connection(String name, String host) {
		return HubConnection.create(name, HubHost.parse(host), "iothubowner");
	}

	@Test
	void aSavedConnectionIsReadBackWithItsKey() throws Exception {
		HubConnection saved = connection("Plant", "plant.azure-devices.net:8443").withCaCertificate("ca.pem");
		connections.save(saved, key);
		assertEquals(List.of(saved), connections.all());
		assertEquals(key.reveal(), connections.key(saved).reveal());
		assertEquals(List.of(new HubEvent.ConnectionAdded(saved)), fixture.events);
	}

	@Test
	void theKeyIsOnlyInSecureStorageAndThereEncrypted() throws Exception {
		connections.save(connection("Plant", "plant.azure-devices.net"), key);
		assertFalse(fixture.preferencesOnDisk().contains(key.reveal()));
		assertTrue(fixture.preferencesOnDisk().contains("plant.azure-devices.net"));
		String secrets = Files.readString(fixture.secretFile);
		assertFalse(secrets.contains(key.reveal()));
		assertTrue(secrets.contains("sharedAccessKey"), secrets);
		assertFalse(secrets.contains("plant"), "node names tell nothing about the hub");
	}

	@Test
	void whenSecureStorageRefusesNothingIsStored(@TempDir Path folder) throws Exception {
		// nobody to ask and no password: what a cancelled master password dialog ends in
		ISecurePreferences locked = SecurePreferencesFactory.open(folder.resolve("locked").toUri().toURL(),
				new HashMap<>(Map.of(IProviderHints.PROMPT_USER, Boolean.FALSE, IProviderHints.REQUIRED_MODULE_ID, "no.such.module")));
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode("iothubtools.core.tests.refused");
		try (IotHubCore core = new IotHubCore(node, new EquinoxSecretStore(() -> locked), host -> null, folder)) {
			SecretStoreException refused = assertThrows(SecretStoreException.class,
					() -> core.connections().save(connection("Plant", "plant.azure-devices.net"), key));
			assertEquals(SecretStoreException.Reason.REFUSED, refused.reason());
			assertEquals(List.of(), core.connections().all());
			assertEquals(0, node.node("connections").childrenNames().length);
		} finally {
			node.removeNode();
		}
	}

	@Test
	void theFirstConnectionIsTheDefaultUntilAnotherIsChosen() throws Exception {
		assertNull(connections.defaultConnection());
		HubConnection a = connection("A", "a.azure-devices.net");
		HubConnection b = connection("B", "b.azure-devices.net");
		connections.save(b, key);
		connections.save(a, key);
		assertEquals(a, connections.defaultConnection());
		connections.makeDefault(b.id());
		assertEquals(b, connections.defaultConnection());
		connections.remove(b);
		assertEquals(a, connections.defaultConnection());
	}

	@Test
	void aRemovedConnectionTakesItsSecretWithIt() throws Exception {
		HubConnection saved = connection("Plant", "plant.azure-devices.net");
		connections.save(saved, key);
		connections.remove(saved);
		assertEquals(List.of(), connections.all());
		assertThrows(MissingKeyException.class, () -> connections.key(saved));
		assertFalse(Files.readString(fixture.secretFile).contains(saved.id()));
	}

	@Test
	void changingOnlyTheNameKeepsTheKeyAndIsToldOnce() throws Exception {
		HubConnection saved = connection("Plant", "plant.azure-devices.net");
		connections.save(saved, key);
		HubConnection renamed = new HubConnection(saved.id(), "Factory", saved.host(), saved.policyName(), "");
		connections.save(renamed);
		connections.save(renamed);
		assertEquals(key.reveal(), connections.key(renamed).reveal());
		assertEquals(1, fixture.events(HubEvent.ConnectionChanged.class).size());
	}

	@Test
	void aDamagedEntryDoesNotHideTheOthers() throws Exception {
		HubConnection good = connection("Good", "good.azure-devices.net");
		connections.save(good, key);
		fixture.preferences.node("connections").node("damaged").put("host", "https://no/");
		assertEquals(List.of(good), connections.all());
	}
}
