// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.OtherDeviceException;

/**
 * Changes tags and desired properties that somebody has seen: PATCH /twins/{id} under the etag they had then (contract §3.5). Fails when it
 * is another one by now, or that of another device with the same id. Returns what the hub made of them.
 *
 * @param seen the twin as it was read, with its etag
 */
public record PatchTwinOperation(HubConnection connection, TwinToEdit seen, TwinPatch patch) implements ServiceOperation<Twin> {

	/** Of a twin of which only the etag tells whose it is. */
	public PatchTwinOperation(HubConnection connection, Twin seen, TwinPatch patch) {
		this(connection, new TwinToEdit(seen, ""), patch);
	}

	@Override
	public String title() {
		return NLS.bind(Messages.PatchTwin_title, seen.twin().id());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public Twin run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException, OtherDeviceException {
		Twin twin = seen.twin();
		Generation.check(session, twin.id(), seen.generation(), cancellation);
		return session.client().twins().patch(twin.id(), patch, twin.etag()).await(cancellation);
	}
}
