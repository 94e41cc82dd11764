// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.kernel.BeforeChange;
import iothubtools.localhub.internal.kernel.ClientId;

/** Devices in maps of the store, sorted by id; counts are kept beside them, so that no start has to read every device. */
final class StoredDevices implements DeviceStore {

	private static final String DISABLED = "disabledDevices";
	private static final String CONNECTED = "connectedDevices";
	private static final String SAMPLES = "sampleDevices";
	private static final Duration KEEP_INTERVAL = Duration.ofSeconds(1);

	private final MVMap<String, Device> devices;
	private final MVMap<String, DeviceActivity> activities;
	private final Counters counters;
	private final List<ClientRecords> records;
	private final BeforeChange changes;
	/**
	 * When devices sent last. Kept once in a while and not with every message: it is far more to write than the messages are, and
	 * who loses the last second of it at the end of the process loses nothing that was confirmed.
	 */
	private final Map<String, Instant> sent = new ConcurrentHashMap<>();
	private Instant keepAfter = Instant.MIN;

	/** With what else is kept of devices. */
	StoredDevices(MVMap<String, Device> devices, MVMap<String, DeviceActivity> activities, Counters counters,
			List<ClientRecords> records, BeforeChange changes) {
		this.devices = devices;
		this.activities = activities;
		this.counters = counters;
		this.records = List.copyOf(records);
		this.changes = changes;
	}

	@Override
	public @Nullable Device get(String deviceId) {
		return devices.get(deviceId);
	}

	@Override
	public DeviceActivity activity(String deviceId) {
		// before what is kept: what leaves the one is in the other already
		Instant latest = sent.get(deviceId);
		return activity(activities.get(deviceId), latest);
	}

	private static DeviceActivity activity(@Nullable DeviceActivity kept, @Nullable Instant latest) {
		DeviceActivity activity = kept == null ? DeviceActivity.NONE : kept;
		return latest == null ? activity : activity.at(latest);
	}

	@Override
	public List<DeviceActivity> activities(List<Device> inOrder) {
		List<DeviceActivity> found = new ArrayList<>(inOrder.size());
		if (inOrder.isEmpty()) {
			return found;
		}
		Map<String, Instant> latest = sent.isEmpty() ? Map.of() : latest(inOrder);
		Cursor<String, DeviceActivity> cursor = activities.cursor(inOrder.get(0).deviceId());
		String id = "";
		for (Device device : inOrder) {
			String wanted = device.deviceId();
			// equal first: mostly it is the very same text
			while (!id.equals(wanted) && id.compareTo(wanted) < 0 && cursor.hasNext()) {
				id = cursor.next();
			}
			found.add(activity(id.equals(wanted) ? cursor.getValue() : null, latest.get(wanted)));
		}
		return found;
	}

	private Map<String, Instant> latest(List<Device> some) {
		Map<String, Instant> latest = new HashMap<>();
		for (Device device : some) {
			latest.computeIfAbsent(device.deviceId(), sent::get);
		}
		return latest;
	}

	@Override
	public List<Device> page(@Nullable String after, int most) {
		List<Device> page = new ArrayList<>(Math.min(most, 1024));
		Cursor<String, Device> cursor = devices.cursor(after);
		if (cursor.hasNext() && !cursor.next().equals(after)) {
			page.add(cursor.getValue());
		}
		while (page.size() < most && cursor.hasNext()) {
			cursor.next();
			page.add(cursor.getValue());
		}
		return page;
	}

	@Override
	public long count() {
		return devices.sizeAsLong();
	}

	@Override
	public long countDisabled() {
		return counters.get(DISABLED);
	}

	@Override
	public long countConnected() {
		return counters.get(CONNECTED);
	}

	@Override
	public List<String> connected() {
		return countConnected() == 0 ? List.of()
				: activities.entrySet().stream().filter(entry -> entry.getValue().connected()).map(Map.Entry::getKey).toList();
	}

	@Override
	public void put(Device device) {
		changes.changing(ClientId.of(device.deviceId()));
		Device before = devices.put(device.deviceId(), device);
		counters.add(DISABLED, disabled(device) - disabled(before));
	}

	@Override
	public void put(String deviceId, DeviceActivity activity) {
		if (activity.connected() != activity(deviceId).connected()) {
			changes.changing(ClientId.of(deviceId));
		}
		DeviceActivity before = activities.put(deviceId, activity);
		counters.add(CONNECTED, connected(activity) - connected(before));
		sent.remove(deviceId);
	}

	@Override
	public void sent(String deviceId, Instant now) {
		if (sent.isEmpty()) {
			keepAfter = now.plus(KEEP_INTERVAL);
		}
		sent.put(deviceId, now);
		if (now.isAfter(keepAfter)) {
			keepSent();
		}
	}

	/** Keeps when devices sent last, as far as that is not done yet. */
	void keepSent() {
		for (Map.Entry<String, Instant> entry : sent.entrySet()) {
			put(entry.getKey(), activity(entry.getKey()));
		}
	}

	@Override
	public long samples() {
		return counters.get(SAMPLES);
	}

	@Override
	public void samples(long count) {
		counters.add(SAMPLES, count - samples());
	}

	@Override
	public void remove(Device device) {
		ClientId client = ClientId.of(device.deviceId());
		get(device.deviceId());
		activity(device.deviceId());
		records.forEach(record -> record.readOf(client));
		changes.changing(client);
		samples(0);
		sent.remove(device.deviceId());
		counters.add(DISABLED, -disabled(devices.remove(device.deviceId())));
		counters.add(CONNECTED, -connected(activities.remove(device.deviceId())));
		records.forEach(record -> record.removeOf(client));
	}

	private static int disabled(@Nullable Device device) {
		return device == null || device.enabled() ? 0 : 1;
	}

	private static int connected(@Nullable DeviceActivity activity) {
		return activity != null && activity.connected() ? 1 : 0;
	}
}
