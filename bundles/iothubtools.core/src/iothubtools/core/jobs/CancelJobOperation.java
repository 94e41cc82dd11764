// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;


import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.jobs.Job;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;

/** Cancels a scheduled job that waits: POST /jobs/v2/{id}/cancel (contract §3.9). One that runs or is over is refused. Gives it as it is then. */
public record CancelJobOperation(HubConnection connection, String jobId) implements HubOperation<Job> {

	@Override
	public String title() {
		return NLS.bind(Messages.CancelJob_title, jobId);
	}

	/** Before it begins, so that it waits for nobody. */
	@Override
	public Kind kind() {
		return Kind.MESSAGE;
	}

	@Override
	public Job run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		try {
			return session.client().jobs().cancel(jobId).await(cancellation);
		} finally {
			// one that could not be cancelled is in another state than somebody thought
			events.fire(new HubEvent.JobsChanged(connection, jobId));
		}
	}
}
