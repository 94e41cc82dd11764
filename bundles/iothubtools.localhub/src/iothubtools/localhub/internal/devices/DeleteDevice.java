// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** DELETE /devices/{deviceId}; If-Match is required (contract §3.0, §3.1). */
public record DeleteDevice(DeviceStore devices, Writer writer) implements Operation {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String id = call.deviceId();
		String etag = Etags.wanted(call.header("If-Match"));
		if (etag == null) {
			throw HubError.preconditionFailed("Etag missing");
		}
		return writer.write(() -> {
			Device device = devices.get(id);
			if (device == null) {
				throw HubError.deviceNotFound(id);
			}
			Etags.check(device, etag);
			devices.remove(device);
			return HubReply.noContent();
		});
	}
}
