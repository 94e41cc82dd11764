// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.query.language.Expression;

/** The rows of devices in the order of their ids; of the devices it reads only those that the condition leaves. */
final class DeviceRows implements RowSource {

	private final TwinSources sources;
	private final TagIndex index;

	/** With what they are made of, and the tags of all devices in memory. */
	DeviceRows(TwinSources sources, TagIndex index) {
		this.sources = sources;
		this.index = index;
	}

	@Override
	public Iterator<? extends QueryRow> rows(@Nullable Expression condition, @Nullable String after, RowCheck check) {
		Candidates candidates = Candidates.of(condition);
		List<String> ids = candidates.deviceIds();
		Expression tags = candidates.tags();
		if (ids != null) {
			return existing(ids.stream().filter(id -> after == null || id.compareTo(after) > 0));
		}
		if (tags == null) {
			return new AllDevices(sources, after);
		}
		return candidates.haveTags() ? existing(index.matches(tags, after, check)) : withTags(tags, after, check);
	}

	private Iterator<DeviceRow> withTags(Expression tags, @Nullable String after, RowCheck check) {
		Iterable<DeviceRow> all = () -> new AllDevices(sources, after);
		TagWalk walk = index.walk(after);
		return StreamSupport.stream(all.spliterator(), false).peek(row -> check.check()).filter(row -> tags.holds(walk.row(row.key())))
				.iterator();
	}

	/** Devices that went since their ids were found are left out. */
	private Iterator<DeviceRow> existing(Stream<String> ids) {
		return ids.map(sources.devices()::get).filter(Objects::nonNull).map(device -> new DeviceRow(device, sources)).iterator();
	}
}
