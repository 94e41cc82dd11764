// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import org.eclipse.jdt.annotation.Nullable;

/** Hears of device identities that are made, changed or removed, and does what follows from that. */
@FunctionalInterface
public interface DeviceListener {

	/**
	 * Called within the write itself, after it: what this writes is kept with it. It must not block.
	 *
	 * @param before null when the device is new
	 * @param after  null when the device is gone
	 */
	void changed(@Nullable Device before, @Nullable Device after);
}
