// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.jobs.Job;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/** Lists the scheduled jobs of a hub, which keeps them for 30 days: GET /jobs/v2/query (contract §3.9). */
public record ListJobsOperation(HubConnection connection) implements ServiceOperation<List<Job>> {

	@Override
	public String title() {
		return NLS.bind(Messages.ListJobs_title, connection.name());
	}

	/** Waits for nobody, least of all for a long list of devices. */
	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public List<Job> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		List<Job> jobs = new ArrayList<>();
		session.client().jobs().list(null, null).forEachPage(page -> {
			jobs.addAll(page.rows());
			monitor.setWorkRemaining(100).worked(1);
			monitor.subTask(NLS.bind(Messages.ListJobs_progress, jobs.size()));
		}, cancellation);
		return List.copyOf(jobs);
	}
}
