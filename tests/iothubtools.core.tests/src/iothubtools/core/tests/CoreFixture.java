// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.osgi.service.prefs.BackingStoreException;

import iothubtools.client.calls.ProxySource;
import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.internal.EquinoxSecretStore;

/** A core of its own in a folder of its own, with real preferences and a real, encrypted secure storage file. */
final class CoreFixture implements AutoCloseable {

	final Path folder;
	final Path secretFile;
	final IEclipsePreferences preferences;
	final ISecurePreferences securePreferences;
	final IotHubCore core;
	final List<HubEvent> events = new CopyOnWriteArrayList<>();

	CoreFixture(Path folder) throws IOException {
		this(folder, host -> null);
	}

	CoreFixture(Path folder, ProxySource proxies) throws IOException {
		this.folder = folder;
		this.secretFile = folder.resolve("secure_storage");
		this.preferences = InstanceScope.INSTANCE.getNode("iothubtools.core.tests." + UUID.randomUUID());
		this.securePreferences = openSecrets(secretFile);
		this.core = new IotHubCore(preferences, new EquinoxSecretStore(() -> securePreferences), proxies,
				folder.resolve("localhub"));
		core.events().addListener(events::add);
	}

	/** A storage file that opens without asking anybody, as one with a stored master password does. */
	static ISecurePreferences openSecrets(Path file) throws IOException {
		return SecurePreferencesFactory.open(file.toUri().toURL(), new HashMap<>(Map.of(IProviderHints.PROMPT_USER, Boolean.FALSE,
				IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("test master password".toCharArray()))));
	}

	/** Everything the preferences of this core wrote to disk. */
	String preferencesOnDisk() throws BackingStoreException, IOException {
		preferences.flush();
		// java.io.File, because the path of a file URL is none that Windows knows: /C:/...
		Path workspace = new File(Platform.getInstanceLocation().getURL().getPath()).toPath();
		return Files.readString(workspace.resolve(".metadata/.plugins/org.eclipse.core.runtime/.settings")
				.resolve(preferences.name() + ".prefs"));
	}

	<T extends HubEvent> List<T> events(Class<T> type) {
		return events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** Open once so many events of this kind have been told from now on. */
	CountDownLatch told(Class<? extends HubEvent> type, int times) {
		CountDownLatch told = new CountDownLatch(times);
		core.events().addListener(event -> {
			if (type.isInstance(event)) {
				told.countDown();
			}
		});
		return told;
	}

	@Override
	public void close() throws BackingStoreException {
		core.close();
		preferences.removeNode();
	}
}
