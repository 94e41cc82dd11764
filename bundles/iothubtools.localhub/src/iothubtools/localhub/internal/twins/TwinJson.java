// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.internal.modules.ModuleIdentity;

/** Writes twins as the service side sees them: replies of the twin operations and rows of queries (contract §§3.3, 3.5). */
public final class TwinJson {

	private TwinJson() {
	}

	/** The twin of a device. */
	public static void write(JsonWriter json, Device device, DeviceActivity activity, Twin twin, TwinExtras extras)
			throws IOException {
		json.beginObject();
		json.name("deviceId").value(device.deviceId());
		json.name("etag").value(twin.etag());
		json.name("deviceEtag").value(device.etag());
		json.name("status").value(device.status());
		if (device.statusReason() != null) {
			json.name("statusReason").value(device.statusReason());
		}
		json.name("statusUpdateTime").value(HubTime.format(device.statusUpdatedTime()));
		writeState(json, activity, extras.messages());
		writeAuthentication(json, device.credentials());
		writeParts(json, twin);
		json.name("capabilities").beginObject().name("iotEdge").value(device.iotEdge()).endObject();
		writeConfigurations(json, extras.configurations());
		writeScopes(json, device);
		json.endObject();
	}

	/** The twin of a module, whose deviceEtag is the etag of the module. */
	public static void write(JsonWriter json, ModuleIdentity module, DeviceActivity activity, Twin twin, TwinExtras extras)
			throws IOException {
		json.beginObject();
		json.name("deviceId").value(module.deviceId());
		json.name("moduleId").value(module.moduleId());
		json.name("etag").value(twin.etag());
		json.name("deviceEtag").value(module.etag());
		json.name("status").value("enabled");
		json.name("statusUpdateTime").value(HubTime.format(null));
		writeState(json, activity, extras.messages());
		writeAuthentication(json, module.credentials());
		writeParts(json, twin);
		writeConfigurations(json, extras.configurations());
		json.endObject();
	}

	/** A twin as events of the hub tell it (contract §7.1). */
	public static void writeForEvent(JsonWriter json, ClientId client, Twin twin) throws IOException {
		json.beginObject();
		json.name("deviceId").value(client.deviceId());
		if (client.isModule()) {
			json.name("moduleId").value(client.moduleId());
		}
		json.name("etag").value(twin.etag());
		writeParts(json, twin);
		json.endObject();
	}

	/** What a device or module itself sees of its twin: desired and reported properties (contract §8.1). */
	public static void writeForDevice(JsonWriter json, Twin twin) throws IOException {
		json.beginObject();
		json.name("desired").jsonValue(twin.desired().deviceJson());
		json.name("reported").jsonValue(twin.reported().deviceJson());
		json.endObject();
	}

	private static void writeState(JsonWriter json, DeviceActivity activity, int messages) throws IOException {
		json.name("connectionState").value(activity.connectionState());
		json.name("lastActivityTime").value(HubTime.format(activity.lastActivityTime()));
		json.name("cloudToDeviceMessageCount").value(messages);
	}

	private static void writeAuthentication(JsonWriter json, Credentials credentials) throws IOException {
		json.name("authenticationType").value(credentials.type().wireName());
		json.name("x509Thumbprint").beginObject();
		json.name("primaryThumbprint").value(credentials.primaryThumbprint());
		json.name("secondaryThumbprint").value(credentials.secondaryThumbprint());
		json.endObject();
	}

	private static void writeParts(JsonWriter json, Twin twin) throws IOException {
		json.name("version").value(twin.version());
		if (!twin.tags().isEmpty()) {
			json.name("tags").jsonValue(twin.tags().text());
		}
		json.name("properties").beginObject();
		json.name("desired").jsonValue(twin.desired().json());
		json.name("reported").jsonValue(twin.reported().json());
		json.endObject();
	}

	private static void writeConfigurations(JsonWriter json, Map<String, String> configurations) throws IOException {
		if (configurations.isEmpty()) {
			return;
		}
		json.name("configurations").beginObject();
		for (Entry<String, String> configuration : configurations.entrySet()) {
			json.name(configuration.getKey()).beginObject().name("status").value(configuration.getValue()).endObject();
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
