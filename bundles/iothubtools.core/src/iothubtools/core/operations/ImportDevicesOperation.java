// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.DeviceFileReader;
import iothubtools.core.transfer.ImportCheck;
import iothubtools.core.transfer.ImportTask;

/**
 * Creates the devices of a CSV or JSON file in bulk calls (contract §3.1). Lines that are no devices, and devices that are there, are
 * left and told with the reason, so that what a failure or a cancel left undone is done by the same file once more.
 *
 * @param dryRun whether it only tells what it would do
 */
public record ImportDevicesOperation(HubConnection connection, Path file, boolean dryRun) implements HubOperation<TaskOutcome> {

	@Override
	public String title() {
		return NLS.bind(dryRun ? Messages.ImportDevices_title_dry : Messages.ImportDevices_title, file.getFileName(), connection.name());
	}

	@Override
	public Kind kind() {
		return dryRun ? Kind.READ : Kind.WRITE;
	}

	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws IOException, HubException {
		try (DeviceFileReader reader = DeviceFileReader.open(file)) {
			if (dryRun) {
				return new ImportCheck(session.client(), reader).run(cancellation);
			}
			return new ImportTask(session.client(), reader, devices -> events.fire(new HubEvent.DevicesCreated(connection, devices)))
					.run(monitor, cancellation);
		}
	}
}
