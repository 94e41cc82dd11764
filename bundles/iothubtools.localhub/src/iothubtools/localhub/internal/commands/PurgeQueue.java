// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** DELETE /devices/{deviceId}/commands: empties the queue of a device (contract §3.7). */
record PurgeQueue(CloudToDeviceQueues queues) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		ClientId client = call.client();
		return queues.purge(client).thenApply(count -> HubReply.json(200,
				Json.write(json -> json.beginObject().name("totalMessagesPurged").value(count).name("deviceId")
						.value(client.deviceId()).name("moduleId").value(client.moduleId()).endObject())));
	}
}
