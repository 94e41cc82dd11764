// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import java.nio.file.Path;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.ProxySource;
import iothubtools.core.hubs.HubConnection;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubSettings;

/** A core and a local hub to talk to over real TLS, with a saved connection as iothubowner. */
final class HubFixture implements AutoCloseable {

	final CoreFixture cores;
	final LocalHub hub;
	final HubConnection connection;

	HubFixture(Path folder) throws Exception {
		this(folder, LocalHubSettings.in(folder.resolve("hub")));
	}

	HubFixture(Path folder, LocalHubSettings settings) throws Exception {
		this(folder, settings, host -> null);
	}

	HubFixture(Path folder, LocalHubSettings settings, ProxySource proxies) throws Exception {
		cores = new CoreFixture(folder, proxies);
		hub = LocalHub.start(settings);
		connection = connect("iothubowner");
	}

	/** Saves a connection for one of the built-in policies of the hub. */
	HubConnection connect(String policy) throws Exception {
		HubConnectionString string = HubConnectionString.parse(hub.connectionString(policy));
		HubConnection saved = HubConnection.create(policy, string.host(), policy)
				.withCaCertificate(hub.caCertificate().toString());
		cores.core.connections().save(saved, (SharedAccessKey) string.credential());
		return saved;
	}

	@Override
	public void close() throws Exception {
		cores.close();
		hub.close();
	}
}
