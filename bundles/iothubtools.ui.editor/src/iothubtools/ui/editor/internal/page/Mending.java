// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;

/** Tells events after which a hub may say of a device what it did not before. */
final class Mending {

	private Mending() {
	}

	static boolean of(HubEvent event, DeviceEditorInput device) {
		if (event instanceof HubEvent.LocalHubChanged) {
			return LocalHubService.CONNECTION_ID.equals(device.connectionId()) && IotHubCore.get().localHub().state() == LocalHubState.RUNNING;
		} else if (event instanceof HubEvent.ConnectionAdded added) {
			return is(added.connection(), device);
		} else if (event instanceof HubEvent.ConnectionChanged changed) {
			return is(changed.connection(), device);
		} else if (event instanceof HubEvent.ModuleCreated created) {
			return is(created.connection(), device) && created.module().equals(device.client());
		}
		return event instanceof HubEvent.DevicesCreated created && is(created.connection(), device)
				&& created.devices().stream().anyMatch(one -> one.deviceId().equals(device.deviceId()));
	}

	private static boolean is(HubConnection connection, DeviceEditorInput device) {
		return connection.id().equals(device.connectionId());
	}
}
