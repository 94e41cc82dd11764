// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.io.IOException;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;

/** Writes device identities as the service does: members in its order, nulls included (contract §4). */
final class DeviceJson {

	private DeviceJson() {
	}

	/** The reply to a read or an update. */
	static HubReply reply(Device device, DeviceActivity activity) {
		return withEtag(Json.write(json -> write(json, device, activity)), device);
	}

	/** The reply to a create, whose times have no Z and whose parentScopes are always there. */
	static HubReply createdReply(Device device) {
		String never = HubTime.NEVER_AT_CREATION;
		List<String> scopes = device.parentScopes();
		return withEtag(Json.write(
				json -> write(json, device, DeviceActivity.NONE, never, never, never, scopes == null ? List.of() : scopes)),
				device);
	}

	/** One identity of a list. */
	static void write(JsonWriter json, Device device, DeviceActivity activity) throws IOException {
		write(json, device, activity, HubTime.format(activity.connectionStateUpdatedTime()),
				HubTime.format(device.statusUpdatedTime()), HubTime.format(activity.lastActivityTime()),
				device.parentScopes());
	}

	private static void write(JsonWriter json, Device device, DeviceActivity activity, String connectionTime,
			String statusTime, String activityTime, @Nullable List<String> parentScopes) throws IOException {
		json.beginObject();
		json.name("deviceId").value(device.deviceId());
		json.name("generationId").value(device.generationId());
		json.name("etag").value(device.etag());
		json.name("connectionState").value(activity.connectionState());
		json.name("status").value(device.status());
		json.name("statusReason").value(device.statusReason());
		json.name("connectionStateUpdatedTime").value(connectionTime);
		json.name("statusUpdatedTime").value(statusTime);
		json.name("lastActivityTime").value(activityTime);
		json.name("cloudToDeviceMessageCount").value(0);
		json.name("authentication");
		writeCredentials(json, device.credentials());
		json.name("capabilities").beginObject().name("iotEdge").value(device.iotEdge()).endObject();
		writeScopes(json, device.deviceScope(), parentScopes);
		json.endObject();
	}

	private static void writeCredentials(JsonWriter json, Credentials credentials) throws IOException {
		json.beginObject();
		json.name("symmetricKey").beginObject();
		json.name("primaryKey").value(credentials.primaryKey());
		json.name("secondaryKey").value(credentials.secondaryKey());
		json.endObject();
		json.name("x509Thumbprint").beginObject();
		json.name("primaryThumbprint").value(credentials.primaryThumbprint());
		json.name("secondaryThumbprint").value(credentials.secondaryThumbprint());
		json.endObject();
		json.name("type").value(credentials.type().wireName());
		json.endObject();
	}

	private static void writeScopes(JsonWriter json, @Nullable String deviceScope, @Nullable List<String> parentScopes)
			throws IOException {
		if (deviceScope != null) {
			json.name("deviceScope").value(deviceScope);
		}
		if (parentScopes != null) {
			json.name("parentScopes").beginArray();
			for (String scope : parentScopes) {
				json.value(scope);
			}
			json.endArray();
		}
	}

	private static HubReply withEtag(byte[] body, Device device) {
		return HubReply.json(200, body).with("ETag", '"' + device.etag() + '"');
	}
}
