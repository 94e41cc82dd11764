// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.FailureSummary;
import iothubtools.client.errors.HubException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.UiIds;

/**
 * One status for all devices that a task failed for. Of one alone it says why at once; of several it has a line for each kind of
 * failure and below it one for each of its devices, and a last line for those that were not tried.
 */
public final class TaskReport {

	private final HubConnection connection;
	private final TaskOutcome outcome;
	private final Map<String, HubException> failures;

	/** Of an outcome with at least one failure. */
	public TaskReport(HubConnection connection, TaskOutcome outcome) {
		this.connection = connection;
		this.outcome = outcome;
		failures = outcome.failures();
	}

	/**
	 * What to show.
	 *
	 * @param one  what to say of a task of one device: {0} is the device and {1} why
	 * @param many what to say of several: {0} is how many failed or were not tried, and {1} how many there are
	 */
	public IStatus status(String one, String many) {
		return outcome.items().size() == 1 ? only(one) : several(many);
	}

	private IStatus only(String template) {
		Map.Entry<String, HubException> failed = failures.entrySet().iterator().next();
		HubStatus why = why(failed.getValue());
		return new Status(why.getSeverity(), UiIds.BUNDLE, NLS.bind(template, failed.getKey(), why.getMessage()));
	}

	private IStatus several(String template) {
		FailureSummary summary = new FailureSummary();
		failures.forEach(summary::add);
		List<IStatus> lines = new ArrayList<>(summary.kinds().stream().map(this::kind).toList());
		int notTried = outcome.ids(Result.NOT_TRIED).size();
		if (notTried > 0) {
			lines.add(new Status(IStatus.WARNING, UiIds.BUNDLE, NLS.bind(Messages.Not_tried, notTried)));
		}
		return new MultiStatus(UiIds.BUNDLE, 0, lines.toArray(IStatus[]::new),
				NLS.bind(template, failures.size() + notTried, outcome.items().size()), null);
	}

	private IStatus kind(FailureSummary.Kind kind) {
		String firstId = kind.items().get(0);
		if (kind.count() == 1) {
			return device(firstId);
		}
		return new MultiStatus(UiIds.BUNDLE, 0, kind.items().stream().map(this::device).toArray(IStatus[]::new),
				NLS.bind(Messages.Kind, new Object[] { kind.count(), firstId, why(kind.first()).getMessage() }), null);
	}

	private IStatus device(String deviceId) {
		HubException failure = failures.get(deviceId);
		if (failure == null) {
			return new Status(IStatus.ERROR, UiIds.BUNDLE, deviceId);
		}
		HubStatus why = why(failure);
		return new Status(why.getSeverity(), UiIds.BUNDLE, NLS.bind(Messages.Line, deviceId, why.getMessage()));
	}

	private HubStatus why(HubException failure) {
		return HubStatus.of(failure, connection);
	}
}
