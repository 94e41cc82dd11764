// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.DeletedDevices.Device;

/**
 * Deletes devices under the etags just read and keeps what is needed to make them anew: also of those of which it is not known whether the
 * hub has deleted them.
 */
public final class KeptDeletion extends HundredAtATime {

	private final DeletedDevices kept;
	private final Consumer<List<String>> listener;
	private final Objection objection;

	/** Says why a device as it is now is not to be deleted. */
	@FunctionalInterface
	public interface Objection {

		/** No device is spared. */
		Objection NONE = (device, state) -> null;

		/**
		 * @param state another one after each change, see {@link CopyNote#state}
		 * @return null if it is to be deleted
		 */
		@Nullable
		String to(DeviceIdentity device, String state);
	}

	/** @param listener told the devices that are gone, deleted here or not known to the hub; on the thread of the task */
	public KeptDeletion(List<String> deviceIds, DeletedDevices kept, Objection objection, Consumer<List<String>> listener) {
		super(deviceIds);
		this.kept = kept;
		this.objection = objection;
		this.listener = listener;
	}

	@Override
	void write(List<DeviceIdentity> devices, HubSession session, Cancellation cancellation) throws HubException {
		Map<String, Device> read = new LinkedHashMap<>();
		List<String> unknown = new ArrayList<>();
		TwinReads.of(devices, session, cancellation, (id, failure) -> failed(id, failure, unknown))
				.forEach(device -> {
					String why = objection.to(device.identity(), device.state());
					if (why == null) {
						read.put(device.toString(), device);
					} else {
						tell(ItemOutcome.left(device.toString(), why));
					}
				});
		if (!unknown.isEmpty()) {
			gone(unknown);
		}
		if (!read.isEmpty()) {
			delete(read, session, cancellation);
		}
	}

	private void delete(Map<String, Device> devices, HubSession session, Cancellation cancellation) throws HubException {
		List<BulkItem> items = devices.values().stream()
				.map(device -> BulkItem.delete(device.identity().deviceId(), device.identity().etag())).toList();
		Set<String> there = new HashSet<>();
		List<String> deleted = new ArrayList<>();
		try {
			for (BulkOutcome outcome : send(items, session, cancellation)) {
				String id = outcome.item().id().deviceId();
				if (outcome instanceof BulkOutcome.Done) {
					deleted.add(id);
				} else if (outcome instanceof BulkOutcome.Refused || outcome instanceof BulkOutcome.Failed failed && !failed.failure().isUnclear()) {
					there.add(id);
				}
			}
		} catch (CancellationException e) {
			kept.add(List.copyOf(devices.values()));
			throw e;
		}
		kept.add(devices.values().stream().filter(device -> !there.contains(device.toString())).toList());
		if (!deleted.isEmpty()) {
			gone(deleted);
		}
	}

	@Override
	void gone(List<String> ids) {
		listener.accept(ids);
	}
}
