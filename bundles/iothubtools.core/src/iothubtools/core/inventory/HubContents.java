// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubCounts;

/**
 * What is known of the devices of a hub at one moment. Immutable, so that it can be sorted and filtered off the UI thread.
 *
 * @param connection the hub
 * @param phase      what is going on
 * @param pages      the devices in the order they came; what an earlier load brought as long as a refresh is under way
 * @param limited    whether the hub may have more, which the policy may not list
 * @param loadedAt   when all devices were there for the last time; null for never
 * @param failure    why the last load failed, or null if it did not
 */
public record HubContents(HubConnection connection, Phase phase, List<List<DeviceSummary>> pages, boolean limited,
		@Nullable Instant loadedAt, @Nullable IStatus failure) {

	/** How far the list of a hub is. */
	public enum Phase {
		/** Nobody asked for it yet. */
		NOT_LOADED,
		/** The first load or a refresh is under way. */
		LOADING, LOADED,
		/** The last load failed; with a {@link #loadedAt()} there are older devices to show. */
		FAILED,
		/** It is the local hub, and nobody has started it: nothing is wrong. Devices of a {@link #loadedAt()} are shown as older ones. */
		STOPPED,
		/** It is the local hub, and it is about to answer: whatever it did not answer before counts no more, and it will be asked by itself. */
		STARTING,
		/** The first load was cancelled. */
		CANCELLED
	}

	public HubContents {
		pages = List.copyOf(pages);
	}

	/** A hub that was not asked yet. */
	public static HubContents unknown(HubConnection connection) {
		return new HubContents(connection, Phase.NOT_LOADED, List.of(), false, null, null);
	}

	/** The number of devices. */
	public int count() {
		return pages.stream().mapToInt(List::size).sum();
	}

	/** How many devices its list has of each kind, which follows at once what is done from here; null if the list may not be whole. */
	@Nullable
	HubCounts listed() {
		if (phase != Phase.LOADED || limited) {
			return null;
		}
		long enabled = 0;
		long disabled = 0;
		long connected = 0;
		for (List<DeviceSummary> page : pages) {
			for (DeviceSummary device : page) {
				enabled += device.status() == DeviceStatus.ENABLED ? 1 : 0;
				disabled += device.status() == DeviceStatus.DISABLED ? 1 : 0;
				connected += device.connectionState() == ConnectionState.CONNECTED ? 1 : 0;
			}
		}
		return new HubCounts(count(), enabled, disabled, connected);
	}

	/** Which of these are ids of its devices. */
	Set<String> among(Set<String> deviceIds) {
		Set<String> found = new HashSet<>();
		for (List<DeviceSummary> page : pages) {
			for (DeviceSummary device : page) {
				if (deviceIds.contains(device.deviceId())) {
					found.add(device.deviceId());
				}
			}
		}
		return found;
	}

	/** Whether a refresh failed, or the hub does not run, so that older devices are shown. */
	public boolean stale() {
		return unanswered() && loadedAt != null;
	}

	/** Whether the first load failed, or the hub does not run, so that there is nothing to show. */
	public boolean nothingToShow() {
		return unanswered() && loadedAt == null;
	}

	private boolean unanswered() {
		return phase == Phase.FAILED || phase == Phase.STOPPED || phase == Phase.STARTING;
	}

	HubContents loading() {
		return new HubContents(connection, Phase.LOADING, pages, limited, loadedAt, failure);
	}

	/** A page of the first load; a refresh keeps what is shown until everything is there. */
	HubContents arrived(List<List<DeviceSummary>> pagesSoFar) {
		return loadedAt == null ? new HubContents(connection, phase, pagesSoFar, false, null, null) : this;
	}

	HubContents loaded(List<List<DeviceSummary>> allPages, boolean isLimited, Instant now) {
		return new HubContents(connection, Phase.LOADED, allPages, isLimited, now, null);
	}

	HubContents failed(IStatus reason) {
		return new HubContents(connection, Phase.FAILED, loadedAt == null ? List.of() : pages, limited, loadedAt, reason);
	}

	HubContents stopped() {
		return new HubContents(connection, Phase.STOPPED, loadedAt == null ? List.of() : pages, limited, loadedAt, null);
	}

	/** The same while the hub starts: what it did not answer is no failure any more. */
	HubContents starting() {
		return phase == Phase.FAILED || phase == Phase.STOPPED ? new HubContents(connection, Phase.STARTING, pages, limited, loadedAt, null) : this;
	}

	/** As before the load that was cancelled: a first one leaves nothing. */
	HubContents cancelled() {
		if (loadedAt == null) {
			return new HubContents(connection, Phase.CANCELLED, List.of(), false, null, null);
		}
		return new HubContents(connection, failure == null ? Phase.LOADED : Phase.FAILED, pages, limited, loadedAt, failure);
	}

	/** The same with changes of its devices. */
	HubContents with(DeviceChanges changes) {
		return new HubContents(connection, phase, changes.appliedTo(pages), limited, loadedAt, failure);
	}

	/** Whether both have the very same devices, told without comparing them. */
	public boolean sameDevices(HubContents other) {
		if (pages.size() != other.pages.size()) {
			return false;
		}
		for (int i = 0; i < pages.size(); i++) {
			if (pages.get(i) != other.pages.get(i)) {
				return false;
			}
		}
		return true;
	}
}
