// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * DELETE /messages/serviceBound/feedback/{lockToken} and POST …/abandon: the service side has dealt with a batch of feedback,
 * or puts it back (contract §3.7).
 *
 * @param settlement what to do with the batch of a lock token
 */
record SettleFeedback(Function<String, CompletionStage<Void>> settlement) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return settlement.apply(call.variable(CommandRoutes.LOCK_TOKEN)).thenApply(done -> HubReply.noContent());
	}
}
