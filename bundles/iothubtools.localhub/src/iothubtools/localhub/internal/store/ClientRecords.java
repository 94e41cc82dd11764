// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import iothubtools.localhub.internal.exchange.ClientId;

/** What is kept of a device or module beside its identity, and goes with it. */
interface ClientRecords {

	/** Forgets what is kept of a module, or of a device and all its modules. */
	void removeOf(ClientId client);
}
