// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;

/**
 * A device of a hub as an element of a selection.
 *
 * @param connection the hub it was listed by
 * @param device     what the list said of it, which may be out of date
 */
public record DeviceNode(HubConnection connection, DeviceSummary device) implements HubElement {

	public String deviceId() {
		return device.deviceId();
	}

	/** The device id. */
	@Override
	public String name() {
		return device.deviceId();
	}
}
