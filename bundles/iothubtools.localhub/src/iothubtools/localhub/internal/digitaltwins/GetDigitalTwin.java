// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.digitaltwins;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.Twins;

/** GET /digitaltwins/{deviceId} (contract §3.11): that of a device without a model. */
record GetDigitalTwin(Twins twins) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		Twin twin = twins.read(ClientId.of(call.deviceId()));
		byte[] body = Json.write(json -> {
			json.beginObject();
			json.name("$dtId").value(call.deviceId());
			json.name("$metadata").beginObject().name("$model").value("").endObject();
			json.endObject();
		});
		return CompletableFuture.completedStage(HubReply.json(200, body).with("ETag", '"' + twin.etag() + '"'));
	}
}
