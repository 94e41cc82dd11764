// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.HubLimits;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.query.Continuation;
import iothubtools.localhub.internal.query.PageSize;

/** GET /jobs/v2/query (contract §3.9): jobs by type and status, in the order of their ids, paged as queries are. */
record QueryJobs(JobStore jobs, HubLimits limits) implements Operation {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		Wanted wanted = Wanted.of(call.request().query());
		int size = PageSize.of(call.header("x-ms-max-item-count"), limits);
		Continuation from = Continuation.parse(call.header("x-ms-continuation"), wanted.toString());
		List<ScheduledJob> page = new ArrayList<>();
		boolean more = false;
		for (Iterator<ScheduledJob> all = jobs.jobs(from == null ? null : from.after()); all.hasNext() && !more;) {
			ScheduledJob job = all.next();
			if (wanted.matches(job)) {
				more = page.size() == size;
				page.add(job);
			}
		}
		List<ScheduledJob> sent = more ? page.subList(0, size) : page;
		HubReply reply = HubReply.json(200, json(sent)).with("x-ms-item-type", "JobResponse");
		int served = (from == null ? 0 : from.served()) + sent.size();
		return CompletableFuture.completedStage(more ? reply.with("x-ms-continuation",
				new Continuation(served, sent.get(size - 1).jobId()).token(wanted.toString())) : reply);
	}

	private static byte[] json(List<ScheduledJob> page) {
		return Json.write(json -> {
			json.beginArray();
			for (ScheduledJob job : page) {
				JobJson.write(json, job);
			}
			json.endArray();
		});
	}

	/** Which jobs; null means any. */
	private record Wanted(@Nullable JobType type, @Nullable JobStatus status) {

		static Wanted of(Map<String, String> query) {
			String type = query.getOrDefault("jobtype", "");
			String status = query.getOrDefault("jobstatus", "");
			return new Wanted(type.isEmpty() ? null : JobType.of(type), status.isEmpty() ? null : JobStatus.of(status));
		}

		boolean matches(ScheduledJob job) {
			return (type == null || type == job.type()) && (status == null || status == job.status());
		}
	}
}
