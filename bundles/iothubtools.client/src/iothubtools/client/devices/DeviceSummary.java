// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A device as a row of a list. Comes from a query and may be seconds to minutes old (contract §3.3).
 *
 * @param deviceId                  the id
 * @param status                    whether it may connect
 * @param statusReason              why, as its owner wrote it
 * @param connectionState           whether it is connected
 * @param authenticationType        the wire name, e.g. {@code sas}; may be one this version does not know
 * @param lastActivityTime          null if it never connected
 * @param iotEdge                   whether it is an IoT Edge device
 * @param cloudToDeviceMessageCount messages waiting for it
 * @param details                   what else is known; null in lists of all devices, which keep no more than they show
 */
public record DeviceSummary(String deviceId, DeviceStatus status, @Nullable String statusReason,
		ConnectionState connectionState, String authenticationType, @Nullable Instant lastActivityTime, boolean iotEdge,
		int cloudToDeviceMessageCount, @Nullable DeviceDetails details) {

	/** A row of which nothing else is known. */
	public DeviceSummary(String deviceId, DeviceStatus status, @Nullable String statusReason, ConnectionState connectionState,
			String authenticationType, @Nullable Instant lastActivityTime, boolean iotEdge, int cloudToDeviceMessageCount) {
		this(deviceId, status, statusReason, connectionState, authenticationType, lastActivityTime, iotEdge,
				cloudToDeviceMessageCount, null);
	}

	/** The row of a device whose identity is known, with all details but the tags. */
	public static DeviceSummary of(DeviceIdentity device) {
		return new DeviceSummary(device.deviceId(), device.status(), device.statusReason(), device.connectionState(),
				device.authentication().type(), device.lastActivityTime(), device.iotEdge(),
				device.cloudToDeviceMessageCount(),
				new DeviceDetails(device.etag(), device.generationId(), null, device.parentScopes()));
	}

	/** The row as a list of all devices has it. */
	public DeviceSummary withoutDetails() {
		return details == null ? this
				: new DeviceSummary(deviceId, status, statusReason, connectionState, authenticationType, lastActivityTime, iotEdge,
						cloudToDeviceMessageCount);
	}
}
