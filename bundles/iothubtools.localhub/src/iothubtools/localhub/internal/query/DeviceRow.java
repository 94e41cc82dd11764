// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

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

	private static final JsonElement EDGE = capabilities(true);
	private static final JsonElement NO_EDGE = capabilities(false);

	private final Device device;
	private final TwinSources sources;
	private final Supplier<DeviceActivity> activities;
	private @Nullable DeviceActivity activity;

	/** Of a device by itself. */
	DeviceRow(Device device, TwinSources sources) {
		this(device, sources, () -> sources.devices().activity(device.deviceId()));
	}

	/** @param activities what gives, when it is asked for, what the device did lately */
	DeviceRow(Device device, TwinSources sources, Supplier<DeviceActivity> activities) {
		this.device = device;
		this.sources = sources;
		this.activities = activities;
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
	@Nullable JsonElement own(String name) {
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
		default -> super.own(name);
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
			read = activities.get();
			activity = read;
		}
		return read;
	}

	@Override
	public void writeTo(JsonWriter json) throws IOException {
		TwinJson.write(json, device, activity(), twin(), sources.extras(ClientId.of(device.deviceId())));
	}
}
