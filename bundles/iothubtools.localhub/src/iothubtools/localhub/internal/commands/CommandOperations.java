// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Call;

/** The operations on cloud-to-device messages (contract §§3.7, 3.12). */
record CommandOperations(CloudToDeviceQueues queues) {

	/** What stands in their paths for the lock token. */
	static final String LOCK_TOKEN = "lockToken";

	/**
	 * POST /localhub/devices/{deviceId}/messages/deviceBound, for modules with their part: sends a message to a device. The service
	 * takes these messages over AMQP; that it also takes them at this path without its beginning is not written down, but on record
	 * (contract §11).
	 */
	CompletionStage<HubReply> send(Call call) {
		return queues.enqueue(call.client(), CommandHeaders.message(call.request())).thenApply(sent -> HubReply.noContent());
	}

	/** GET /devices/{deviceId}/messages/deviceBound: the next message for a device, locked, or 204. */
	CompletionStage<HubReply> receive(Call call) {
		return queues.receive(call.client())
				.thenApply(next -> next.map(CommandHeaders::reply).orElseGet(HubReply::noContent));
	}

	/**
	 * DELETE /devices/{deviceId}/messages/deviceBound/{lockToken}: the device completes a message, or with the parameter reject
	 * rejects it.
	 */
	CompletionStage<HubReply> settle(Call call) {
		String token = call.variable(LOCK_TOKEN);
		CompletionStage<Void> settled = call.request().query().containsKey("reject") ? queues.reject(call.client(), token)
				: queues.complete(call.client(), token);
		return settled.thenApply(done -> HubReply.noContent());
	}

	/** POST /devices/{deviceId}/messages/deviceBound/{lockToken}/abandon: the device puts a message back. */
	CompletionStage<HubReply> abandon(Call call) {
		return queues.abandon(call.client(), call.variable(LOCK_TOKEN)).thenApply(done -> HubReply.noContent());
	}

	/** DELETE /devices/{deviceId}/commands: empties the queue of a device. */
	CompletionStage<HubReply> purge(Call call) {
		ClientId client = call.client();
		return queues.purge(client).thenApply(count -> HubReply.json(200,
				Json.write(json -> json.beginObject().name("totalMessagesPurged").value(count).name("deviceId")
						.value(client.deviceId()).name("moduleId").value(client.moduleId()).endObject())));
	}
}
