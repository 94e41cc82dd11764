// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import iothubtools.localhub.internal.devices.Writer;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices: up to 100 changes of devices, modules and twins, kept all at once (contract §3.1). */
record BulkDevices(BulkChange change, Writer writer) implements Operation {

	private static final int MOST = 100;

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		JsonArray body = Json.readArray(call.request().body());
		if (body.size() > MOST) {
			throw new HubError(ErrorCode.TOO_MANY_DEVICES,
					"The request has " + body.size() + " devices, more than " + MOST + ".");
		}
		List<BulkItem> items = items(body);
		return writer.write(() -> {
			BulkResult result = new BulkResult();
			items.forEach(item -> change.apply(item, result));
			return result.reply();
		});
	}

	private static List<BulkItem> items(JsonArray body) {
		List<BulkItem> items = new ArrayList<>(body.size());
		Set<ClientId> named = new HashSet<>();
		for (JsonElement element : body) {
			BulkItem item = BulkItem.parse(element);
			if (!named.add(item.client())) {
				throw new HubError(ErrorCode.DEVICE_DEFINED_MULTIPLE_TIMES,
						"The request names '" + item.client() + "' more than once.");
			}
			items.add(item);
		}
		return items;
	}
}
