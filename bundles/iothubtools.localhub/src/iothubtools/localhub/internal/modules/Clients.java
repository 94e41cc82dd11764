// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Devices and modules alike, for what does not care which of them it deals with.
 *
 * @param devices where devices are kept
 * @param modules where modules are kept
 */
public record Clients(DeviceStore devices, ModuleStore modules) {

	/**
	 * The device that a client is or is on.
	 *
	 * @throws HubError 404 when there is no such device or module
	 */
	public Device require(ClientId client) {
		Device device = devices.get(client.deviceId());
		if (device == null) {
			throw HubError.deviceNotFound(client.deviceId());
		}
		if (client.isModule() && modules.get(client) == null) {
			throw ModuleErrors.notFound(client);
		}
		return device;
	}

	/**
	 * The same for a client that is to do something.
	 *
	 * @throws HubError 404 when there is no such device or module, 403 when the device is disabled
	 */
	public Device requireEnabled(ClientId client) {
		Device device = require(client);
		if (!device.enabled()) {
			throw new HubError(ErrorCode.DEVICE_DISABLED, "The device '" + client.deviceId() + "' is disabled.");
		}
		return device;
	}

	/** Whether there is such a device or module and its device is not disabled. */
	public boolean isEnabled(ClientId client) {
		Device device = devices.get(client.deviceId());
		return device != null && device.enabled() && (!client.isModule() || modules.get(client) != null);
	}

	/** Whether there is such a device or module. */
	public boolean exists(ClientId client) {
		return client.isModule() ? modules.get(client) != null : devices.get(client.deviceId()) != null;
	}

	/** Those that are kept as connected; looks at what every one of them did. */
	public List<ClientId> connected() {
		return Stream.concat(devices.connected().stream().map(ClientId::of), modules.connected().stream()).toList();
	}

	/** What a client did lately. */
	public DeviceActivity activity(ClientId client) {
		return client.isModule() ? modules.activity(client) : devices.activity(client.deviceId());
	}

	/** Takes note that a client sent something. Within a {@link iothubtools.localhub.internal.kernel.Writer} only. */
	public void sent(ClientId client, Instant now) {
		if (client.isModule()) {
			modules.put(client, modules.activity(client).at(now));
		} else {
			devices.sent(client.deviceId(), now);
		}
	}

	/** Keeps what a client did. Within a {@link iothubtools.localhub.internal.kernel.Writer} only. */
	public void put(ClientId client, DeviceActivity activity) {
		if (client.isModule()) {
			modules.put(client, activity);
		} else {
			devices.put(client.deviceId(), activity);
		}
	}
}
