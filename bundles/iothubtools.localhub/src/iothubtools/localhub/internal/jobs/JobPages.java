// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.query.Continuation;
import iothubtools.localhub.internal.query.PageRows;
import iothubtools.localhub.internal.query.PageSize;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.internal.query.RowCheck;
import iothubtools.localhub.settings.HubLimits;

/**
 * Jobs by type and status, in the order of their ids, paged as queries are (contract §3.9).
 *
 * @param jobs    where they are
 * @param queries the reads it takes turns with
 * @param limits  of pages
 */
record JobPages(JobStore jobs, Queries queries, HubLimits limits) {

	/** The page that a call asks for. */
	CompletionStage<HubReply> page(Call call) {
		Wanted wanted = Wanted.of(call.request().query());
		int size = PageSize.of(call.header("x-ms-max-item-count"), limits);
		Continuation from = Continuation.parse(call.header("x-ms-continuation"), wanted.toString());
		return queries.read(call.request().presence(), check -> page(wanted, size, from, check));
	}

	private HubReply page(Wanted wanted, int size, @Nullable Continuation from, RowCheck check) {
		PageRows rows = new PageRows();
		String last = null;
		boolean more = false;
		for (Iterator<ScheduledJob> all = jobs.jobs(from == null ? null : from.after()); all.hasNext() && !more;) {
			check.check();
			ScheduledJob job = all.next();
			if (wanted.matches(job)) {
				more = rows.count() == size || !rows.haveRoom();
				if (!more) {
					rows.add(json -> JobJson.write(json, job));
					last = job.jobId();
				}
			}
		}
		HubReply reply = HubReply.json(200, rows.body()).with("x-ms-item-type", "JobResponse");
		int served = (from == null ? 0 : from.served()) + rows.count();
		return more && last != null ? reply.with("x-ms-continuation", new Continuation(served, last).token(wanted.toString())) : reply;
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
