// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * PUT /devices/{deviceId}/modules/{moduleId}: without If-Match it creates and only that, with If-Match it replaces and only
 * that (contract §3.0, §3.4).
 */
record PutModule(ModuleDevices devices, ModuleRegistry registry, ModuleJson json, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		devices.check(call.deviceId());
		ModuleWrite wanted = ModuleWrite.parse(call.client(), Json.readLoosely(call.request().body()));
		String etag = Etags.wanted(call.header("If-Match"));
		return writer.write(() -> etag == null ? json.createdReply(registry.create(wanted))
				: json.reply(registry.update(wanted, etag)));
	}
}
