// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceActivity;

/** The rows of all devices behind an id, read some at a time, so that no snapshot of the store is held on to for long. */
final class AllDevices implements Iterator<DeviceRow> {

	private static final int AT_ONCE = 256;

	private final TwinSources sources;
	private Chunk chunk;
	private int position;

	/** @param after null for the first of all */
	AllDevices(TwinSources sources, @Nullable String after) {
		this.sources = sources;
		chunk = new Chunk(after);
	}

	@Override
	public boolean hasNext() {
		if (position == chunk.devices.size() && position > 0) {
			chunk = new Chunk(chunk.devices.get(position - 1).deviceId());
			position = 0;
		}
		return position < chunk.devices.size();
	}

	@Override
	public DeviceRow next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return chunk.row(position++);
	}

	/** Some devices that follow each other. */
	private final class Chunk {

		private final List<Device> devices;
		/** What they did lately: read when it is asked of one of them, as it will be asked of the others. */
		private @Nullable List<DeviceActivity> activities;

		Chunk(@Nullable String after) {
			devices = sources.devices().page(after, AT_ONCE);
		}

		DeviceRow row(int index) {
			return new DeviceRow(devices.get(index), sources, () -> activity(index));
		}

		private DeviceActivity activity(int index) {
			List<DeviceActivity> read = activities;
			if (read == null) {
				read = sources.devices().activities(devices);
				activities = read;
			}
			return read.get(index);
		}
	}
}
