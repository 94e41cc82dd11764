// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.nio.file.Path;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/** A real hub on this machine and a connection of the running IDE that leads to it; both go when it is closed. */
public final class HubFixture implements AutoCloseable {

	private final LocalHubSettings settings;
	private LocalHub hub;
	private final HubConnection connection;

	private HubFixture(LocalHubSettings settings, LocalHub hub, HubConnection connection) {
		this.settings = settings;
		this.hub = hub;
		this.connection = connection;
	}

	/** Starts a hub with sample devices and connects as iothubowner. */
	public static HubFixture start(Path folder, String name, int devices) throws LocalHubException, SecretStoreException {
		return start(LocalHubSettings.in(folder).withSampleDevices(devices), name, "iothubowner");
	}

	/** Starts a hub and connects with one of its policies. */
	public static HubFixture start(LocalHubSettings settings, String name, String policy)
			throws LocalHubException, SecretStoreException {
		LocalHub hub = LocalHub.start(settings);
		HubConnection connection = HubFixture.connect(hub, name, policy);
		return new HubFixture(settings.withPort(hub.port()), hub, connection);
	}

	/** Adds a connection to a hub that runs. */
	public static HubConnection connect(LocalHub hub, String name, String policy) throws SecretStoreException {
		HubConnectionString string = HubConnectionString.parse(hub.connectionString(policy));
		HubConnection connection = HubConnection.create(name, string.host(), policy)
				.withCaCertificate(hub.caCertificate().toString());
		IotHubCore.get().connections().save(connection, (SharedAccessKey) string.credential());
		return connection;
	}

	/** Removes a connection, if it is there. */
	public static void forget(String connectionId) throws SecretStoreException {
		HubConnection connection = IotHubCore.get().connections().find(connectionId);
		if (connection != null) {
			IotHubCore.get().connections().remove(connection);
		}
	}

	public LocalHub hub() {
		return hub;
	}

	public HubConnection connection() {
		return connection;
	}

	/** Creates a device with keys the hub makes. */
	public DeviceIdentity create(String deviceId) throws CoreException {
		return IotHubCore.get().operations().run(
				new CreateDeviceOperation(connection, DeviceIdentity.builder(deviceId).build()), new NullProgressMonitor());
	}

	/** Takes the hub down; its connection stays. */
	public void stop() {
		hub.close();
	}

	/** Starts it again where it was. */
	public void restart() throws LocalHubException {
		hub = LocalHub.start(settings);
	}

	@Override
	public void close() throws SecretStoreException {
		IotHubCore.get().connections().remove(connection);
		hub.close();
	}
}
