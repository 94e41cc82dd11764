// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;
import java.util.List;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.devices.Etags;
import iothubtools.localhub.internal.devices.HubTime;

/** Writes the twin of a device as a query's row (contract §3.3). Its properties were never written: versions are the first. */
final class TwinRow {

	private static final String FIRST_ETAG = Etags.ofTwin(1);
	private static final int FRESH_VERSION = 2;

	private TwinRow() {
	}

	static void write(JsonWriter json, Device device, DeviceActivity activity) throws IOException {
		json.beginObject();
		json.name("deviceId").value(device.deviceId());
		json.name("etag").value(FIRST_ETAG);
		json.name("deviceEtag").value(device.etag());
		json.name("status").value(device.status());
		if (device.statusReason() != null) {
			json.name("statusReason").value(device.statusReason());
		}
		json.name("statusUpdateTime").value(HubTime.format(device.statusUpdatedTime()));
		json.name("connectionState").value(activity.connectionState());
		json.name("lastActivityTime").value(HubTime.format(activity.lastActivityTime()));
		json.name("cloudToDeviceMessageCount").value(0);
		writeAuthentication(json, device.credentials());
		json.name("version").value(FRESH_VERSION);
		writeProperties(json, HubTime.format(device.created()));
		json.name("capabilities").beginObject().name("iotEdge").value(device.iotEdge()).endObject();
		writeScopes(json, device);
		json.endObject();
	}

	private static void writeAuthentication(JsonWriter json, Credentials credentials) throws IOException {
		json.name("authenticationType").value(credentials.type().wireName());
		json.name("x509Thumbprint").beginObject();
		json.name("primaryThumbprint").value(credentials.primaryThumbprint());
		json.name("secondaryThumbprint").value(credentials.secondaryThumbprint());
		json.endObject();
	}

	private static void writeProperties(JsonWriter json, String created) throws IOException {
		json.name("properties").beginObject();
		for (String part : List.of("desired", "reported")) {
			json.name(part).beginObject();
			json.name("$metadata").beginObject().name("$lastUpdated").value(created).endObject();
			json.name("$version").value(1);
			json.endObject();
		}
		json.endObject();
	}

	private static void writeScopes(JsonWriter json, Device device) throws IOException {
		if (device.deviceScope() != null) {
			json.name("deviceScope").value(device.deviceScope());
		}
		List<String> parents = device.parentScopes();
		if (parents != null) {
			json.name("parentScopes").beginArray();
			for (String parent : parents) {
				json.value(parent);
			}
			json.endArray();
		}
	}
}
