// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** DELETE /devices/{deviceId}; If-Match is required (contract §3.0, §3.1). */
record DeleteDevice(DeviceRegistry registry, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String id = call.deviceId();
		String etag = Etags.required(call.header("If-Match"));
		return writer.write(() -> {
			registry.remove(id, etag);
			return HubReply.noContent();
		});
	}
}
