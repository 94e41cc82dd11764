// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.io.IOException;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.internal.json.JsonText;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;

/** Writes the elements of a bulk call; what is given as JSON stays as it is, byte for byte. */
final class BulkJson {

	private static final List<String> MEMBERS = List.of(DeviceMembers.STATUS, DeviceMembers.STATUS_REASON,
			AuthenticationJson.MEMBER, DeviceMembers.CAPABILITIES, DeviceMembers.DEVICE_SCOPE,
			DeviceMembers.PARENT_SCOPES, "managedBy");

	private BulkJson() {
	}

	static BulkItem device(DeviceIdentity device, BulkMode mode, @Nullable TwinContent twin) {
		ClientId id = ClientId.device(device.deviceId());
		JsonObject json = identity(id, mode, mode == BulkMode.UPDATE_IF_MATCH_ETAG ? device.etag() : null, device.toJson());
		return new BulkItem(id, mode, joined(json, twin == null ? "{}" : twin.toJson()));
	}

	static BulkItem module(ModuleIdentity module, BulkMode mode) {
		return new BulkItem(module.id(), mode, JsonText.compact(identity(module.id(), mode, null, module.toJson())));
	}

	static BulkItem delete(ClientId id, @Nullable String etag) {
		BulkMode mode = etag == null ? BulkMode.DELETE : BulkMode.DELETE_IF_MATCH_ETAG;
		return new BulkItem(id, mode, JsonText.compact(head(id, mode, etag)));
	}

	static BulkItem twin(ClientId id, TwinPatch patch, @Nullable String etag) {
		BulkMode mode = etag == null ? BulkMode.UPDATE_TWIN : BulkMode.UPDATE_TWIN_IF_MATCH_ETAG;
		JsonObject json = head(id, mode, null);
		if (etag != null) {
			json.addProperty("twinETag", etag);
		}
		return new BulkItem(id, mode, joined(json, patch.toJson()));
	}

	private static JsonObject identity(ClientId id, BulkMode mode, @Nullable String etag, String identity) {
		JsonObject json = head(id, mode, etag);
		JsonObject from = parse(identity);
		for (String name : MEMBERS) {
			if (from.has(name)) {
				json.add(name, from.get(name));
			}
		}
		return json;
	}

	private static JsonObject head(ClientId id, BulkMode mode, @Nullable String etag) {
		JsonObject json = new JsonObject();
		json.addProperty("id", id.deviceId());
		if (id.moduleId() != null) {
			json.addProperty("moduleId", id.moduleId());
		}
		if (etag != null) {
			json.addProperty("eTag", etag);
		}
		json.addProperty("importMode", mode.wireName());
		return json;
	}

	/** The members of both objects in one. */
	private static String joined(JsonObject json, String more) {
		String head = JsonText.compact(json);
		return more.equals("{}") ? head : head.substring(0, head.length() - 1) + "," + more.substring(1);
	}

	private static JsonObject parse(String identity) {
		try {
			return (JsonObject) JsonText.parse(identity);
		} catch (IOException e) {
			throw new IllegalStateException("An identity writes JSON", e);
		}
	}
}
