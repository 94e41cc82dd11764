// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.BulkTask;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Registers devices in bulk calls (contract §3.1), each together with its first tags and desired properties. A device that cannot be created,
 * as one that exists, does not stop the others; what was created before a cancel stays and is told. A device whose
 * twin the hub did not write is created, and failed all the same, see {@link BulkOutcome.WithoutTwin}.
 *
 * @param twin what the twin of each begins with, null for nothing
 */
public record CreateDevicesOperation(HubConnection connection, List<DeviceIdentity> devices, @Nullable TwinContent twin)
		implements HubOperation<TaskOutcome> {

	public CreateDevicesOperation {
		devices = List.copyOf(devices);
	}

	@Override
	public String title() {
		return DevicesTitle.of(devices.stream().map(DeviceIdentity::deviceId).toList(), Messages.CreateDevice_title, Messages.CreateDevices_title);
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Map<String, DeviceIdentity> byId = new LinkedHashMap<>();
		devices.forEach(device -> byId.put(device.deviceId(), device));
		TwinContent content = twin;
		List<BulkItem> items = devices.stream()
				.map(device -> content == null ? BulkItem.create(device) : BulkItem.create(device, content)).toList();
		return new BulkTask(items, outcomes -> told(outcomes, byId, session, events)).run(session, monitor, cancellation);
	}

	private void told(List<BulkOutcome> outcomes, Map<String, DeviceIdentity> byId, HubSession session, HubEvents events) {
		List<DeviceIdentity> created = outcomes.stream().filter(CreateDevicesOperation::isThere)
				.map(outcome -> byId.get(outcome.item().id().deviceId())).filter(device -> device != null)
				.map(DeviceIdentity::justCreated).toList();
		if (!created.isEmpty()) {
			// keys of an earlier device of the same id are not those of this one, which only the hub knows
			created.forEach(device -> session.deviceKeys().forget(device.deviceId()));
			events.fire(new HubEvent.DevicesCreated(connection, created));
		}
	}

	private static boolean isThere(BulkOutcome outcome) {
		return outcome instanceof BulkOutcome.Done || outcome instanceof BulkOutcome.WithoutTwin;
	}
}
