// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /twins/{deviceId}[/modules/{moduleId}] (contract §3.5). */
record GetTwin(Twins twins, TwinReplies replies) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		ClientId client = call.client();
		return CompletableFuture.completedStage(replies.reply(client, twins.read(client)));
	}
}
