// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /jobs/v2/{id} (contract §3.9): a job that is not there is a 200 too. */
record GetJob(JobStore jobs) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		ScheduledJob job = jobs.get(call.variable(JobRoutes.ID));
		return CompletableFuture.completedStage(job == null ? JobJson.unknown() : JobJson.reply(job));
	}
}
