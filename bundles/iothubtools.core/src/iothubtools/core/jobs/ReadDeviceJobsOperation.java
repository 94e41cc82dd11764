// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.Query;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.query.QueryPage;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/**
 * Reads what came of a scheduled job on each of its devices, by a query over devices.jobs (contract §3.3).
 *
 * @param most devices to stop after, to the end of their page
 */
public record ReadDeviceJobsOperation(HubConnection connection, String jobId, int most) implements ServiceOperation<DeviceJobs> {

	/** The query that finds them. */
	public static String query(String jobId) {
		return "SELECT * FROM devices.jobs WHERE devices.jobs.jobId = '" + jobId.replace("\\", "\\\\").replace("'", "\\'") + "'";
	}

	@Override
	public String title() {
		return NLS.bind(Messages.DeviceJobs_title, jobId);
	}

	/** Queries wait for nobody. */
	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public DeviceJobs run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Query<DeviceJob> query = session.client().queries().deviceJobs(query(jobId));
		List<DeviceJob> rows = new ArrayList<>();
		@Nullable String continuation = null;
		do {
			QueryPage<DeviceJob> page = (continuation == null ? query.first() : query.after(continuation)).await(cancellation);
			rows.addAll(page.rows());
			continuation = page.continuation();
			monitor.setWorkRemaining(100).worked(1);
			monitor.subTask(NLS.bind(Messages.DeviceJobs_progress, rows.size()));
		} while (continuation != null && rows.size() < most);
		return new DeviceJobs(rows, continuation == null);
	}
}
