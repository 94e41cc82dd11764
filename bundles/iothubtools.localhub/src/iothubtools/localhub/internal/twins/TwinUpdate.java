// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.io.IOException;
import java.time.Instant;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * A write of a twin.
 *
 * @param after    the twin after it
 * @param time     when it was
 * @param replaced whether tags and desired properties were replaced, and not only changed
 * @param tags     what it changed of them, null for what it deleted; null when it did not name them
 * @param desired  the same of desired properties
 * @param reported the same of reported properties
 */
public record TwinUpdate(Twin after, Instant time, boolean replaced, @Nullable JsonObject tags, @Nullable JsonObject desired,
		@Nullable JsonObject reported) {

	/** Writes it as events tell it: the whole twin when it was replaced, else what changed, with its metadata (contract §7.1). */
	public void writeTo(JsonWriter json, ClientId client) throws IOException {
		if (replaced) {
			TwinJson.writeForEvent(json, client, after);
			return;
		}
		json.beginObject();
		json.name("version").value(after.version());
		JsonObject changedTags = tags;
		if (changedTags != null) {
			json.name("tags").jsonValue(JsonText.of(changedTags).text());
		}
		json.name("properties").beginObject();
		JsonObject changedDesired = desired;
		if (changedDesired != null) {
			json.name("desired").jsonValue(changed(changedDesired, after.desired().version(), after.desired().version()));
		}
		JsonObject changedReported = reported;
		if (changedReported != null) {
			json.name("reported").jsonValue(changed(changedReported, after.reported().version(), null));
		}
		json.endObject();
		json.endObject();
	}

	/** What was deleted has no metadata any more. */
	private String changed(JsonObject patch, long version, @Nullable Long noted) {
		TwinProperties nothing = new TwinProperties(JsonText.EMPTY, JsonText.EMPTY, version);
		JsonText metadata = new TwinMerge(time, noted).patched(nothing, patch, version).metadata();
		return new TwinProperties(JsonText.of(patch), metadata, version).json();
	}
}
