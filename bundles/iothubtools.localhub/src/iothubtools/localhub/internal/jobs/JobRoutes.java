// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.JOB;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.settings.HubLimits;

/** The operations on scheduled jobs (contract §3.9). */
public final class JobRoutes {

	private static final String ONE = "/jobs/v2/{id}";

	/** What stands in their paths for the job. */
	static final String ID = "id";

	private JobRoutes() {
	}

	/** Each with its path; the query first, its path would be that of a job. */
	public static List<Route> of(JobStore jobs, JobScheduler scheduler, Queries queries, HubLimits limits) {
		return List.of(
				Route.of("QueryScheduledJobs", "GET", "/jobs/v2/query", SERVICE_CONNECT, JOB, new QueryJobs(jobs, queries, limits)),
				Route.of("GetScheduledJob", "GET", ONE, SERVICE_CONNECT, JOB, new GetJob(jobs)),
				Route.of("CreateScheduledJob", "PUT", ONE, SERVICE_CONNECT, JOB, new PutJob(scheduler)),
				Route.of("CancelScheduledJob", "POST", ONE + "/cancel", SERVICE_CONNECT, JOB, new CancelJob(scheduler)));
	}
}
