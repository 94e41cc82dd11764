// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.core.connections.HubSession;
import iothubtools.core.connections.HubSessions;
import iothubtools.core.events.HubEvents;
import iothubtools.core.status.HubStatus;

/** The one way through: runs operations, as a job or inside somebody's progress dialog. */
public final class HubOperations {

	private static final int TICKS = 1000;

	private final HubSessions sessions;
	private final HubEvents events;

	/** Runs operations on {@code sessions}; what they change is told to {@code events}. */
	public HubOperations(HubSessions sessions, HubEvents events) {
		this.sessions = sessions;
		this.events = events;
	}

	/** A job for the operation, not yet scheduled; it belongs to the families of {@link HubJob}. */
	public <T> HubJob<T> job(HubOperation<T> operation) {
		return new HubJob<>(this, operation);
	}

	/**
	 * Runs the operation here, as a wizard does in its progress area. Returns within a second after {@code monitor} was
	 * cancelled.
	 *
	 * @throws CoreException with a status from {@link HubStatus}; its severity is CANCEL when cancelled
	 */
	public <T> T run(HubOperation<T> operation, @Nullable IProgressMonitor monitor) throws CoreException {
		return guarded(operation, monitor, (progress, cancellation) -> operation
				.run(sessions.session(operation.connection()), events, progress, cancellation));
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
		SubMonitor progress = SubMonitor.convert(monitor, operation.title(), TICKS);
		try (MonitorCancellation cancellation = new MonitorCancellation(progress)) {
			return work.run(progress, cancellation.token());
		} catch (Exception e) {
			throw new CoreException(HubStatus.of(e, operation.connection()));
		}
	}

	private interface Work<T> {
		T run(SubMonitor monitor, Cancellation cancellation) throws Exception;
	}
}
