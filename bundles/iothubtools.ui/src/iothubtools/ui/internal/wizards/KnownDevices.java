// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubInventory;

/** The devices that the IoT Hub view has loaded. The hub may have others, and may have lost some of these. */
public final class KnownDevices {

	private KnownDevices() {
	}

	/** Which of these ids are in the list of the view; none where it is not open. Asks no hub. */
	public static Set<String> among(HubConnection hub, Set<String> deviceIds) {
		@Nullable HubInventory inventory = Adapters.adapt(HubViewSelection.view(), HubInventory.class);
		return inventory == null ? Set.of() : inventory.known(hub, deviceIds);
	}
}
