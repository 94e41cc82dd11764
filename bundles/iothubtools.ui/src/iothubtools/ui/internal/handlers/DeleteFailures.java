// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.FailureSummary;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubConnection;
import iothubtools.core.operations.DeleteDevicesOperation.Outcome;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.UiIds;

/**
 * One status for all devices that could not be deleted: a line for each kind of failure, and below it one for each of its
 * devices.
 */
public final class DeleteFailures {

	private final HubConnection connection;
	private final Outcome outcome;

	private DeleteFailures(HubConnection connection, Outcome outcome) {
		this.connection = connection;
		this.outcome = outcome;
	}

	/** Of an outcome with at least one failure. */
	public static MultiStatus status(HubConnection connection, Outcome outcome) {
		FailureSummary summary = new FailureSummary();
		outcome.failed().forEach(summary::add);
		DeleteFailures failures = new DeleteFailures(connection, outcome);
		IStatus[] kinds = summary.kinds().stream().map(failures::kind).toArray(IStatus[]::new);
		int all = outcome.failed().size() + outcome.deleted().size();
		String message = all == 1 ? NLS.bind(Messages.Delete_failed_one, outcome.failed().keySet().iterator().next())
				: NLS.bind(Messages.Delete_failed_many, outcome.failed().size(), all);
		return new MultiStatus(UiIds.BUNDLE, 0, kinds, message, null);
	}

	private IStatus kind(FailureSummary.Kind kind) {
		String firstId = kind.items().get(0);
		if (kind.count() == 1) {
			return device(firstId);
		}
		return new MultiStatus(UiIds.BUNDLE, 0, kind.items().stream().map(this::device).toArray(IStatus[]::new),
				NLS.bind(Messages.Delete_failed_kind, new Object[] { kind.count(), firstId, message(kind.first()) }), null);
	}

	private IStatus device(String deviceId) {
		HubException failure = outcome.failed().get(deviceId);
		return new Status(IStatus.ERROR, UiIds.BUNDLE,
				failure == null ? deviceId : NLS.bind(Messages.Delete_failed_line, deviceId, message(failure)));
	}

	private String message(HubException failure) {
		return HubStatus.of(failure, connection).getMessage();
	}
}
