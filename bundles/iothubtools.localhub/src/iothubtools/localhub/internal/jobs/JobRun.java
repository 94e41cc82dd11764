// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.Writer;

/**
 * The run of one job: finds its devices, then gives each its turn. All of it happens on the background thread; how far it is
 * stands in the store, so that a hub that was killed goes on where it was.
 */
final class JobRun {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");
	private static final int KEPT_AT_ONCE = 1000;

	private final ScheduledJob job;
	private final JobStore jobs;
	private final JobProgress progress;
	private final DeviceWork work;
	private final Writer writer;
	private final Executor background;
	private Iterator<DeviceJob> devices = Collections.emptyIterator();
	private Runnable forgetLimit = () -> { };
	private int atWork;
	private boolean over;

	JobRun(ScheduledJob job, JobStore jobs, JobProgress progress, DeviceWork work, Writer writer, Executor background) {
		this.job = job;
		this.jobs = jobs;
		this.progress = progress;
		this.work = work;
		this.writer = writer;
		this.background = background;
	}

	/** Takes what makes its time limit be forgotten. */
	void limitedBy(Runnable forget) {
		forgetLimit = forget;
	}

	/** Begins a job that waited. */
	void begin(Targets targets) {
		List<String> found;
		try {
			found = targets.find(job.queryCondition());
		} catch (HubError e) {
			end(JobStatus.FAILED, "The queryCondition is no condition of the query language.");
			return;
		} catch (RuntimeException e) {
			failed(e);
			return;
		}
		CompletionStage<?> kept = CompletableFuture.completedStage(null);
		for (int from = 0; from < found.size(); from += KEPT_AT_ONCE) {
			List<String> some = found.subList(from, Math.min(found.size(), from + KEPT_AT_ONCE));
			kept = both(kept, writer.write(() -> {
				progress.found(job, some);
				return job;
			}));
		}
		both(kept, writer.write(() -> progress.begin(job.jobId()))).whenCompleteAsync((begun, failure) -> {
			if (failure != null) {
				failed(failure);
			} else if (begun) {
				proceed();
			}
		}, background);
	}

	/** What the second gives when both are done; fails when one of them does. */
	private static <T> CompletionStage<T> both(CompletionStage<?> first, CompletionStage<T> second) {
		return first.thenCombine(second, (ignored, result) -> result);
	}

	/** Goes on with a job that ran when the hub ended. */
	void resume() {
		CompletionStage<?> kept = CompletableFuture.completedStage(null);
		try {
			for (Iterator<DeviceJob> all = jobs.deviceJobsOf(job.jobId()); all.hasNext();) {
				DeviceJob device = all.next();
				if (device.status() == DeviceJobStatus.RUNNING) {
					kept = both(kept, writer.write(() -> {
						progress.over(device, DeviceOutcome.INTERRUPTED);
						return device;
					}));
				}
			}
		} catch (RuntimeException e) {
			failed(e);
			return;
		}
		kept.whenCompleteAsync((done, failure) -> {
			if (failure != null) {
				failed(failure);
			} else {
				proceed();
			}
		}, background);
	}

	/** Its time is over: no further device has its turn. */
	void expire() {
		end(JobStatus.FAILED, "The job did not end within maxExecutionTimeInSeconds.");
	}

	private void proceed() {
		try {
			devices = jobs.deviceJobsOf(job.jobId());
		} catch (RuntimeException e) {
			failed(e);
			return;
		}
		goOn();
	}

	/** Whatever fails here ends the job and is said: one that merely stopped would look as if it ran. */
	private void goOn() {
		try {
			giveTurns();
		} catch (RuntimeException e) {
			failed(e);
		}
	}

	private void failed(Throwable failure) {
		LOG.log(Level.ERROR, "The job " + job.jobId() + " of the local hub failed", failure);
		end(JobStatus.FAILED, "The hub failed at it: " + failure.getClass().getSimpleName() + ".");
	}

	private void giveTurns() {
		while (!over && atWork < work.parallel()) {
			List<DeviceJob> next = next();
			if (!next.isEmpty()) {
				atWork++;
				work.perform(job, next).whenCompleteAsync((done, failure) -> turnIsOver(failure), background);
			} else {
				if (atWork == 0) {
					end(JobStatus.COMPLETED, null);
				}
				return;
			}
		}
	}

	private void turnIsOver(@Nullable Throwable failure) {
		atWork--;
		if (failure != null) {
			failed(failure);
		} else {
			goOn();
		}
	}

	private List<DeviceJob> next() {
		List<DeviceJob> next = new ArrayList<>();
		while (next.size() < work.atOnce() && devices.hasNext()) {
			DeviceJob device = devices.next();
			if (device.status() == DeviceJobStatus.PENDING) {
				next.add(device);
			}
		}
		return next;
	}

	private void end(JobStatus last, @Nullable String reason) {
		if (!over) {
			over = true;
			forgetLimit.run();
			writer.write(() -> {
				progress.end(job.jobId(), last, reason);
				return job;
			}).exceptionallyCompose(failure -> writer.write(() -> {
				progress.endAlone(job.jobId(), last, reason);
				return job;
			}));
		}
	}
}
