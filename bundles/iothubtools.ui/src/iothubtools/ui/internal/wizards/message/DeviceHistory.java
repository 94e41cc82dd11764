// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogSettings;

import iothubtools.core.hubs.HubConnection;

/** The devices that sent last, newest first, for each hub. */
final class DeviceHistory {

	private static final int LENGTH = 10;
	private static final String KEY = "devices.";

	private final IDialogSettings settings;

	DeviceHistory(IDialogSettings settings) {
		this.settings = settings;
	}

	List<String> of(HubConnection hub) {
		String[] devices = settings.getArray(KEY + hub.id());
		return devices == null ? List.of() : List.of(devices);
	}

	void add(HubConnection hub, String deviceId) {
		List<String> devices = new ArrayList<>(of(hub));
		devices.remove(deviceId);
		devices.add(0, deviceId);
		settings.put(KEY + hub.id(), devices.stream().limit(LENGTH).toArray(String[]::new));
	}
}
