// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import java.util.Set;

import org.eclipse.osgi.util.NLS;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/** What cannot be done with the devices of a hub, and why: commands that are disabled cannot say it themselves. */
public final class MissingRights {

	private MissingRights() {
	}

	/** Such as "the policy readers lacks RegistryWrite: no devices can be changed"; empty if nothing is known to be missing. */
	public static String inWords(HubConnection connection) {
		Set<HubRight> missing = IotHubCore.get().rights().missing(connection);
		String what;
		HubRight right;
		if (missing.contains(HubRight.REGISTRY_READ)) {
			what = Messages.Missing_read;
			right = HubRight.REGISTRY_READ;
		} else if (missing.contains(HubRight.REGISTRY_WRITE)) {
			what = Messages.Missing_write;
			right = HubRight.REGISTRY_WRITE;
		} else {
			// a list that is cut short says it
			return "";
		}
		return connection.isEntra() ? NLS.bind(Messages.Missing_entra, what)
				: NLS.bind(Messages.Missing, new Object[] { what, connection.policyName(), right.azureName() });
	}
}
