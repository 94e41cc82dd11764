// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.ReadGenerationsOperation;

/**
 * The generation ids of devices that somebody looks at. No list tells them, so they are read of those devices alone, in jobs, some at a time, and
 * kept as long as somebody looks at any. A person's refresh reads them anew; what is made or deleted from here is followed. Safe to use from any
 * thread.
 */
public final class DeviceGenerations implements AutoCloseable {

	private final HubOperations operations;
	private final HubEvents events;
	private final Runnable changed;
	private final Consumer<HubEvent> follow = this::follow;
	/** By the connections' ids; also the lock of everything in it. */
	private final Map<String, HubGenerations> hubs = new HashMap<>();
	private boolean closed;

	/**
	 * Devices of a hub that somebody looks at.
	 *
	 * @param few      whether the hub has no more devices than one plain list tells of
	 * @param listedAt when the list was read that they are in; after a failure it is tried again with another one
	 */
	public record Seen(HubConnection connection, List<String> deviceIds, boolean few, @Nullable Instant listedAt) {

		/** Copies the list. */
		public Seen {
			deviceIds = List.copyOf(deviceIds);
		}
	}

	/** @param changed called after every answer, on any thread */
	public DeviceGenerations(HubOperations operations, HubEvents events, Runnable changed) {
		this.operations = operations;
		this.events = events;
		this.changed = changed;
		events.addListener(follow);
	}

	/** Reads those of these devices that are not known. Whatever is under way is cancelled where nobody looks at any device, and goes on otherwise. */
	public void show(List<Seen> devices) {
		List<HubJob<?>> outdated = new ArrayList<>();
		Set<String> ids = devices.stream().map(seen -> seen.connection().id()).collect(Collectors.toSet());
		synchronized (hubs) {
			if (closed) {
				return;
			}
			hubs.forEach((id, hub) -> {
				if (!ids.contains(id)) {
					add(outdated, hub.stop());
				}
			});
			devices.forEach(seen -> hubs.computeIfAbsent(seen.connection().id(), id -> new HubGenerations(seen)).seen(seen));
		}
		outdated.forEach(HubJob::discard);
		ids.forEach(this::readNext);
	}

	/** Nobody wants to see any: what is known is forgotten, and nothing is read any more. */
	public void forget() {
		List<HubJob<?>> outdated = new ArrayList<>();
		synchronized (hubs) {
			hubs.values().forEach(hub -> add(outdated, hub.stop()));
			hubs.clear();
		}
		outdated.forEach(HubJob::discard);
	}

	private static void add(List<HubJob<?>> jobs, @Nullable HubJob<?> job) {
		if (job != null) {
			jobs.add(job);
		}
	}

	private void readNext(String connectionId) {
		HubJob<Map<String, String>> job;
		synchronized (hubs) {
			HubGenerations hub = hubs.get(connectionId);
			ReadGenerationsOperation next = hub == null ? null : hub.next();
			if (hub == null || next == null || closed) {
				return;
			}
			job = operations.job(next).quiet().whenDone(this::ended);
			job.setSystem(true);
			hub.begin(job);
		}
		job.schedule();
	}

	private void ended(HubJob<Map<String, String>> job) {
		String id = job.operation().connection().id();
		synchronized (hubs) {
			HubGenerations hub = hubs.get(id);
			if (hub == null || !hub.end(job)) {
				return;
			}
		}
		changed.run();
		readNext(id);
	}

	/** What is known of a device, from before a refresh until it is read anew; null if it is not known, empty if there is no such device. */
	public @Nullable String of(HubConnection connection, String deviceId) {
		synchronized (hubs) {
			HubGenerations hub = hubs.get(connection.id());
			return hub == null ? null : hub.of(deviceId);
		}
	}

	/** Why those of a hub that are not known cannot be read; null if nothing failed. */
	public @Nullable IStatus failure(HubConnection connection) {
		synchronized (hubs) {
			HubGenerations hub = hubs.get(connection.id());
			return hub == null ? null : hub.failure();
		}
	}

	/** Devices were read for somebody. */
	public void read(HubConnection connection, Map<String, String> generations) {
		with(connection, hub -> generations.forEach(hub::put));
	}

	/** What is known of a hub is to be read anew, and is shown until then. */
	public void outdate(HubConnection connection) {
		with(connection, HubGenerations::outdate);
		readNext(connection.id());
	}

	private void with(HubConnection connection, Consumer<HubGenerations> change) {
		synchronized (hubs) {
			HubGenerations hub = hubs.get(connection.id());
			if (hub == null) {
				return;
			}
			change.accept(hub);
		}
		changed.run();
	}

	private void follow(HubEvent event) {
		if (event instanceof HubEvent.DevicesCreated created) {
			with(created.connection(), hub -> created.devices().forEach(device -> hub.changed(device.deviceId(), device.generationId())));
		} else if (event instanceof HubEvent.DevicesChanged change) {
			told(change.connection(), change.devices());
		} else if (event instanceof HubEvent.DevicesRead read) {
			told(read.connection(), read.devices());
		} else if (event instanceof HubEvent.DevicesDeleted deleted) {
			with(deleted.connection(), hub -> hub.gone(deleted.deviceIds()));
		} else if (event instanceof HubEvent.ConnectionChanged change) {
			forget(change.connection());
		} else if (event instanceof HubEvent.ConnectionRemoved removed) {
			forget(removed.connection());
		}
	}

	/** A change leaves it as it is; who changes many is not told it. */
	private void told(HubConnection connection, List<DeviceIdentity> devices) {
		List<DeviceIdentity> telling = devices.stream().filter(device -> !device.generationId().isEmpty()).toList();
		if (!telling.isEmpty()) {
			with(connection, hub -> telling.forEach(device -> hub.changed(device.deviceId(), device.generationId())));
		}
	}

	private void forget(HubConnection connection) {
		HubGenerations hub;
		HubJob<?> outdated;
		synchronized (hubs) {
			hub = hubs.remove(connection.id());
			outdated = hub == null ? null : hub.stop();
		}
		if (outdated != null) {
			outdated.discard();
		}
	}

	/** Stops listening and cancels what is under way. */
	@Override
	public void close() {
		events.removeListener(follow);
		synchronized (hubs) {
			closed = true;
		}
		forget();
	}
}
