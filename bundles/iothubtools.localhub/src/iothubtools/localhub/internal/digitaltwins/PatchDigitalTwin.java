// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.digitaltwins;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.twins.Twins;

/** PATCH /digitaltwins/{deviceId} (contract §3.11): writes desired properties. */
record PatchDigitalTwin(Twins twins) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		JsonObject patch = JsonPatch.toTwin(Json.readArray(call.request().body()));
		String location = "/digitaltwins/" + URLEncoder.encode(call.deviceId(), StandardCharsets.UTF_8).replace("+", "%20");
		return twins.patch(ClientId.of(call.deviceId()), patch, call.header("If-Match"))
				.thenApply(twin -> new HubReply(202, Map.of(), new byte[0]).with("ETag", '"' + twin.etag() + '"')
						.with("Location", location));
	}
}
