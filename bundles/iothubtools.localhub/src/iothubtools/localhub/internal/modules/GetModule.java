// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /devices/{deviceId}/modules/{moduleId} (contract §3.4). */
record GetModule(ModuleDevices devices, ModuleStore modules, ModuleJson json) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		devices.check(call.deviceId());
		ModuleIdentity module = modules.get(call.client());
		if (module == null) {
			throw ModuleErrors.notFound(call.client());
		}
		return CompletableFuture.completedStage(json.reply(module));
	}
}
