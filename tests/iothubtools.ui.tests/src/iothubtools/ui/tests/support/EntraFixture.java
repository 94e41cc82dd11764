// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.nio.file.Path;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

import iothubtools.client.auth.HubHost;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tests.support.azurecli.StandInAz;
import iothubtools.tests.support.hub.LocalHubExtension;

/** A real hub that only a sign-in opens, a stand-in for the Azure CLI, and a connection of the running IDE; all go when it is closed. */
public final class EntraFixture extends LocalHubExtension {

	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("iothubtools.core");
	private final StandInAz az;
	private final HubConnection connection;

	/** With this many devices; nobody is signed in. */
	public EntraFixture(Path folder, int devices, String tenant) throws Exception {
		super(settings -> settings.withEntra(true).withSharedKeys(false).withSampleDevices(devices));
		startIn(folder.resolve("hub"));
		az = new StandInAz(folder.resolve("az"));
		az.fail("ERROR: Please run 'az login' to setup account.");
		preferences.put(IotHubCore.AZURE_CLI, az.program().toString());
		connection = HubConnection.create("Factory", HubHost.parse(hub().hostName()), new ConnectionKind.Entra(tenant))
				.withCaCertificate(hub().caCertificate().toString());
		IotHubCore.get().connections().saveWithoutKey(connection);
	}

	/** Somebody with a role, by the name of one of the test issuer's clients, signs in. */
	public void signIn(String client) throws Exception {
		az.signIn(hub(), client);
	}

	@Override
	protected void closing() throws Exception {
		IotHubCore.get().connections().remove(connection);
		preferences.remove(IotHubCore.AZURE_CLI);
	}
}
