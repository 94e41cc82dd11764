// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices/{deviceId}/applyConfigurationContent (contract §3.10): once, for one IoT Edge device. */
record ApplyContent(DeviceStore devices, DesiredWriter desired, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String deviceId = call.deviceId();
		ConfigurationContent content = ConfigurationContent.parse(Json.readObject(call.request().body()));
		return writer.write(() -> {
			Device device = devices.get(deviceId);
			if (device == null) {
				throw HubError.deviceNotFound(deviceId);
			}
			if (!device.iotEdge()) {
				throw HubError.argumentInvalid("The device '" + deviceId + "' is no IoT Edge device.");
			}
			desired.apply(ClientId.of(deviceId), content);
			return HubReply.noContent();
		});
	}
}
