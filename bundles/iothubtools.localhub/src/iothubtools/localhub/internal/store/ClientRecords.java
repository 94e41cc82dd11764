// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import iothubtools.localhub.internal.kernel.ClientId;

/** What is kept of a device or module beside its identity, and goes with it. */
interface ClientRecords {

	/** Reads what {@link #removeOf} is to remove: if it is damaged, that is noticed while nothing is half removed yet. */
	void readOf(ClientId client);

	/** Forgets what is kept of a module, or of a device and all its modules. */
	void removeOf(ClientId client);
}
