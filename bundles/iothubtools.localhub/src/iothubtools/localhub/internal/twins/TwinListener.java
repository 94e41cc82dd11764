// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import iothubtools.localhub.internal.kernel.ClientId;

/** Hears of every write of a twin that was there before. */
@FunctionalInterface
public interface TwinListener {

	/** Called within the write itself, after it; it must not block. */
	void changed(ClientId client, TwinUpdate update);
}
