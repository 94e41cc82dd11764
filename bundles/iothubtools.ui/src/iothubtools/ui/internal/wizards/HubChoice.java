// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/** What a wizard starts with. */
public final class HubChoice {

	private HubChoice() {
	}

	/** The hub of what is selected, else the default one; null when there is none. */
	public static @Nullable HubConnection hub(@Nullable ISelection selection) {
		HubConnection selected = HubSelection.connection(selection);
		return selected == null ? IotHubCore.get().connections().defaultConnection() : selected;
	}

	/** The id of the selected device; empty unless exactly one is selected. */
	public static String deviceId(@Nullable ISelection selection) {
		DeviceNode device = HubSelection.device(selection);
		return device == null ? "" : device.deviceId();
	}
}
