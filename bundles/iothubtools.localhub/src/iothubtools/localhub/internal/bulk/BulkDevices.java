// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.util.List;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices: up to 100 changes of devices, modules and twins, kept all at once (contract §3.1). */
record BulkDevices(BulkChange change, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		List<BulkItem> items = BulkRules.items(Json.readArray(call.request().body()), BulkItem::parse, BulkItem::client);
		return writer.write(call.request().body().length, () -> {
			BulkResult result = new BulkResult();
			items.forEach(item -> change.apply(item, result));
			return result.reply();
		});
	}
}
