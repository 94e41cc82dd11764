// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.connections.HubConnection;
import iothubtools.core.operations.DeleteDevicesOperation.Outcome;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.UiIds;

/** One status for all devices that could not be deleted, with a line for each. */
final class DeleteFailures {

	private DeleteFailures() {
	}

	static MultiStatus status(HubConnection connection, Outcome outcome) {
		IStatus[] lines = outcome.failed().entrySet().stream()
				.map(failed -> new Status(IStatus.ERROR, UiIds.BUNDLE, NLS.bind(Messages.Delete_failed_line, failed.getKey(),
						HubStatus.of(failed.getValue(), connection).getMessage())))
				.toArray(IStatus[]::new);
		int all = outcome.failed().size() + outcome.deleted().size();
		String message = all == 1 ? NLS.bind(Messages.Delete_failed_one, outcome.failed().keySet().iterator().next())
				: NLS.bind(Messages.Delete_failed_many, outcome.failed().size(), all);
		return new MultiStatus(UiIds.BUNDLE, 0, lines, message, null);
	}
}
