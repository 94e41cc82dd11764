// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.ProxySource;
import iothubtools.core.hubs.HubConnection;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;

/** A core and a local hub to talk to over real TLS, with a saved connection as iothubowner. */
final class HubFixture extends LocalHubExtension {

	private final ProxySource proxies;
	CoreFixture cores;
	HubConnection connection;

	/** With a hub without devices. */
	HubFixture() {
		this(settings -> settings);
	}

	HubFixture(UnaryOperator<LocalHubSettings> change) {
		this(change, host -> null);
	}

	private HubFixture(UnaryOperator<LocalHubSettings> change, ProxySource proxies) {
		// what the core keeps has a folder beside the hub's
		super(settings -> change.apply(settings.withDataDirectory(settings.dataDirectory().resolve("hub"))));
		this.proxies = proxies;
	}

	/** Starts one that the test closes. */
	static HubFixture start(Path folder, UnaryOperator<LocalHubSettings> change) throws Exception {
		return start(folder, change, host -> null);
	}

	/** The same with proxies. */
	static HubFixture start(Path folder, UnaryOperator<LocalHubSettings> change, ProxySource proxies) throws Exception {
		HubFixture fixture = new HubFixture(change, proxies);
		fixture.startIn(folder);
		return fixture;
	}

	@Override
	protected void started() throws Exception {
		if (cores == null) {
			cores = new CoreFixture(settings().dataDirectory().getParent(), proxies);
			connection = connect("iothubowner");
		}
	}

	/** Saves a connection for one of the built-in policies of the hub. */
	HubConnection connect(String policy) throws Exception {
		HubConnectionString string = HubConnectionString.parse(hub().connectionString(policy));
		HubConnection saved = HubConnection.create(policy, string.host(), policy)
				.withCaCertificate(hub().caCertificate().toString());
		cores.core.connections().save(saved, (SharedAccessKey) string.credential());
		cores.preferences.node("connections/" + saved.id()).putInt("amqpPort", hub().amqpPort());
		return saved;
	}

	@Override
	protected void closing() throws Exception {
		cores.close();
	}
}
