// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.FailureSummary;
import iothubtools.client.errors.HubException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.text.Numbers;

/**
 * One status for all devices that a task did not do. Of one alone it says why at once; of several it has a line for each kind of
 * failure and for each reason why devices were left as they are, and below it one for each of its devices; then one for those whose
 * answer nobody waited for, and a last line for those that were not tried.
 */
public final class TaskReport {

	/** By most tasks: they change devices. */
	private static final Set<HubRight> CHANGE = Set.of(HubRight.REGISTRY_READ, HubRight.REGISTRY_WRITE);

	private final HubConnection connection;
	private final TaskOutcome outcome;
	private final Set<HubRight> needed;
	private final Map<String, HubException> failures;

	/** Of an outcome of changing devices, with at least one that was not done. */
	public TaskReport(HubConnection connection, TaskOutcome outcome) {
		this(connection, outcome, CHANGE);
	}

	/** The same of a task that needs other rights, to name those that are missing. */
	public TaskReport(HubConnection connection, TaskOutcome outcome, Set<HubRight> needed) {
		this.connection = connection;
		this.outcome = outcome;
		this.needed = needed;
		failures = outcome.failures();
	}

	/**
	 * What to show.
	 *
	 * @param one  what to say of a task of one device: {0} is the device and {1} why
	 * @param many what to say of several: {0} is how many are not known to be done, and {1} how many there are
	 */
	public IStatus status(String one, String many) {
		return outcome.items().size() == 1 ? only(one) : several(many);
	}

	/** The same, and after what was not done what was, a line for each device. */
	public IStatus whole(String one, String many) {
		IStatus status = status(one, many);
		List<String> done = outcome.ids(Result.DONE);
		return done.isEmpty() || outcome.items().size() == 1 ? status
				: new MultiStatus(UiIds.BUNDLE, 0, Stream.concat(Stream.of(status.getChildren()), Stream.of(done(done))).toArray(IStatus[]::new),
						status.getMessage(), null);
	}

	private static IStatus done(List<String> ids) {
		if (ids.size() == 1) {
			return new Status(IStatus.INFO, UiIds.BUNDLE, NLS.bind(Messages.Done_one, ids.get(0)));
		}
		return new MultiStatus(UiIds.BUNDLE, 0, ids.stream().map(id -> new Status(IStatus.INFO, UiIds.BUNDLE, id)).toArray(IStatus[]::new),
				NLS.bind(Messages.Done, Numbers.of(ids.size()), ids.get(0)), null);
	}

	private IStatus only(String template) {
		ItemOutcome item = outcome.items().get(0);
		HubException failure = item.failure();
		if (failure != null) {
			HubStatus why = why(failure);
			return why.saying(NLS.bind(template, item.id(), why.getMessage()));
		}
		String why = switch (item.result()) {
		case LEFT -> NLS.bind(Messages.Left_one, item.reason());
		case UNKNOWN -> Messages.Unknown_one;
		default -> Messages.Not_tried_one;
		};
		return new Status(IStatus.WARNING, UiIds.BUNDLE, NLS.bind(template, item.id(), why).strip());
	}

	private IStatus several(String template) {
		FailureSummary summary = new FailureSummary();
		failures.forEach(summary::add);
		List<IStatus> lines = new ArrayList<>(summary.kinds().stream().map(this::kind).toList());
		Map<String, List<ItemOutcome>> left = outcome.items().stream().filter(item -> item.result() == Result.LEFT)
				.collect(Collectors.groupingBy(ItemOutcome::reason, LinkedHashMap::new, Collectors.toList()));
		left.forEach((reason, items) -> lines.add(left(reason, items)));
		count(Result.UNKNOWN, Messages.Unknown, lines);
		count(Result.NOT_TRIED, outcome.cancelled() ? Messages.Not_tried_cancelled : Messages.Not_tried, lines);
		int all = outcome.items().size();
		return new MultiStatus(UiIds.BUNDLE, 0, lines.toArray(IStatus[]::new),
				NLS.bind(template, Numbers.of(all - outcome.ids(Result.DONE).size()), Numbers.of(all)), null);
	}

	private void count(Result result, String template, List<IStatus> lines) {
		int count = outcome.ids(result).size();
		if (count > 0) {
			lines.add(new Status(IStatus.WARNING, UiIds.BUNDLE, NLS.bind(template, Numbers.of(count))));
		}
	}

	private static IStatus left(String reason, List<ItemOutcome> items) {
		IStatus[] lines = items.stream()
				.map(item -> new Status(IStatus.WARNING, UiIds.BUNDLE, NLS.bind(Messages.Line, item.id(), reason))).toArray(IStatus[]::new);
		return items.size() == 1 ? lines[0] : new MultiStatus(UiIds.BUNDLE, 0, lines,
				NLS.bind(Messages.Left_many, new Object[] { Numbers.of(items.size()), items.get(0).id(), reason }), null);
	}

	private IStatus kind(FailureSummary.Kind kind) {
		String firstId = kind.items().get(0);
		if (kind.count() == 1) {
			return device(firstId);
		}
		return new MultiStatus(UiIds.BUNDLE, 0, kind.items().stream().map(this::device).toArray(IStatus[]::new),
				NLS.bind(Messages.Kind, new Object[] { Numbers.of(kind.count()), firstId, why(kind.first()).getMessage() }), null);
	}

	private IStatus device(String deviceId) {
		HubException failure = failures.get(deviceId);
		if (failure == null) {
			return new Status(IStatus.ERROR, UiIds.BUNDLE, deviceId);
		}
		HubStatus why = why(failure);
		return why.saying(NLS.bind(Messages.Line, deviceId, why.getMessage()));
	}

	private HubStatus why(HubException failure) {
		return HubStatus.of(failure, connection, IotHubCore.get().rights().missing(connection, needed));
	}
}
