// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.time.Instant;
import java.util.Map.Entry;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.HubTime;

/**
 * Merges a patch into properties: missing keeps, a value sets, null deletes, arrays are replaced whole. The metadata beside
 * them mirrors their structure; what the patch touches in it, and all above that, gets the time and version of this write
 * (contract §3.5).
 */
final class TwinMerge {

	static final String LAST_UPDATED = "$lastUpdated";
	private static final String LAST_UPDATED_VERSION = "$lastUpdatedVersion";

	private final String time;
	private final @Nullable Long version;

	/** With the version that desired properties note beside the time; reported ones note none. */
	TwinMerge(Instant time, @Nullable Long version) {
		this.time = HubTime.format(time);
		this.version = version;
	}

	/** The properties after a patch. */
	TwinProperties patched(TwinProperties before, JsonObject patch, long newVersion) {
		JsonObject values = before.values().object();
		JsonObject metadata = before.metadata().object();
		merge(values, metadata, patch);
		return new TwinProperties(JsonText.of(values), JsonText.of(metadata), newVersion);
	}

	/** The properties when they are replaced by these. */
	TwinProperties replaced(JsonObject values, long newVersion) {
		return patched(new TwinProperties(JsonText.EMPTY, JsonText.EMPTY, newVersion), values, newVersion);
	}

	/** Tags after a patch; they have no metadata, so what is noted beside them is thrown away. */
	static JsonText patchedTags(JsonText before, JsonObject patch) {
		JsonObject tags = before.object();
		new TwinMerge(Instant.EPOCH, null).merge(tags, new JsonObject(), patch);
		return JsonText.of(tags);
	}

	private void merge(JsonObject values, JsonObject metadata, JsonObject patch) {
		stamp(metadata);
		for (Entry<String, JsonElement> member : patch.entrySet()) {
			String name = member.getKey();
			JsonElement value = member.getValue();
			if (value.isJsonNull()) {
				values.remove(name);
				metadata.remove(name);
			} else if (value.isJsonObject()) {
				merge(child(values, name), child(metadata, name), value.getAsJsonObject());
			} else {
				values.add(name, value);
				JsonObject leaf = new JsonObject();
				stamp(leaf);
				metadata.add(name, leaf);
			}
		}
	}

	/** The object of that name; one in the place of whatever else is there, or of nothing. */
	private static JsonObject child(JsonObject parent, String name) {
		if (parent.get(name) instanceof JsonObject existing) {
			return existing;
		}
		JsonObject made = new JsonObject();
		parent.add(name, made);
		return made;
	}


	private void stamp(JsonObject metadata) {
		metadata.addProperty(LAST_UPDATED, time);
		if (version != null) {
			metadata.addProperty(LAST_UPDATED_VERSION, version);
		}
	}
}
