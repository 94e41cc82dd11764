// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.tasks.TaskOutcome;

/**
 * What {@link ReadDevicesOperation} read.
 *
 * @param devices those the hub gave, in the order they were asked for
 * @param outcome what became of each that was asked for
 */
public record DevicesRead(List<DeviceIdentity> devices, TaskOutcome outcome) {

	public DevicesRead {
		devices = List.copyOf(devices);
	}
}
