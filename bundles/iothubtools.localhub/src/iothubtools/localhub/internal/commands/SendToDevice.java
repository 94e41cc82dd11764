// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * POST /localhub/devices/{deviceId}/messages/deviceBound, for modules with their part: sends a message to a device. The
 * service takes these messages over AMQP; that it also takes them at this path without its beginning is not written down, but on
 * record (contract §11).
 */
record SendToDevice(CloudToDeviceQueues queues) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return queues.enqueue(call.client(), CommandHeaders.message(call.request())).thenApply(sent -> HubReply.noContent());
	}
}
