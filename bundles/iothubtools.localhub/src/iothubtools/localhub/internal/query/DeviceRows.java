// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.query.language.Expression;

/** The rows of devices in the order of their ids; of the devices it reads only those that the condition leaves. */
final class DeviceRows implements RowSource {

	private static final int CHUNK = 256;

	private final TwinSources sources;
	private final TagIndex index;

	/** With what they are made of, and the tags of all devices in memory. */
	DeviceRows(TwinSources sources, TagIndex index) {
		this.sources = sources;
		this.index = index;
	}

	@Override
	public Iterator<? extends QueryRow> rows(@Nullable Expression condition, @Nullable String after, RowCheck check) {
		return devices(Candidates.of(condition), after, check).map(device -> new DeviceRow(device, sources)).iterator();
	}

	private Stream<Device> devices(Candidates candidates, @Nullable String after, RowCheck check) {
		List<String> ids = candidates.deviceIds();
		if (ids != null) {
			return existing(ids.stream().filter(id -> after == null || id.compareTo(after) > 0));
		}
		Expression tags = candidates.tags();
		if (tags == null) {
			return all(after);
		}
		if (candidates.haveTags()) {
			return existing(index.matches(tags, after, check));
		}
		TagWalk walk = index.walk(after);
		return all(after).peek(device -> check.check()).filter(device -> tags.holds(walk.row(device.deviceId())));
	}

	private Stream<Device> all(@Nullable String after) {
		Iterable<Device> chunks = () -> new Chunks<>(sources.devices().page(after, CHUNK),
				chunk -> sources.devices().page(chunk.get(chunk.size() - 1).deviceId(), CHUNK));
		return StreamSupport.stream(chunks.spliterator(), false);
	}

	/** Devices that went since their ids were found are left out. */
	private Stream<Device> existing(Stream<String> ids) {
		return ids.map(sources.devices()::get).filter(Objects::nonNull);
	}
}
