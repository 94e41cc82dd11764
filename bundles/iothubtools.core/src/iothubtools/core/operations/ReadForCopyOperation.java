// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.CopyNote;
import iothubtools.core.tasks.CopyReading;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Reads devices with their keys, tags, desired properties and modules by GET, some at a time (contract §§3.1, 4), to make them at another hub.
 *
 * @param copy takes the devices, encrypted in memory
 */
record ReadForCopyOperation(HubConnection connection, List<String> deviceIds, DeletedDevices copy)
		implements HubOperation<ReadForCopyOperation.Result> {

	/**
	 * What came of it.
	 *
	 * @param outcome what became of each
	 * @param notes   of those that were read, by their ids
	 */
	record Result(TaskOutcome outcome, Map<String, CopyNote> notes) {
	}

	ReadForCopyOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return NLS.bind(Messages.ReadDevices_title, deviceIds.size());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public Result run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		CopyReading reading = new CopyReading(deviceIds, copy);
		TaskOutcome outcome = reading.run(session, monitor, cancellation);
		cancellation.check();
		return new Result(outcome, reading.notes());
	}
}
