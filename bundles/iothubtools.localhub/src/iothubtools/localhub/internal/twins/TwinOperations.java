// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Call;

/** The operations on twins, of devices and of modules; each answers with the whole twin (contract §3.5). */
record TwinOperations(Twins twins, TwinReplies replies) {

	/** GET /twins/{deviceId}[/modules/{moduleId}]. */
	HubReply get(Call call) {
		ClientId client = call.client();
		return replies.reply(client, twins.read(client));
	}

	/** PATCH /twins/{deviceId}[/modules/{moduleId}]: merges into tags and desired properties. */
	CompletionStage<HubReply> patch(Call call) {
		ClientId client = call.client();
		return twins.patch(client, Json.readObject(call.request().body()), call.header("If-Match"))
				.thenApply(twin -> replies.reply(client, twin));
	}

	/** PUT /twins/{deviceId}[/modules/{moduleId}]: replaces tags and desired properties. */
	CompletionStage<HubReply> put(Call call) {
		ClientId client = call.client();
		return twins.replace(client, Json.readObject(call.request().body()), call.header("If-Match"))
				.thenApply(twin -> replies.reply(client, twin));
	}
}
