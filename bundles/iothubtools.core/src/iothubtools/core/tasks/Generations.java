// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.connections.HubSession;

/** Reads what tells devices of the same id apart, a hundred at a time, from the registry itself and not by a query, which may be out of date. */
public final class Generations extends HundredAtATime {

	private final Map<String, String> found = new HashMap<>();

	/** Of these devices. */
	public Generations(List<String> deviceIds) {
		super(deviceIds);
	}

	/** By the ids of those that there are. */
	public Map<String, String> found() {
		return Map.copyOf(found);
	}

	@Override
	void write(List<DeviceIdentity> devices, HubSession session, Cancellation cancellation) {
		devices.forEach(device -> found.put(device.deviceId(), device.generationId()));
	}

	@Override
	void gone(List<String> ids) {
		// they are not found
	}
}
