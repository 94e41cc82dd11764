// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.devices.Etags;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.exchange.JsonMembers;

/**
 * One change of a bulk request: an ExportImportDevice (contract §3.1).
 *
 * @param client  the device or module
 * @param mode    what to do with it
 * @param etag    the etag that its identity must have, {@code *} for any
 * @param twinEtag the etag that its twin must have, {@code *} for any
 * @param body    the rest, not looked at yet
 */
record BulkItem(ClientId client, ImportMode mode, String etag, String twinEtag, JsonObject body) {

	private static final String ANY = "*";

	/** @throws HubError 400 when it does not say what to do with whom */
	static BulkItem parse(JsonElement element) {
		if (!element.isJsonObject()) {
			throw HubError.argumentInvalid("The request body must be an array of objects.");
		}
		JsonObject body = element.getAsJsonObject();
		JsonMembers members = new JsonMembers(body);
		String id = members.string("id");
		if (id == null) {
			throw HubError.argumentInvalid("The member id is missing.");
		}
		ImportMode mode = ImportMode.of(members.string("importMode"));
		return new BulkItem(new ClientId(id, members.string("moduleId")), mode, etag(mode, members.string("eTag")),
				etag(mode, members.string("twinETag")), body);
	}

	private static String etag(ImportMode mode, @Nullable String named) {
		String wanted = mode.comparesEtag() ? Etags.wanted(named) : null;
		return wanted == null ? ANY : wanted;
	}

	/** The rest of it by name. */
	JsonMembers members() {
		return new JsonMembers(body);
	}
}
