// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.DeletedDevices.Device;

/**
 * Makes deleted devices anew, with the keys, tags and desired properties they had. IoT Edge devices come first: the hub gives them new
 * scopes, which the devices below them are put into.
 */
public final class Restoration {

	private static final String SCOPE = "ms-azure-iot-edge://";
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
			edges(session, progress, cancellation);
			for (int part = 0; part < deleted.parts() && !ended; part++) {
				create(deleted.open(part).stream().filter(device -> !device.identity().iotEdge()).toList(), session, progress.newChild(1),
						cancellation);
			}
		} catch (CancellationException e) {
			cancelled = true;
		}
		return new TaskOutcome(List.copyOf(outcomes.values()), cancelled);
	}

	/** Parents before those below them, as the hub gives each device a new scope. */
	private void edges(HubSession session, SubMonitor progress, Cancellation cancellation) throws HubException {
		List<Device> rest = new ArrayList<>();
		for (int part = 0; part < deleted.parts(); part++) {
			deleted.open(part).stream().filter(device -> device.identity().iotEdge()).forEach(rest::add);
		}
		while (!rest.isEmpty() && !ended) {
			Set<String> gone = rest.stream().map(device -> device.identity().deviceScope()).filter(Objects::nonNull)
					.collect(Collectors.toSet());
			List<Device> level = rest.stream().filter(device -> device.identity().parentScopes().stream().noneMatch(gone::contains))
					.toList();
			List<Device> next = level.isEmpty() ? List.copyOf(rest) : level;
			create(next, session, progress.newChild(1), cancellation);
			rest.removeAll(next);
		}
	}

	private void create(List<Device> devices, HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		if (devices.isEmpty()) {
			return;
		}
		Map<String, DeviceIdentity> wanted = new LinkedHashMap<>();
		List<BulkItem> items = new ArrayList<>();
		for (Device device : devices) {
			DeviceIdentity identity = scoped(device.identity(), session, cancellation);
			wanted.put(device.toString(), identity);
			items.add(item(identity, device.twin()));
		}
		TaskOutcome outcome = new BulkTask(items, some -> told(some, wanted)).run(session, monitor, cancellation);
		outcome.items().forEach(this::tell);
		twins(devices, session, cancellation);
		cancelled |= outcome.cancelled();
		ended |= outcome.cancelled() || outcome.failures().values().stream().anyMatch(Restoration::isOfAll);
	}

	private static boolean isOfAll(HubException failure) {
		return !(failure instanceof ServiceException service) || service.status() != CONFLICT && service.status() != BAD_REQUEST;
	}

	/** What the hub has registered without its twin gets it now: the device is there, so that it cannot be made with it once more. */
	private void twins(List<Device> devices, HubSession session, Cancellation cancellation) {
		for (Device device : devices) {
			String id = device.toString();
			ItemOutcome outcome = outcomes.get(id);
			TwinContent twin = device.twin();
			if (twin != null && outcome != null && outcome.failure() instanceof ServiceException failure
					&& BulkOutcome.WithoutTwin.NAME.equals(failure.errorName())) {
				try {
					session.client().twins().replace(ClientId.device(id), twin, null).await(cancellation);
					tell(ItemOutcome.done(id));
				} catch (HubException e) {
					tell(ItemOutcome.failed(id, e));
				}
			}
		}
	}

	private DeviceIdentity scoped(DeviceIdentity device, HubSession session, Cancellation cancellation) {
		DeviceIdentityBuilder changed = device.toBuilder();
		changed.parentScopes(device.parentScopes().stream().map(scope -> now(scope, session, cancellation)).toList());
		String scope = device.deviceScope();
		// that of an IoT Edge device is its own, and made by the hub
		changed.deviceScope(device.iotEdge() || scope == null ? null : now(scope, session, cancellation));
		return changed.build();
	}

	/** The scope that the device of an older one has now, whoever made it anew; the older one where that cannot be told. */
	private String now(String scope, HubSession session, Cancellation cancellation) {
		String known = scopes.get(scope);
		int generation = scope.lastIndexOf('-');
		if (known != null || !scope.startsWith(SCOPE) || generation <= SCOPE.length()) {
			return known == null ? scope : known;
		}
		String found = null;
		try {
			found = session.client().devices().get(scope.substring(SCOPE.length(), generation)).await(cancellation).deviceScope();
		} catch (HubException e) {
			// the hub will say it of the device that is to be below it
		}
		String now = found == null ? scope : found;
		scopes.put(scope, now);
		return now;
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
