// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;


import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.HubCall;
import iothubtools.client.Jobs;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.jobs.Job;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;

/** Schedules a job: PUT /jobs/v2/{id} (contract §3.9). Sent once, as a job that was created twice would be refused. Gives it as the hub made it. */
public record ScheduleJobOperation(HubConnection connection, JobRequest job) implements HubOperation<Job> {

	@Override
	public String title() {
		return NLS.bind(Messages.ScheduleJob_title, job.jobId());
	}

	/** It is not done in its turn with changes of identities: the hub does it later. */
	@Override
	public Kind kind() {
		return Kind.MESSAGE;
	}

	@Override
	public Job run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Jobs jobs = session.client().jobs();
		HubCall<Job> call;
		if (job.work() instanceof JobWork.UpdateTwin update) {
			call = jobs.updateTwins(job.jobId(), job.condition(), update.patch(), job.schedule());
		} else if (job.work() instanceof JobWork.InvokeMethod invoke) {
			call = jobs.invokeMethod(job.jobId(), job.condition(), invoke.method(), job.schedule());
		} else {
			throw new IllegalStateException("nothing is known of " + job.work());
		}
		boolean perhaps = true;
		try {
			return call.await(cancellation);
		} catch (HubException e) {
			perhaps = e.isUnclear();
			throw e;
		} finally {
			if (perhaps) {
				// also of one that was cancelled on its way or not answered: the hub may have it
				events.fire(new HubEvent.JobsChanged(connection, job.jobId()));
			}
		}
	}
}
