// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.connections;

import iothubtools.localhub.internal.kernel.ClientId;

/** Hears of devices and modules that connect or disconnect. */
@FunctionalInterface
public interface ConnectionListener {

	/** Called within a {@link iothubtools.localhub.internal.kernel.Writer} when the state is kept; it must not block. */
	void changed(ClientId client, boolean connected);
}
