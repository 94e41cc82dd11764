// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Retrieves the twin of a device or module, and before it which one of that id it is: GET /devices/{id} and /twins/{id} (contract §3.1 and §3.5). */
public record GetTwinToEditOperation(HubConnection connection, ClientId id) implements ServiceOperation<TwinToEdit> {

	@Override
	public String title() {
		return NLS.bind(Messages.GetTwin_title, id);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public TwinToEdit run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		String generation = generation(session, events, monitor, cancellation);
		return new TwinToEdit(session.client().twins().get(id).await(cancellation), generation);
	}

	private String generation(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		try {
			return id.moduleId() == null ? new GetDeviceOperation(connection, id.deviceId()).run(session, events, monitor, cancellation).generationId()
					: Generation.of(session, id, cancellation);
		} catch (ServiceException e) {
			// a policy for twins need not be one for identities; if the device is gone the twin says so
			return "";
		}
	}
}
