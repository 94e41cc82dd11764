// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.Listing;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/**
 * Reads all devices of a hub page by page (contract §3.3).
 *
 * @param extras what is asked for besides: the more, the larger the pages
 * @param onPage called on the worker thread for each page as it arrives
 */
public record ListDevicesOperation(HubConnection connection, ListExtras extras, Consumer<List<DeviceSummary>> onPage)
		implements HubOperation<Listing> {

	/** Nothing besides. */
	public ListDevicesOperation(HubConnection connection, Consumer<List<DeviceSummary>> onPage) {
		this(connection, ListExtras.NONE, onPage);
	}

	@Override
	public String title() {
		return NLS.bind(Messages.ListDevices_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.LIST;
	}

	@Override
	public Listing run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		int[] count = { 0 };
		return session.client().devices().listAll(extras, page -> {
			count[0] += page.size();
			monitor.subTask(NLS.bind(Messages.ListDevices_progress, count[0]));
			monitor.setWorkRemaining(100).worked(1);
			onPage.accept(page);
		}, cancellation);
	}
}
