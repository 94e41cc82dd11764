// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * DELETE /devices/{deviceId}/messages/deviceBound/{lockToken}: the device completes a message, or with the parameter reject
 * rejects it (contract §3.12).
 */
record SettleMessage(CloudToDeviceQueues queues) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String token = call.variable(CommandRoutes.LOCK_TOKEN);
		CompletionStage<Void> settled = call.request().query().containsKey("reject") ? queues.reject(call.client(), token)
				: queues.complete(call.client(), token);
		return settled.thenApply(done -> HubReply.noContent());
	}
}
