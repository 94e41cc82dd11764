// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.time.Instant;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonText;

/** What a write makes of a twin: its parts and its counters (contract §3.5). */
public final class TwinChange {

	private TwinChange() {
	}

	/**
	 * The twin after a write from the service side; the same when the write names no part.
	 *
	 * @throws HubError 413 when a part of it becomes too large
	 */
	static Twin write(Twin before, TwinWrite write, Instant now) {
		TwinWrite.Part tags = write.tags();
		TwinWrite.Part desired = write.desired();
		if (write.isEmpty()) {
			return before;
		}
		write.checkSize();
		return new Twin(before.version() + 1, before.etagVersion() + 1, tags == null ? before.tags() : tags(before, tags),
				desired == null ? before.desired() : desired(before, desired, now, before.desired().version() + 1),
				before.reported());
	}

	/**
	 * The first twin of a device or module that is made together with its twin: written, and yet all counters at their first.
	 *
	 * @throws HubError 413 when a part of it is too large
	 */
	public static Twin first(TwinWrite write, Instant now) {
		write.checkSize();
		Twin fresh = Twin.fresh(now);
		TwinWrite.Part tags = write.tags();
		TwinWrite.Part desired = write.desired();
		return new Twin(fresh.version(), fresh.etagVersion(), tags == null ? fresh.tags() : tags(fresh, tags),
				desired == null ? fresh.desired() : desired(fresh, desired, now, fresh.desired().version()),
				fresh.reported());
	}

	/**
	 * The twin after its device or module reported.
	 *
	 * @throws HubError 413 when the reported properties become too large
	 */
	public static Twin report(Twin before, JsonObject patch, Instant now) {
		TwinProperties reported = new TwinMerge(now, null).patched(before.reported(), patch,
				before.reported().version() + 1);
		TwinSize.REPORTED.check(reported.values());
		return new Twin(before.version() + 1, before.etagVersion(), before.tags(), before.desired(), reported);
	}

	private static JsonText tags(Twin before, TwinWrite.Part part) {
		JsonText tags = TwinMerge.patchedTags(part.clear() ? JsonText.EMPTY : before.tags(), part.values());
		TwinSize.TAGS.check(tags);
		return tags;
	}

	private static TwinProperties desired(Twin before, TwinWrite.Part part, Instant now, long version) {
		TwinMerge merge = new TwinMerge(now, version);
		TwinProperties desired = part.clear() ? merge.replaced(part.values(), version)
				: merge.patched(before.desired(), part.values(), version);
		TwinSize.DESIRED.check(desired.values());
		return desired;
	}

	/** The patch that makes one object of another: the values of the new, null for what only the old has. */
	static JsonObject deletions(JsonObject before, JsonObject after) {
		JsonObject patch = after.deepCopy();
		for (String name : before.keySet()) {
			JsonElement old = before.get(name);
			JsonElement replacement = after.get(name);
			if (replacement == null) {
				patch.add(name, JsonNull.INSTANCE);
			} else if (old.isJsonObject() && replacement.isJsonObject()) {
				patch.add(name, deletions(old.getAsJsonObject(), replacement.getAsJsonObject()));
			}
		}
		return patch;
	}
}
