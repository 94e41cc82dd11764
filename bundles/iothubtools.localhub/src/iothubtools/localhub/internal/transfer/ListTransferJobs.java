// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.transfer;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /jobs (contract §3.8): none was ever created. */
record ListTransferJobs() implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return CompletableFuture.completedStage(HubReply.json(200, "[]".getBytes(StandardCharsets.US_ASCII)));
	}
}
