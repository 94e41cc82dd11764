// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IStatus;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/**
 * Asks hubs for one device by its id, for somebody whose lists do not have it. Jobs do it, after a while in which another id may be
 * asked for: typing must not spend the hub's calls. Safe to use from any thread.
 */
public final class DeviceLookup implements AutoCloseable {

	/** Somebody who types has not paused before. */
	private static final long DELAY_MILLIS = 500;

	private final HubOperations operations;
	private final HubEvents events;
	private final Runnable changed;
	private final Consumer<HubEvent> follow = this::follow;
	/** The lock of everything below. */
	private final Object lock = new Object();
	private String deviceId = "";
	private List<HubConnection> hubs = List.of();
	private Map<String, LookedUp.Answer> answers = new HashMap<>();
	private List<HubJob<DeviceIdentity>> jobs = List.of();

	/** @param changed called after every answer, on any thread */
	public DeviceLookup(HubOperations operations, HubEvents events, Runnable changed) {
		this.operations = operations;
		this.events = events;
		this.changed = changed;
		events.addListener(follow);
	}

	/** Asks these hubs for a device unless they are asked already; what was asked for before is asked for no longer. */
	public void ask(String id, List<HubConnection> connections) {
		List<HubJob<DeviceIdentity>> outdated;
		List<HubJob<DeviceIdentity>> fresh;
		synchronized (lock) {
			if (deviceId.equals(id) && hubs.equals(connections)) {
				return;
			}
			outdated = jobs;
			deviceId = id;
			hubs = List.copyOf(connections);
			answers = new HashMap<>(hubs.stream().collect(Collectors.toMap(HubConnection::id, hub -> new LookedUp.Asked())));
			jobs = hubs.stream().map(hub -> job(hub, id)).toList();
			fresh = jobs;
		}
		outdated.forEach(HubJob::discard);
		fresh.forEach(job -> job.schedule(DELAY_MILLIS));
		changed.run();
	}

	private HubJob<DeviceIdentity> job(HubConnection hub, String id) {
		return operations.job(new GetDeviceOperation(hub, id)).quiet().whenDone(this::ended);
	}

	/** Forgets what was asked for, and every answer. */
	public void stop() {
		ask("", List.of());
	}

	/** What is known by now. */
	public LookedUp now() {
		synchronized (lock) {
			return deviceId.isEmpty() ? LookedUp.NOTHING : new LookedUp(deviceId, answers);
		}
	}

	private void ended(HubJob<DeviceIdentity> job) {
		synchronized (lock) {
			if (!jobs.contains(job)) {
				return;
			}
			answers.put(job.operation().connection().id(), answer(job));
		}
		changed.run();
	}

	private static LookedUp.Answer answer(HubJob<DeviceIdentity> job) {
		DeviceIdentity device = job.result();
		if (device != null) {
			return new LookedUp.Found(DeviceSummary.of(device).withoutDetails());
		}
		IStatus outcome = job.outcome();
		return HubStatus.code(outcome) == HubStatusCode.NOT_FOUND ? new LookedUp.Absent() : new LookedUp.Failed(outcome);
	}

	private void follow(HubEvent event) {
		if (event instanceof HubEvent.DevicesDeleted deleted) {
			deleted.deviceIds().forEach(id -> put(deleted.connection(), id, new LookedUp.Absent()));
		} else if (event instanceof HubEvent.DevicesChanged change) {
			change.devices().forEach(device -> put(change.connection(), device));
		} else if (event instanceof HubEvent.DevicesRead read) {
			read.devices().forEach(device -> put(read.connection(), device));
		} else if (event instanceof HubEvent.DevicesCreated created) {
			created.devices().forEach(device -> put(created.connection(), device));
		} else if (event instanceof HubEvent.ConnectionChanged || event instanceof HubEvent.ConnectionRemoved) {
			stop();
		}
	}

	private void put(HubConnection hub, DeviceIdentity device) {
		put(hub, device.deviceId(), new LookedUp.Found(DeviceSummary.of(device).withoutDetails()));
	}

	private void put(HubConnection hub, String id, LookedUp.Answer answer) {
		synchronized (lock) {
			if (!deviceId.equals(id) || answers.replace(hub.id(), answer) == null) {
				return;
			}
		}
		changed.run();
	}

	/** Stops listening and cancels what is under way. */
	@Override
	public void close() {
		events.removeListener(follow);
		stop();
	}
}
