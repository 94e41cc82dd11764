// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.EnumSet;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.connections.HubRights;
import iothubtools.core.connections.HubSession;
import iothubtools.core.connections.HubSessions;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.HubOperation.Kind;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.TaskOutcome;

/** The one way through: runs operations, as a job or inside somebody's progress dialog. */
public final class HubOperations {

	private static final int TICKS = 1000;
	private static final Set<Kind> CHANGES = EnumSet.of(Kind.WRITE, Kind.MESSAGE);

	private final HubSessions sessions;
	private final HubEvents events;
	private final HubRights rights;

	/** Runs operations on {@code sessions}; what they change is told to {@code events}, and what {@code rights} are missing is said. */
	public HubOperations(HubSessions sessions, HubEvents events, HubRights rights) {
		this.sessions = sessions;
		this.events = events;
		this.rights = rights;
	}

	/** A job for the operation, not yet scheduled; it belongs to the families of {@link HubJob}. */
	public <T> HubJob<T> job(HubOperation<T> operation) {
		return new HubJob<>(this, operation);
	}

	/**
	 * Runs the operation here, as a wizard does in its progress area, after those it has to wait for. Returns within a second
	 * after {@code monitor} was cancelled.
	 *
	 * @throws CoreException with a status from {@link HubStatus}; its severity is CANCEL when cancelled
	 */
	public <T> T run(HubOperation<T> operation, @Nullable IProgressMonitor monitor) throws CoreException {
		return guarded(operation, monitor, inSession(operation));
	}

	/** The same for somebody who hears of a cancel at once, as a {@link CancellableJob} does, which cancels {@code cancellation} then. */
	public <T> T run(HubOperation<T> operation, @Nullable IProgressMonitor monitor, Cancellation cancellation) throws CoreException {
		return guarded(operation, progress(operation, monitor), cancellation, inSession(operation));
	}

	private <T> Work<T> inSession(HubOperation<T> operation) {
		return (progress, cancellation) -> {
			HubSession session = open(operation.connection(), progress);
			if (CHANGES.contains(operation.kind()) && leadsElsewhere(operation.connection(), session)) {
				throw new InvalidInputException("connection", "leads to another hub by now; nothing was done");
			}
			T result = operation.run(session, events, progress, cancellation);
			if (operation.kind() == Kind.WRITE && result instanceof TaskOutcome outcome) {
				UnclearDevices.tell(outcome, operation.connection(), events);
			}
			return result;
		};
	}

	/** Secure Storage may ask for its master password with a dialog of its own, which does not say for whom: the progress does. */
	private HubSession open(HubConnection connection, SubMonitor progress) throws Exception {
		if (connection.isEntra() || sessions.isOpen(connection)) {
			return sessions.session(connection);
		}
		progress.subTask(NLS.bind(Messages.Reading_key, connection.name()));
		HubSession session = sessions.session(connection);
		progress.subTask("");
		return session;
	}

	/** What is meant for one hub must not be done to another, as when a connection is edited while a job waits. The local hub may move. */
	public static boolean leadsElsewhere(HubConnection connection, HubSession session) {
		return !LocalHubService.isLocal(connection) && !session.client().host().equals(connection.host());
	}

	/** Runs the operation with a key that is not stored, on a session of its own, as Test Connection does. */
	public <T> T run(HubOperation<T> operation, SharedAccessKey key, @Nullable IProgressMonitor monitor) throws CoreException {
		return guarded(operation, monitor, (progress, cancellation) -> {
			try (HubSession session = sessions.open(operation.connection(), key)) {
				return operation.run(session, events, progress, cancellation);
			}
		});
	}

	/** The same for a connection that is opened by a sign-in, saved or not. */
	public <T> T runAlone(HubOperation<T> operation, @Nullable IProgressMonitor monitor) throws CoreException {
		return guarded(operation, monitor, (progress, cancellation) -> {
			try (HubSession session = sessions.open(operation.connection())) {
				return operation.run(session, events, progress, cancellation);
			}
		});
	}

	private <T> T guarded(HubOperation<T> operation, @Nullable IProgressMonitor monitor, Work<T> work)
			throws CoreException {
		SubMonitor progress = progress(operation, monitor);
		try (MonitorCancellation cancellation = new MonitorCancellation(progress)) {
			return guarded(operation, progress, cancellation.token(), work);
		}
	}

	private <T> T guarded(HubOperation<T> operation, SubMonitor progress, Cancellation cancellation, Work<T> work)
			throws CoreException {
		ISchedulingRule rule = HubRule.of(operation);
		try {
			return rule == null ? work.run(progress, cancellation) : inTurn(rule, progress, cancellation, work);
		} catch (Exception e) {
			throw new CoreException(HubStatus.of(e, operation.connection(), rights.missing(operation.connection(), operation.needs())));
		}
	}

	/** Waits for those of its kind, whether they are jobs or somebody's dialog; a job has its turn already. */
	private static <T> T inTurn(ISchedulingRule rule, SubMonitor progress, Cancellation cancellation, Work<T> work) throws Exception {
		try {
			Job.getJobManager().beginRule(rule, progress);
			return work.run(progress, cancellation);
		} finally {
			Job.getJobManager().endRule(rule);
		}
	}

	private static SubMonitor progress(HubOperation<?> operation, @Nullable IProgressMonitor monitor) {
		return SubMonitor.convert(monitor, operation.title(), TICKS);
	}

	private interface Work<T> {
		T run(SubMonitor monitor, Cancellation cancellation) throws Exception;
	}
}
