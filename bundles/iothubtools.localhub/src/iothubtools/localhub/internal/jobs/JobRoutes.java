// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.settings.HubLimits;

/** The operations on scheduled jobs (contract §3.9). */
public final class JobRoutes {

	private static final String JOB = "/jobs/v2/{id}";

	/** What stands in their paths for the job. */
	static final String ID = "id";

	private JobRoutes() {
	}

	/** Each with its path; the query first, its path would be that of a job. */
	public static List<Route> of(JobStore jobs, JobScheduler scheduler, Queries queries, HubLimits limits) {
		return List.of(
				Route.of("QueryScheduledJobs", "GET", "/jobs/v2/query", SERVICE_CONNECT, new QueryJobs(jobs, queries, limits)),
				Route.of("GetScheduledJob", "GET", JOB, SERVICE_CONNECT, new GetJob(jobs)),
				Route.of("CreateScheduledJob", "PUT", JOB, SERVICE_CONNECT, new PutJob(scheduler)),
				Route.of("CancelScheduledJob", "POST", JOB + "/cancel", SERVICE_CONNECT, new CancelJob(scheduler)));
	}
}
