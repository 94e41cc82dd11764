// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /devices/{deviceId} (contract §3.1). */
record GetDevice(DeviceStore devices, DeviceJson json) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String id = call.deviceId();
		Device device = devices.get(id);
		if (device == null) {
			throw HubError.deviceNotFound(id);
		}
		return CompletableFuture.completedStage(json.reply(device));
	}
}
