// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** DELETE /devices/{deviceId}/modules/{moduleId}; If-Match is required (contract §3.0, §3.4). */
record DeleteModule(ModuleDevices devices, ModuleRegistry registry, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		devices.check(call.deviceId());
		ClientId client = call.client();
		String etag = Etags.required(call.header("If-Match"));
		return writer.write(() -> {
			registry.remove(client, etag);
			return HubReply.noContent();
		});
	}
}
