// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /devices/{deviceId}/modules (contract §3.4). */
record ListModules(ModuleDevices devices, ModuleStore modules, ModuleJson json) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		devices.check(call.deviceId());
		byte[] body = Json.write(out -> {
			out.beginArray();
			for (ModuleIdentity module : modules.of(call.deviceId())) {
				json.write(out, module);
			}
			out.endArray();
		});
		return CompletableFuture.completedStage(HubReply.json(200, body));
	}
}
