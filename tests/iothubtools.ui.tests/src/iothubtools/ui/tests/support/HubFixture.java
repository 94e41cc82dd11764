// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;

/** A real hub on this machine and a connection of the running IDE that leads to it; both go when it is closed. */
public final class HubFixture extends LocalHubExtension {

	private final String name;
	private final String policy;
	private HubConnection connection;

	/** One that JUnit starts and stops: a hub without devices, and a connection of this name as iothubowner. */
	public HubFixture(String name) {
		this(name, "iothubowner", 0);
	}

	/** The same with sample devices. */
	public HubFixture(String name, int devices) {
		this(name, "iothubowner", devices);
	}

	/** The same whose time is that of a clock, and with sample devices. */
	public HubFixture(String name, int devices, Clock clock) {
		this(name, "iothubowner", settings -> settings.withSampleDevices(devices).withClock(clock));
	}

	private HubFixture(String name, String policy, int devices) {
		this(name, policy, settings -> settings.withSampleDevices(devices));
	}

	private HubFixture(String name, String policy, UnaryOperator<LocalHubSettings> change) {
		super(change);
		this.name = name;
		this.policy = policy;
	}

	/** Starts a hub with sample devices and connects as iothubowner. */
	public static HubFixture start(Path folder, String name, int devices) throws Exception {
		return start(folder, name, devices, "iothubowner");
	}

	/** Starts a hub with sample devices and connects with one of its policies. */
	public static HubFixture start(Path folder, String name, int devices, String policy) throws Exception {
		HubFixture fixture = new HubFixture(name, policy, devices);
		fixture.startIn(folder);
		return fixture;
	}

	/** Starts a hub with other settings and connects as iothubowner. */
	public static HubFixture start(Path folder, String name, UnaryOperator<LocalHubSettings> change) throws Exception {
		HubFixture fixture = new HubFixture(name, "iothubowner", change);
		fixture.startIn(folder);
		return fixture;
	}

	@Override
	protected void started() throws Exception {
		if (connection == null) {
			connection = connect(hub(), name, policy);
		}
	}

	/** Adds a connection to a hub that runs. */
	public static HubConnection connect(LocalHub hub, String name, String policy) throws SecretStoreException {
		HubConnectionString string = HubConnectionString.parse(hub.connectionString(policy));
		HubConnection connection = HubConnection.create(name, string.host(), policy)
				.withCaCertificate(hub.caCertificate().toString());
		IotHubCore.get().connections().save(connection, (SharedAccessKey) string.credential());
		// hubs of tests have any free port
		amqpPort(connection, hub.amqpPort());
		return connection;
	}

	/** Has AMQP spoken at another port than that of all hubs of Azure; before it is spoken at all. */
	public static void amqpPort(HubConnection connection, int port) {
		InstanceScope.INSTANCE.getNode("iothubtools.core/connections/" + connection.id()).putInt("amqpPort", port);
	}

	/** Removes a connection, if it is there. */
	public static void forget(String connectionId) throws SecretStoreException {
		HubConnection connection = IotHubCore.get().connections().find(connectionId);
		if (connection != null) {
			IotHubCore.get().connections().remove(connection);
		}
	}

	public HubConnection connection() {
		return connection;
	}

	/** Creates a device with keys the hub makes. */
	public DeviceIdentity create(String deviceId) throws CoreException {
		return IotHubCore.get().operations().run(
				new CreateDeviceOperation(connection, DeviceIdentity.builder(deviceId).build()), new NullProgressMonitor());
	}

	/** Creates a device as somebody else does, of which the IDE hears nothing. */
	public void createElsewhere(String deviceId) throws CoreException {
		elsewhere(connection -> new CreateDeviceOperation(connection, DeviceIdentity.builder(deviceId).build()));
	}

	/** Deletes one as somebody else does. */
	public void deleteElsewhere(String deviceId) throws CoreException {
		elsewhere(connection -> new DeleteDevicesOperation(connection, List.of(deviceId)));
	}

	/** Changes one as somebody else does. */
	public void changeElsewhere(String deviceId, IdentityChange change) throws CoreException {
		elsewhere(connection -> new UpdateDevicesOperation(connection, List.of(deviceId), change));
	}

	private <T> void elsewhere(Function<HubConnection, HubOperation<T>> operation) throws CoreException {
		HubConnectionString string = HubConnectionString.parse(hub().connectionString("iothubowner"));
		HubConnection other = HubConnection.create("Elsewhere", string.host(), "iothubowner")
				.withCaCertificate(hub().caCertificate().toString());
		IotHubCore.get().operations().run(operation.apply(other), (SharedAccessKey) string.credential(), new NullProgressMonitor());
	}

	@Override
	protected void closing() throws SecretStoreException {
		IotHubCore.get().connections().remove(connection);
	}
}
