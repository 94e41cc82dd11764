// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.DeletedDevices.Device;
import iothubtools.core.tasks.Reads.Read;

/** Reads devices as it takes to make them at another hub, a hundred at a time: identity with keys, twin, and what cannot be taken along. */
public final class CopyReading extends HundredAtATime {

	private static final String SCOPE = "ms-azure-iot-edge://";
	/** Modules of this kind come with every IoT Edge device. */
	private static final String BY_THE_HUB = "$";

	private final DeletedDevices copy;
	private final Map<String, CopyNote> notes = new HashMap<>();

	/** @param copy takes what was read */
	public CopyReading(List<String> deviceIds, DeletedDevices copy) {
		super(deviceIds);
		this.copy = copy;
	}

	/** What has to be known of those that were read, by their ids. */
	public Map<String, CopyNote> notes() {
		return Map.copyOf(notes);
	}

	@Override
	void write(List<DeviceIdentity> devices, HubSession session, Cancellation cancellation) throws HubException {
		List<String> unknown = new ArrayList<>();
		List<Device> read = TwinReads.of(devices, session, cancellation, (id, failure) -> failed(id, failure, unknown));
		List<Read<List<ModuleIdentity>>> modules = Reads.of(read.stream().map(Device::toString).toList(), session.client().modules()::list)
				.await(cancellation);
		for (int i = 0; i < read.size(); i++) {
			DeviceIdentity device = read.get(i).identity();
			List<ModuleIdentity> own = modules.get(i).value();
			int count = own == null ? -1 : (int) own.stream().filter(module -> !module.moduleId().startsWith(BY_THE_HUB)).count();
			notes.put(device.deviceId(), new CopyNote(parent(device), count, device.cloudToDeviceMessageCount(), read.get(i).twin() == null, read.get(i).state()));
			tell(ItemOutcome.done(device.deviceId()));
		}
		copy.add(read);
	}

	/** A scope is named by the id of its device and what tells apart those that had it. */
	private static String parent(DeviceIdentity device) {
		List<String> scopes = device.parentScopes();
		String own = device.deviceScope();
		String scope = scopes.isEmpty() ? device.iotEdge() || own == null ? "" : own : scopes.get(0);
		int end = scope.lastIndexOf('-');
		return scope.startsWith(SCOPE) && end > SCOPE.length() ? scope.substring(SCOPE.length(), end) : "";
	}

	@Override
	void gone(List<String> ids) {
		// their outcomes tell it
	}
}
