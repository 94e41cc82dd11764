// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.KeptDeletion;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Deletes devices where they came from, each under the etag just read, unless there is an objection to it.
 *
 * @param kept takes what is needed to make them anew
 */
record DeleteMovedOperation(HubConnection connection, List<String> deviceIds, DeletedDevices kept, KeptDeletion.Objection objection)
		implements HubOperation<TaskOutcome> {

	DeleteMovedOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return DevicesTitle.of(deviceIds, Messages.DeleteDevices_title_one, Messages.DeleteDevices_title_many);
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return new KeptDeletion(deviceIds, kept, objection, ids -> GoneDevices.tell(ids, connection, session, events)).run(session, monitor, cancellation);
	}
}
