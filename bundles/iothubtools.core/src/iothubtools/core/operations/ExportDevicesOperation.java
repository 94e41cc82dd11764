// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.ExportOutcome;
import iothubtools.core.transfer.ExportPart;
import iothubtools.core.transfer.ExportTarget;
import iothubtools.core.transfer.ExportTask;

/**
 * Writes devices of a hub with their tags and desired properties to a file (contract §3.3). What a failure or a cancel leaves can be
 * gone on with.
 *
 * @param keys      whether the devices' keys are written, too
 * @param deviceIds which devices; empty for all
 * @param anew      whether what an interrupted export of the same has left is thrown away instead of gone on with
 */
public record ExportDevicesOperation(HubConnection connection, Path file, ExportFormat format, boolean keys, List<String> deviceIds,
		boolean anew) implements HubOperation<ExportOutcome> {

	public ExportDevicesOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	/** What an interrupted export of the same has left, however long ago; null if there is nothing. */
	public @Nullable ExportPart part() {
		return target().part();
	}

	private ExportTarget target() {
		// the local hub is the same one on another port
		String hub = LocalHubService.isLocal(connection) ? connection.id() : connection.host().toString();
		return new ExportTarget(file, hub, format, keys, deviceIds);
	}

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
		return new ExportTask(session.client(), target()).run(anew, monitor, cancellation);
	}
}
