// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /devices/{deviceId}/messages/deviceBound: the next message for a device, locked, or 204 (contract §3.12). */
record ReceiveMessage(CloudToDeviceQueues queues) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return queues.receive(call.client())
				.thenApply(next -> next.map(CommandHeaders::reply).orElseGet(HubReply::noContent));
	}
}
