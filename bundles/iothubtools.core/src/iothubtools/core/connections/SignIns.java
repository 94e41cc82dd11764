// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import iothubtools.client.auth.AccessTokenSource;

/** Where tokens of Microsoft Entra ID come from on this machine. */
@FunctionalInterface
public interface SignIns {

	/** The tokens of whoever is signed in at this tenant; an empty name stands for the usual one. */
	AccessTokenSource of(String tenant);
}
