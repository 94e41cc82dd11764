// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinJson;

/** The twin of a device. */
final class DeviceRow extends TwinRow {

	/** Lists ask for these and nothing else. */
	private static final Set<String> IDENTITY = Set.of("deviceId", "deviceEtag", "status", "statusReason", "statusUpdateTime",
			"connectionState", "lastActivityTime", "cloudToDeviceMessageCount", "authenticationType", "capabilities", "deviceScope",
			"parentScopes");

	private static final JsonElement EDGE = capabilities(true);
	private static final JsonElement NO_EDGE = capabilities(false);

	private final Device device;
	private final TwinSources sources;
	private @Nullable DeviceActivity activity;

	DeviceRow(Device device, TwinSources sources) {
		this.device = device;
		this.sources = sources;
	}

	@Override
	public String key() {
		return device.deviceId();
	}

	@Override
	Twin readTwin() {
		return sources.twins().of(device);
	}

	private static JsonElement capabilities(boolean iotEdge) {
		JsonObject capabilities = new JsonObject();
		capabilities.addProperty("iotEdge", iotEdge);
		return capabilities;
	}

	@Override
	boolean isIdentity(String name) {
		return IDENTITY.contains(name);
	}

	@Override
	@Nullable JsonElement identity(String name) {
		return switch (name) {
		case "deviceId" -> new JsonPrimitive(device.deviceId());
		case "deviceEtag" -> new JsonPrimitive(device.etag());
		case "status" -> new JsonPrimitive(device.status());
		case "statusReason" -> device.statusReason() == null ? null : new JsonPrimitive(device.statusReason());
		case "statusUpdateTime" -> new JsonPrimitive(HubTime.format(device.statusUpdatedTime()));
		case "connectionState" -> new JsonPrimitive(activity().connectionState());
		case "lastActivityTime" -> new JsonPrimitive(HubTime.format(activity().lastActivityTime()));
		case "cloudToDeviceMessageCount" -> new JsonPrimitive(sources.messages().of(ClientId.of(device.deviceId())));
		case "authenticationType" -> new JsonPrimitive(device.credentials().type().wireName());
		case "capabilities" -> device.iotEdge() ? EDGE : NO_EDGE;
		case "deviceScope" -> device.deviceScope() == null ? null : new JsonPrimitive(device.deviceScope());
		case "parentScopes" -> parentScopes();
		default -> throw new IllegalArgumentException(name);
		};
	}

	private @Nullable JsonElement parentScopes() {
		List<String> parents = device.parentScopes();
		if (parents == null) {
			return null;
		}
		JsonArray scopes = new JsonArray(parents.size());
		parents.forEach(scopes::add);
		return scopes;
	}

	/** What the device did lately, read once. */
	private DeviceActivity activity() {
		DeviceActivity read = activity;
		if (read == null) {
			read = sources.devices().activity(device.deviceId());
			activity = read;
		}
		return read;
	}

	@Override
	public void writeTo(JsonWriter json) throws IOException {
		TwinJson.write(json, device, activity(), twin(), sources.extras(ClientId.of(device.deviceId())));
	}
}
