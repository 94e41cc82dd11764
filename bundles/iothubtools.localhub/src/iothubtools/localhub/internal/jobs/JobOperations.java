// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;

/** The operations on scheduled jobs (contract §3.9). */
record JobOperations(JobStore jobs, JobScheduler scheduler, JobPages pages) {

	/** What stands in their paths for the job. */
	private static final String ID = "id";

	/** GET /jobs/v2/query. */
	CompletionStage<HubReply> query(Call call) {
		return pages.page(call);
	}

	/** GET /jobs/v2/{id}: a job that is not there is a 200 too. */
	HubReply get(Call call) {
		ScheduledJob job = jobs.get(call.variable(ID));
		return job == null ? JobJson.unknown() : JobJson.reply(job);
	}

	/** PUT /jobs/v2/{id}: schedules a job. */
	CompletionStage<HubReply> create(Call call) {
		return scheduler.create(call.variable(ID), Json.readObject(call.request().body())).thenApply(JobJson::reply);
	}

	/** POST /jobs/v2/{id}/cancel. */
	CompletionStage<HubReply> cancel(Call call) {
		return scheduler.cancel(call.variable(ID)).thenApply(JobJson::reply);
	}
}
