// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.Query;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.query.QueryPage;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/**
 * Runs a query, or goes on with one, until there are so many rows more or no more at all (contract §3.3). What has come stays in the result
 * when it fails or is cancelled, and the same once more goes on there.
 *
 * @param most     rows to stop after, to the end of their page
 * @param onPage   called on the worker's thread after each page
 */
public record RunQueryOperation(HubConnection connection, QueryResult result, int most, Runnable onPage) implements ServiceOperation<QueryResult> {

	/** More than the service gives, by its documentation; a hub that gives more is asked less often. */
	private static final int PAGE = 1000;

	@Override
	public String title() {
		return NLS.bind(Messages.RunQuery_title, connection.name());
	}

	/** Queries wait for nobody. */
	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public QueryResult run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Query<String> query = session.client().queries().raw(result.query()).pageSize(Math.min(PAGE, most));
		int enough = result.rows() + most;
		do {
			String continuation = result.continuation();
			QueryPage<String> page = (continuation == null ? query.first() : query.after(continuation)).await(cancellation);
			result.add(page);
			monitor.setWorkRemaining(100).worked(1);
			monitor.subTask(NLS.bind(Messages.RunQuery_progress, result.rows()));
			onPage.run();
		} while (result.continuation() != null && result.rows() < enough);
		return result;
	}
}
