// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** PUT /jobs/v2/{id}: schedules a job (contract §3.9). */
record PutJob(JobScheduler scheduler) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return scheduler.create(call.variable(JobRoutes.ID), Json.readObject(call.request().body()))
				.thenApply(JobJson::reply);
	}
}
