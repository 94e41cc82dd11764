// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferenceNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.ConnectionPreferences;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.SecretStore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.connections.SecretStoreException.Reason;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Scope;
import iothubtools.ui.internal.preferences.HubConnectionsPage;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** What becomes of the keys that are entered on the preference page. */
@ExtendWith(NoErrorsLogged.class)
class HubConnectionsSecretsTest {

	private final HubConnectionsWindow hubs = new HubConnectionsWindow();
	private final HubConnections connections = IotHubCore.get().connections();

	@BeforeEach
	void openThePage() {
		hubs.open();
	}

	@AfterEach
	void removeAll() throws SecretStoreException {
		hubs.close();
		for (HubConnection connection : connections.all()) {
			connections.remove(connection);
		}
	}

	@Test
	void noKeyIsInPreferencesDialogSettingsOrLog() throws IOException, BackingStoreException {
		hubs.add("first");
		hubs.applyAndClose();
		InstanceScope.INSTANCE.getNode("iothubtools.core").flush();
		Path metadata = Platform.getLogFileLocation().toFile().toPath().getParent();
		List<Path> read = new ArrayList<>();
		Files.walkFileTree(metadata, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				// the workspace's lock is empty, and nobody else may read it on Windows
				if (attributes.isRegularFile() && !file.endsWith(".lock")) {
					try {
						assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(HubConnectionsWindow.KEY), file.toString());
						read.add(file);
					} catch (NoSuchFileException e) {
						return visitFileFailed(file, e);
					}
				}
				return FileVisitResult.CONTINUE;
			}

			/** The platform writes and deletes files of its own meanwhile. */
			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
				return failure instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, failure);
			}
		});
		assertTrue(read.stream().anyMatch(file -> file.endsWith("iothubtools.core.prefs")), read.toString());
	}

	@Test
	void storesNothingWhenSecureStorageRefusesAndSaysSo() throws Exception {
		hubs.close();
		Preferences node = InstanceScope.INSTANCE.getNode("iothubtools.ui.tests.refused");
		HubConnections refused = new HubConnections(new ConnectionPreferences(node), new Refusing(), new HubEvents());
		try {
			hubs.open(() -> {
				HubConnectionsPage own = new HubConnectionsPage(refused);
				own.setTitle("Azure IoT Hub");
				PreferenceManager manager = new PreferenceManager();
				manager.addToRoot(new PreferenceNode("hubs", own));
				return new PreferenceDialog(HubConnectionsWindow.shell(), manager);
			});
			hubs.add("first");
			hubs.window.press("Apply and Close");
			Scope message = Scope.window("Hub Connection Not Stored").open();
			message.shows("Nothing was stored");
			message.press("OK");
			message.closed();
			assertEquals(List.of("first (default)"), hubs.rows());
			assertEquals(List.of(), refused.all());
		} finally {
			node.removeNode();
		}
	}

	/** Secure Storage whose master password the person does not give. */
	private static final class Refusing implements SecretStore {

		@Override
		public SharedAccessKey get(String connectionId) throws SecretStoreException {
			throw new SecretStoreException(Reason.REFUSED, new IOException("refused"));
		}

		@Override
		public void put(String connectionId, SharedAccessKey key) throws SecretStoreException {
			throw new SecretStoreException(Reason.REFUSED, new IOException("refused"));
		}

		@Override
		public void remove(String connectionId) {
			// nothing is ever stored
		}
	}
}
