// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.PolicyRights;
import iothubtools.core.hubs.HubConnection;

/**
 * What a test of a connection showed.
 *
 * @param severity as in {@link IMessageProvider}
 * @param text     what works, or what is wrong and what to do
 */
record Verdict(int severity, String text) {

	/** The hub answered and took the key, or the sign-in. */
	static Verdict of(HubConnection connection, PolicyRights rights) {
		boolean entra = connection.isEntra();
		List<String> lines = new ArrayList<>();
		if (!rights.registryRead()) {
			lines.add(entra ? Messages.Lacks_devices_read : Messages.Lacks_registry_read);
		}
		if (!rights.registryWrite()) {
			lines.add(entra ? Messages.Lacks_devices_write : Messages.Lacks_registry_write);
		}
		if (!rights.serviceConnect()) {
			lines.add(entra ? Messages.Lacks_twins_read : Messages.Lacks_service_connect);
		}
		if (lines.isEmpty()) {
			return new Verdict(IMessageProvider.INFORMATION,
					NLS.bind(entra ? Messages.Test_ok_entra : Messages.Test_ok, connection.host(), connection.policyName()));
		}
		lines.add(0, NLS.bind(entra ? Messages.Test_ok_but_entra : Messages.Test_ok_but, connection.host(), connection.policyName()));
		return new Verdict(IMessageProvider.WARNING, String.join("\n", lines));
	}

	/** It did not come to that. */
	static Verdict of(IStatus failure) {
		return failure.matches(IStatus.CANCEL) ? new Verdict(IMessageProvider.NONE, Messages.Test_cancelled)
				: new Verdict(IMessageProvider.ERROR, failure.getMessage());
	}
}
