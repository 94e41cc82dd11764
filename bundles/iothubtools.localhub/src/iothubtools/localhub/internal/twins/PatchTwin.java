// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** PATCH /twins/{deviceId}[/modules/{moduleId}]: merges into tags and desired properties (contract §3.5). */
record PatchTwin(Twins twins, TwinReplies replies) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		ClientId client = call.client();
		return twins.patch(client, Json.readObject(call.request().body()), call.header("If-Match"))
				.thenApply(twin -> replies.reply(client, twin));
	}
}
