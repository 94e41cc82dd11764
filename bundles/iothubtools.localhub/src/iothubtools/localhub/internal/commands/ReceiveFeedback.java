// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /messages/serviceBound/feedback: the next batch of feedback, locked, or 204 (contract §3.7). */
record ReceiveFeedback(FeedbackQueue feedback) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return feedback.receive().thenApply(next -> next.map(ReceiveFeedback::reply).orElseGet(HubReply::noContent));
	}

	private static HubReply reply(FeedbackBatch batch) {
		byte[] body = Json.write(json -> {
			json.beginArray();
			for (FeedbackRecord one : batch.records()) {
				write(json, one);
			}
			json.endArray();
		});
		return HubReply.json(200, body).with("ETag", '"' + batch.lockToken() + '"');
	}

	private static void write(JsonWriter json, FeedbackRecord one) throws IOException {
		json.beginObject();
		json.name("originalMessageId").value(one.originalMessageId());
		json.name("enqueuedTimeUtc").value(HubTime.format(one.enqueuedTime()));
		json.name("statusCode").value(one.outcome().statusCode());
		json.name("description").value(one.outcome().statusCode());
		json.name("deviceId").value(one.deviceId());
		json.name("deviceGenerationId").value(one.generationId());
		json.endObject();
	}
}
