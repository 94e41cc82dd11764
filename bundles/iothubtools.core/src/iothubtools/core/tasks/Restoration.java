// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.DeletedDevices.Device;
import iothubtools.core.tasks.ItemOutcome.Result;

/**
 * Makes deleted devices anew, with the keys, tags and desired properties they had. IoT Edge devices come first: the hub gives them new
 * scopes, which the devices below them are put into.
 */
public final class Restoration {

	private static final int BAD_REQUEST = 400;
	private static final int CONFLICT = 409;

	private final DeletedDevices deleted;
	private final Consumer<List<DeviceIdentity>> listener;
	/** New scopes of IoT Edge devices by those they had. */
	private final Map<String, String> scopes = new HashMap<>();
	private final Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
	private boolean cancelled;
	private boolean ended;

	/** @param listener told the devices that are there again; on a thread of the client, which it must not block */
	public Restoration(DeletedDevices deleted, Consumer<List<DeviceIdentity>> listener) {
		this.deleted = deleted;
		this.listener = listener;
	}

	/** Does it, once. A cancel while it runs is no exception but an outcome. */
	public TaskOutcome run(HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		cancellation.check();
		List<String> ids = deleted.ids();
		ids.forEach(id -> tell(ItemOutcome.notTried(id)));
		SubMonitor progress = monitor.setWorkRemaining(2 * deleted.parts() + 1);
		try {
			for (int part = 0; part < deleted.parts() && !ended; part++) {
				edges(deleted.open(part).stream().filter(device -> device.identity().iotEdge()).toList(), session, progress.split(1),
						cancellation);
			}
			for (int part = 0; part < deleted.parts() && !ended; part++) {
				create(deleted.open(part).stream().filter(device -> !device.identity().iotEdge()).toList(), session, progress.split(1),
						cancellation);
			}
		} catch (CancellationException e) {
			cancelled = true;
		}
		return new TaskOutcome(List.copyOf(outcomes.values()), cancelled);
	}

	private void edges(List<Device> edges, HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		create(edges, session, monitor, cancellation);
		for (Device edge : edges) {
			ItemOutcome outcome = outcomes.get(edge.toString());
			String before = edge.identity().deviceScope();
			if (outcome != null && outcome.result() == Result.DONE && before != null) {
				String now = session.client().devices().get(edge.toString()).await(cancellation).deviceScope();
				if (now != null) {
					scopes.put(before, now);
				}
			}
		}
	}

	private void create(List<Device> devices, HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		if (devices.isEmpty()) {
			return;
		}
		Map<String, DeviceIdentity> wanted = new LinkedHashMap<>();
		List<BulkItem> items = new ArrayList<>();
		for (Device device : devices) {
			DeviceIdentity identity = scoped(device.identity());
			wanted.put(device.toString(), identity);
			items.add(item(identity, device.twin()));
		}
		TaskOutcome outcome = new BulkTask(items, some -> told(some, wanted)).run(session, monitor, cancellation);
		outcome.items().forEach(this::tell);
		cancelled |= outcome.cancelled();
		ended |= outcome.cancelled() || outcome.failures().values().stream().anyMatch(Restoration::isOfAll);
	}

	private static boolean isOfAll(HubException failure) {
		return !(failure instanceof ServiceException service) || service.status() != CONFLICT && service.status() != BAD_REQUEST;
	}

	private DeviceIdentity scoped(DeviceIdentity device) {
		DeviceIdentityBuilder changed = device.toBuilder();
		changed.parentScopes(device.parentScopes().stream().map(this::now).toList());
		String scope = device.deviceScope();
		// that of an IoT Edge device is its own, and made by the hub
		changed.deviceScope(device.iotEdge() || scope == null ? null : now(scope));
		return changed.build();
	}

	private String now(String scope) {
		return scopes.getOrDefault(scope, scope);
	}

	private static BulkItem item(DeviceIdentity identity, @Nullable TwinContent twin) {
		return twin == null ? BulkItem.create(identity) : BulkItem.create(identity, twin);
	}

	private void told(List<BulkOutcome> some, Map<String, DeviceIdentity> wanted) {
		List<DeviceIdentity> there = new ArrayList<>();
		for (BulkOutcome outcome : some) {
			DeviceIdentity device = wanted.get(outcome.item().id().deviceId());
			boolean isThere = outcome instanceof BulkOutcome.Done || outcome instanceof BulkOutcome.WithoutTwin;
			if (isThere && device != null) {
				deleted.restored(device.deviceId());
				there.add(device);
			}
		}
		if (!there.isEmpty()) {
			listener.accept(there);
		}
	}

	private void tell(ItemOutcome outcome) {
		outcomes.put(outcome.id(), outcome);
	}
}
