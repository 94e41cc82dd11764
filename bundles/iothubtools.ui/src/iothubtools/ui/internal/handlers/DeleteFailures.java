// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.Map;

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
 * One status for all devices that could not be deleted. Of a device that was to be deleted alone it says why at once; of
 * several it has a line for each kind of failure, and below it one for each of its devices.
 */
public final class DeleteFailures {

	private final HubConnection connection;
	private final Outcome outcome;

	private DeleteFailures(HubConnection connection, Outcome outcome) {
		this.connection = connection;
		this.outcome = outcome;
	}

	/** Of an outcome with at least one failure. */
	public static IStatus status(HubConnection connection, Outcome outcome) {
		DeleteFailures failures = new DeleteFailures(connection, outcome);
		int all = outcome.failed().size() + outcome.deleted().size();
		return all == 1 ? failures.only() : failures.several(all);
	}

	private IStatus only() {
		Map.Entry<String, HubException> failed = outcome.failed().entrySet().iterator().next();
		return new Status(IStatus.ERROR, UiIds.BUNDLE,
				NLS.bind(Messages.Delete_failed_one, failed.getKey(), message(failed.getValue())));
	}

	private IStatus several(int all) {
		FailureSummary summary = new FailureSummary();
		outcome.failed().forEach(summary::add);
		IStatus[] kinds = summary.kinds().stream().map(this::kind).toArray(IStatus[]::new);
		return new MultiStatus(UiIds.BUNDLE, 0, kinds,
				NLS.bind(Messages.Delete_failed_many, outcome.failed().size(), all), null);
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
