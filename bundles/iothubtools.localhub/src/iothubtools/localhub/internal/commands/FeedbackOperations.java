// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;

/** The operations on the feedback that cloud-to-device messages lead to (contract §3.7). */
record FeedbackOperations(FeedbackQueue feedback) {

	/** GET /messages/serviceBound/feedback: the next batch of feedback, locked, or 204. */
	CompletionStage<HubReply> receive(Call call) {
		return feedback.receive().thenApply(next -> next.map(FeedbackOperations::reply).orElseGet(HubReply::noContent));
	}

	/** The same of a hub that tells feedback over AMQP alone: 400, as some say of the service (contract §11). */
	CompletionStage<HubReply> refuse(Call call) {
		throw HubError.argumentInvalid("Feedback is not to be had over HTTP.");
	}

	/** DELETE /messages/serviceBound/feedback/{lockToken}: the service side has dealt with a batch. */
	CompletionStage<HubReply> complete(Call call) {
		return feedback.complete(call.variable(CommandOperations.LOCK_TOKEN)).thenApply(done -> HubReply.noContent());
	}

	/** POST /messages/serviceBound/feedback/{lockToken}/abandon: it puts a batch back. */
	CompletionStage<HubReply> abandon(Call call) {
		return feedback.abandon(call.variable(CommandOperations.LOCK_TOKEN)).thenApply(done -> HubReply.noContent());
	}

	private static HubReply reply(FeedbackBatch batch) {
		return HubReply.json(200, FeedbackJson.of(batch)).with("ETag", '"' + batch.lockToken() + '"');
	}
}
