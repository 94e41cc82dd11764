// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.JOB;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.settings.HubLimits;

/** Where the operations on scheduled jobs are found (contract §3.9). */
public final class JobRoutes {

	private static final String ONE = "/jobs/v2/{id}";

	private JobRoutes() {
	}

	/** Each with its path; the query first, its path would be that of a job. */
	public static List<Route> of(JobStore store, JobScheduler scheduler, Queries queries, HubLimits limits) {
		JobOperations jobs = new JobOperations(store, scheduler, new JobPages(store, queries, limits));
		return List.of(Route.of("QueryScheduledJobs", "GET", "/jobs/v2/query", SERVICE_CONNECT, JOB, jobs::query),
				Route.of("GetScheduledJob", "GET", ONE, SERVICE_CONNECT, JOB, jobs::get),
				Route.of("CreateScheduledJob", "PUT", ONE, SERVICE_CONNECT, JOB, jobs::create),
				Route.of("CancelScheduledJob", "POST", ONE + "/cancel", SERVICE_CONNECT, JOB, jobs::cancel));
	}
}
