// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.tasks.TaskResult;

/**
 * An operation as a job. It belongs to three families: {@link #FAMILY} (all work with hubs), the id of its connection,
 * and the class of its operation, so that views can show busy and tests can join.
 *
 * @param <T> what the operation returns
 */
public final class HubJob<T> extends CancellableJob {

	/** Family of every job that talks to a hub. */
	public static final Object FAMILY = HubJob.class;

	private final HubOperations operations;
	private final HubOperation<T> operation;
	private final AtomicReference<@Nullable T> result = new AtomicReference<>();
	private boolean reported = true;
	/** Until it has run, and when it never does. */
	private volatile IStatus outcome = Status.CANCEL_STATUS;
	private volatile boolean unwanted;

	HubJob(HubOperations operations, HubOperation<T> operation) {
		super(operation.title());
		this.operations = operations;
		this.operation = operation;
		setRule(HubRule.of(operation));
	}

	/**
	 * For work whose failure the caller shows in place: the job then ends with OK for the progress service and the real
	 * outcome is in {@link #outcome()}.
	 */
	public HubJob<T> quiet() {
		reported = false;
		return this;
	}

	/** As {@link #onDone}, with the job. */
	public HubJob<T> whenDone(Consumer<HubJob<T>> listener) {
		onDone(() -> listener.accept(this));
		return this;
	}

	/** What this job does. */
	public HubOperation<T> operation() {
		return operation;
	}

	/** What came back, or null when the job did not end well; a task that was cancelled has an outcome, too. */
	public @Nullable T result() {
		return result.get();
	}

	/** How it ended, also for {@link #quiet()} jobs; CANCEL when it was cancelled before it ran. Meaningful after the job is done. */
	public IStatus outcome() {
		return outcome;
	}

	/**
	 * Cancels it for good. Of a {@link #cancel} that comes just before it is scheduled, by whoever else does that, a job takes no notice.
	 */
	public void discard() {
		unwanted = true;
		cancel();
	}

	@Override
	public boolean shouldRun() {
		return !unwanted && super.shouldRun();
	}

	@Override
	protected IStatus run(@Nullable IProgressMonitor monitor) {
		try {
			result.set(operations.run(operation, monitor, cancellation()));
			outcome = result.get() instanceof TaskResult done && done.task().cancelled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
		} catch (CoreException e) {
			outcome = e.getStatus();
		}
		return reported || outcome.matches(IStatus.CANCEL) ? outcome : Status.OK_STATUS;
	}

	@Override
	public boolean belongsTo(@Nullable Object family) {
		return family == FAMILY || family == operation.getClass() || operation.connection().id().equals(family);
	}
}
