// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.ClientId;

/**
 * Where twins are kept that were ever written; all others take no room. Reading is open to every thread; what changes
 * something is called within a {@link iothubtools.localhub.internal.devices.Writer} only. A twin goes with its device or
 * module.
 */
public interface TwinStore {

	/**
	 * A twin, and whose.
	 *
	 * @param client whose
	 * @param twin   the twin, its parts still text
	 */
	record Written(ClientId client, Twin twin) {
	}

	/** The twin of a device or module, or null when it was never written. */
	@Nullable Twin find(ClientId client);

	/** Keeps a twin. */
	void put(ClientId client, Twin twin);

	/** The written twins of devices, in the order of device ids, from one on. What changes meanwhile may or may not be seen. */
	Iterator<Written> ofDevices(@Nullable String fromDeviceId);

	/** The written twins of modules, in the order of {@link ClientId#toString}. */
	Iterator<Written> ofModules();
}
