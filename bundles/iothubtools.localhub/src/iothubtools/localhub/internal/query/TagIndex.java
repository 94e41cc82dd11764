// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.query.language.Expression;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinStore;
import iothubtools.localhub.internal.twins.TwinStore.Written;

/**
 * The tags of all devices, in memory and ready to be compared: to read 100,000 twins for a condition that few or none of them
 * meet would take the store most of a second. It is filled once the hub has started and follows every write from the beginning.
 * Long tags stay in the store.
 */
final class TagIndex {

	private final TwinStore twins;
	private final Executor executor;
	private final ConcurrentNavigableMap<String, TagRow> rows = new ConcurrentSkipListMap<>();
	private final TagReader reader = new TagReader();
	/** Done with how many devices had tags in the store. */
	private final CompletableFuture<Integer> filled = new CompletableFuture<>();

	/** Follows what is written from now on. */
	TagIndex(TwinStore twins, Executor executor) {
		this.twins = twins;
		this.executor = executor;
		twins.onTags(this::changed);
	}

	/** Begins to read what is in the store; to be called once, before anything is asked. */
	void fill() {
		filled.completeAsync(() -> fill(twins.ofDevices()), executor);
	}

	/**
	 * The ids of the devices with tags that meet a condition on tags, in order. Waits until the index is filled.
	 *
	 * @param check is asked at each device
	 */
	Stream<String> matches(Expression condition, @Nullable String after, RowCheck check) {
		return behind(after).peek(entry -> check.check()).filter(entry -> condition.holds(entry.getValue())).map(Map.Entry::getKey);
	}

	/** The tags of all devices behind one. Waits until the index is filled. */
	TagWalk walk(@Nullable String after) {
		return new TagWalk(behind(after).iterator());
	}

	private Stream<Map.Entry<String, TagRow>> behind(@Nullable String after) {
		filled.join();
		Map<String, TagRow> rest = after == null ? rows : rows.tailMap(after, false);
		return rest.entrySet().stream().map(entry -> entry.getValue() == TagRow.ELSEWHERE
				? Map.entry(entry.getKey(), fromStore(entry.getKey()))
				: entry);
	}

	private TagRow fromStore(String deviceId) {
		Twin twin = twins.find(ClientId.of(deviceId));
		return twin == null ? TagRow.NONE : reader.read(twin.tags());
	}

	private TagRow row(JsonText tags) {
		return TagReader.isLong(tags) ? TagRow.ELSEWHERE : reader.read(tags);
	}

	private Integer fill(Iterator<Written> written) {
		while (written.hasNext()) {
			Written next = written.next();
			if (!next.twin().tags().isEmpty()) {
				// not in the place of what was written since the store was opened for reading
				rows.putIfAbsent(next.client().deviceId(), row(next.twin().tags()));
			}
		}
		return rows.size();
	}

	/** While the index is filled, a device that lost its tags keeps an entry, lest its old ones come back from the store. */
	private void changed(String deviceId, JsonText tags) {
		if (!tags.isEmpty()) {
			rows.put(deviceId, row(tags));
		} else if (filled.isDone()) {
			rows.remove(deviceId);
		} else {
			rows.put(deviceId, TagRow.NONE);
		}
	}
}
