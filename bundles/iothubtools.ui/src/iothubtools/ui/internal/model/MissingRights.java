// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import java.util.Set;
import java.util.stream.Collectors;

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

	/** All of it, a line for each right, and what can be done about it; empty if nothing is known to be missing. */
	public static String explained(HubConnection connection) {
		Set<HubRight> missing = IotHubCore.get().rights().missing(connection);
		if (missing.isEmpty()) {
			return "";
		}
		String rights = missing.stream().map(right -> NLS.bind(Messages.Missing_right, right.azureName(), without(right)))
				.collect(Collectors.joining("\n"));
		return NLS.bind(connection.isEntra() ? Messages.Missing_explained_entra : Messages.Missing_explained,
				new Object[] { connection.name(), connection.policyName(), rights });
	}

	/** All of it in one line; empty if nothing is known to be missing. */
	public static String shortly(HubConnection connection) {
		Set<HubRight> missing = IotHubCore.get().rights().missing(connection);
		String rights = missing.stream().map(HubRight::azureName).collect(Collectors.joining(", "));
		return missing.isEmpty() ? "" : connection.isEntra() ? NLS.bind(Messages.Missing_shortly_entra, connection.name(), rights)
				: NLS.bind(Messages.Missing_shortly, new Object[] { connection.name(), connection.policyName(), rights });
	}

	private static String without(HubRight right) {
		return switch (right) {
		case REGISTRY_READ -> Messages.Missing_read;
		case REGISTRY_WRITE -> Messages.Missing_write;
		case SERVICE_CONNECT -> Messages.Missing_service;
		};
	}
}
