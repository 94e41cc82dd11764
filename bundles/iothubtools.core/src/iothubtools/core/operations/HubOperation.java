// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.EnumSet;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/**
 * A typed request to one hub. It says what to do; {@link HubOperations} decides where it runs, how it is cancelled and
 * how its failure is told.
 *
 * @param <T> what comes back
 */
public interface HubOperation<T> {

	/** The hub it is for. */
	HubConnection connection();

	/** What the progress view shows, as "Creating device d1". */
	String title();

	/** Operations of one kind on one hub wait for each other; different kinds do not. */
	Kind kind();

	/** The rights without which it is refused (contract §1.2), to name them then. */
	default Set<HubRight> needs() {
		return switch (kind()) {
		case LIST, MESSAGE -> EnumSet.of(HubRight.SERVICE_CONNECT);
		case READ -> EnumSet.of(HubRight.REGISTRY_READ);
		case WRITE -> EnumSet.of(HubRight.REGISTRY_READ, HubRight.REGISTRY_WRITE);
		case DEVICE -> EnumSet.noneOf(HubRight.class);
		};
	}

	/**
	 * Runs on a worker thread. Fires its change events itself, after the hub acknowledged.
	 *
	 * @throws Exception any failure {@link iothubtools.core.status.HubStatus} knows
	 */
	T run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws Exception;

	/** Which operations of a hub exclude each other. */
	enum Kind {
		/** Reads the whole device list. */
		LIST,
		/** Reads one thing, any number at once. */
		READ,
		/** Changes the registry, one after another. */
		WRITE,
		/** Sends messages to devices, and hears of them, any number at once. */
		MESSAGE,
		/** Acts as a device, any number at once. */
		DEVICE
	}
}
