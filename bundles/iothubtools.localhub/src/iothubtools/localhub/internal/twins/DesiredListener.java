// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.kernel.ClientId;

/** Hears of desired properties that were written and committed. */
@FunctionalInterface
public interface DesiredListener {

	/**
	 * Called in the order of the writes, on the thread of the store: it must not block.
	 *
	 * @param client  whose
	 * @param patch   what changed, null for what was deleted; not to be changed
	 * @param version the $version after it
	 */
	void desiredChanged(ClientId client, JsonObject patch, long version);
}
