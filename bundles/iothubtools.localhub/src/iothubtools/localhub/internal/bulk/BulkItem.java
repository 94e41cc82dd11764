// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;

/**
 * One change of a bulk request: an ExportImportDevice (contract §3.1).
 *
 * @param client   the device or module
 * @param mode     what to do with it
 * @param etag     the etag that its identity must have, {@code *} for any
 * @param twinEtag the etag that its twin must have, {@code *} for any
 * @param members  all of it, not looked at yet
 */
record BulkItem(ClientId client, ImportMode mode, String etag, String twinEtag, JsonMembers members) {

	/** @throws HubError 400 when it does not say what to do with whom */
	static BulkItem parse(JsonMembers members) {
		ImportMode mode = ImportMode.of(members.string("importMode"));
		return new BulkItem(BulkRules.client(members), mode, etag(mode, members.string("eTag")),
				etag(mode, members.string("twinETag")), members);
	}

	private static String etag(ImportMode mode, @Nullable String named) {
		String wanted = mode.comparesEtag() ? Etags.wanted(named) : null;
		return wanted == null ? Etags.ANY : wanted;
	}

	/** What it says of the twin, with the names that twins have: an item's own may be in any case. */
	JsonObject twin() {
		JsonObject twin = new JsonObject();
		add(twin, "tags", members.element("tags"));
		JsonElement properties = members.element("properties");
		if (properties != null && properties.isJsonObject()) {
			JsonObject named = new JsonObject();
			add(named, "desired", new JsonMembers(properties.getAsJsonObject()).element("desired"));
			twin.add("properties", named);
		} else {
			add(twin, "properties", properties);
		}
		return twin;
	}

	private static void add(JsonObject object, String name, @Nullable JsonElement value) {
		if (value != null) {
			object.add(name, value);
		}
	}
}
