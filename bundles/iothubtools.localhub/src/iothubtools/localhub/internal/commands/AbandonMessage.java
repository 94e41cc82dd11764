// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices/{deviceId}/messages/deviceBound/{lockToken}/abandon: the device puts a message back (contract §3.12). */
record AbandonMessage(CloudToDeviceQueues queues) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return queues.abandon(call.client(), call.variable(CommandRoutes.LOCK_TOKEN))
				.thenApply(done -> HubReply.noContent());
	}
}
