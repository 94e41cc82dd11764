// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.io.IOException;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.internal.kernel.MessageCounts;

/** Writes device identities as the service does: members in its order, nulls included (contract §4). */
record DeviceJson(DeviceStore devices, MessageCounts messages) {

	/** The reply to a read or an update. */
	HubReply reply(Device device) {
		return withEtag(Json.write(json -> write(json, device)), device);
	}

	/** The reply to a create, whose times have no Z and whose parentScopes are always there. */
	HubReply createdReply(Device device) {
		String never = HubTime.NEVER_AT_CREATION;
		List<String> scopes = device.parentScopes();
		return withEtag(Json.write(json -> write(json, device, DeviceActivity.NONE,
				new Times(never, never, never), scopes == null ? List.of() : scopes)), device);
	}

	/** One identity of a list. */
	void write(JsonWriter json, Device device) throws IOException {
		DeviceActivity activity = devices.activity(device.deviceId());
		write(json, device, activity, new Times(HubTime.format(activity.connectionStateUpdatedTime()),
				HubTime.format(device.statusUpdatedTime()), HubTime.format(activity.lastActivityTime())),
				device.parentScopes());
	}

	/** The times of an identity as they are written. */
	private record Times(String connection, String status, String activity) {
	}

	private void write(JsonWriter json, Device device, DeviceActivity activity, Times times,
			@Nullable List<String> parentScopes) throws IOException {
		json.beginObject();
		json.name("deviceId").value(device.deviceId());
		json.name("generationId").value(device.generationId());
		json.name("etag").value(device.etag());
		json.name("connectionState").value(activity.connectionState());
		json.name("status").value(device.status());
		json.name("statusReason").value(device.statusReason());
		json.name("connectionStateUpdatedTime").value(times.connection());
		json.name("statusUpdatedTime").value(times.status());
		json.name("lastActivityTime").value(times.activity());
		json.name("cloudToDeviceMessageCount").value(messages.of(ClientId.of(device.deviceId())));
		json.name("authentication");
		CredentialsJson.write(json, device.credentials());
		json.name("capabilities").beginObject().name("iotEdge").value(device.iotEdge()).endObject();
		writeScopes(json, device.deviceScope(), parentScopes);
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
