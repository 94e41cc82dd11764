// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.ExportOutcome;
import iothubtools.core.transfer.ExportTask;

/**
 * Writes all devices of a hub with their tags and desired properties to a file (contract §3.3). After a failure or a cancel the same
 * once more goes on where it ended.
 *
 * @param keys whether the devices' keys are written, too
 */
public record ExportDevicesOperation(HubConnection connection, Path file, ExportFormat format, boolean keys)
		implements HubOperation<ExportOutcome> {

	@Override
	public String title() {
		return NLS.bind(Messages.ExportDevices_title, connection.name(), file.getFileName());
	}

	@Override
	public Kind kind() {
		return Kind.LIST;
	}

	@Override
	public ExportOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws IOException, HubException {
		return new ExportTask(session.client(), file, format, keys).run(monitor, cancellation);
	}
}
