// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /jobs/v2/{id}/cancel (contract §3.9). */
record CancelJob(JobScheduler scheduler) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return scheduler.cancel(call.variable(JobRoutes.ID)).thenApply(JobJson::reply);
	}
}
