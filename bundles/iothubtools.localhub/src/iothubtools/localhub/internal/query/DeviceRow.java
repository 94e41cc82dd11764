// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinJson;

/** The twin of a device. */
final class DeviceRow extends TwinRow {

	private final Device device;
	private final TwinSources sources;

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

	@Override
	@Nullable String identity(String name) {
		return switch (name) {
		case "deviceId" -> device.deviceId();
		case "status" -> device.status();
		case "connectionState" -> sources.devices().activity(device.deviceId()).connectionState();
		default -> null;
		};
	}

	@Override
	public void writeTo(JsonWriter json) throws IOException {
		TwinJson.write(json, device, sources.devices().activity(device.deviceId()), twin(),
				sources.extras(ClientId.of(device.deviceId())));
	}
}
