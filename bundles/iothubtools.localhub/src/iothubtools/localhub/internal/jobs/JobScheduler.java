// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.methods.DirectMethods;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.internal.time.HubTimer;
import iothubtools.localhub.internal.twins.Twins;

/** Creates, starts and cancels scheduled jobs (contract §3.9). They outlive the hub: what waits or runs goes on after a restart. */
public final class JobScheduler {

	private static final Duration KEPT = Duration.ofDays(30);

	private final JobStore jobs;
	private final Targets targets;
	private final JobProgress progress;
	private final Map<JobType, DeviceWork> works;
	private final Writer writer;
	private final HubTimer timer;
	private final Executor background;
	private final Clock clock;
	private final int mostActive;
	private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();

	/**
	 * With where jobs are kept, what they do, and when.
	 *
	 * @param mostActive jobs that may wait or run at a time
	 */
	public JobScheduler(JobStore jobs, Queries queries, Twins twins, DirectMethods methods, Writer writer, HubTimer timer,
			Executor background, Clock clock, int mostActive) {
		this.jobs = jobs;
		this.targets = new Targets(queries);
		this.progress = new JobProgress(jobs, clock);
		this.works = Map.of(JobType.UPDATE_TWIN, new TwinWork(twins, progress, writer), JobType.DEVICE_METHOD,
				new MethodWork(methods, progress, writer));
		this.writer = writer;
		this.timer = timer;
		this.background = background;
		this.clock = clock;
		this.mostActive = mostActive;
	}

	/** Goes on with the jobs that were waiting or running when the hub ended. */
	public void resume() {
		for (Iterator<ScheduledJob> all = jobs.jobs(null); all.hasNext();) {
			ScheduledJob job = all.next();
			if (job.status().isWaiting()) {
				schedule(job);
			} else if (job.status() == JobStatus.RUNNING) {
				background.execute(() -> run(job, JobRun::resume));
			}
		}
	}

	/**
	 * Creates a job.
	 *
	 * @param body what a PUT asks for
	 * @return the job; 409 when there is one of that id, 429 when too many wait or run as the stage's failure
	 * @throws HubError 400 for whatever breaks a rule
	 */
	CompletionStage<ScheduledJob> create(String jobId, JsonObject body) {
		ScheduledJob job = JobWrite.parse(jobId, body, clock.instant());
		return writer.write(() -> {
			forgetOld(clock.instant());
			requireRoom(jobId);
			jobs.put(job);
			return job;
		}).thenApply(created -> {
			schedule(created);
			return created;
		});
	}

	private void forgetOld(Instant now) {
		jobs.jobs(null).forEachRemaining(job -> {
			Instant end = job.end();
			if (end != null && end.isBefore(now.minus(KEPT))) {
				jobs.remove(job);
			}
		});
	}

	private void requireRoom(String jobId) {
		if (jobs.get(jobId) != null) {
			throw new HubError(ErrorCode.JOB_ALREADY_EXISTS, "A job with ID '" + jobId + "' already exists.");
		}
		int active = 0;
		for (Iterator<ScheduledJob> all = jobs.jobs(null); all.hasNext();) {
			active += all.next().status().isActive() ? 1 : 0;
		}
		if (active >= mostActive) {
			throw new HubError(ErrorCode.THROTTLING_MAX_ACTIVE_JOB_COUNT_EXCEEDED,
					"No more than " + mostActive + " jobs may wait or run.");
		}
	}

	private void schedule(ScheduledJob job) {
		String jobId = job.jobId();
		// one that is to start at once does so even when the clock is set back right now
		boolean atOnce = !job.start().isAfter(job.created());
		if (!atOnce && job.start().isAfter(clock.instant())) {
			writer.write(() -> {
				ScheduledJob now = jobs.get(jobId);
				if (now != null && now.status() == JobStatus.QUEUED) {
					jobs.put(now.in(JobStatus.SCHEDULED));
				}
				return jobId;
			});
		}
		Runnable start = () -> background.execute(() -> {
			waiting.remove(jobId);
			run(job, run -> run.begin(targets));
		});
		// as one step: a start at once removes it, and must not do so before it is there
		waiting.compute(jobId, (id, none) -> atOnce ? timer.in(Duration.ZERO, start) : timer.at(job.start(), start));
	}

	private void run(ScheduledJob job, Consumer<JobRun> begin) {
		DeviceWork work = works.get(job.type());
		if (work == null) {
			throw new IllegalStateException("nothing is done for " + job.type());
		}
		JobRun run = new JobRun(job, jobs, progress, work, writer, background);
		run.limitedBy(timer.in(job.limit(), () -> background.execute(run::expire)));
		begin.accept(run);
	}

	/**
	 * Cancels a job that waits.
	 *
	 * @return the job; 404 when there is none, 405 when it does not wait any more as the stage's failure
	 */
	CompletionStage<ScheduledJob> cancel(String jobId) {
		return writer.write(() -> {
			ScheduledJob job = jobs.get(jobId);
			if (job == null) {
				throw new HubError(ErrorCode.JOB_NOT_FOUND, jobId);
			}
			if (!job.status().isWaiting()) {
				throw new HubError(ErrorCode.OPERATION_NOT_ALLOWED_IN_CURRENT_STATE,
						"The job is " + job.status().wireName() + ".");
			}
			ScheduledJob cancelled = job.over(JobStatus.CANCELLED, null, clock.instant());
			jobs.put(cancelled);
			return cancelled;
		}).thenApply(cancelled -> {
			Runnable forget = waiting.remove(jobId);
			if (forget != null) {
				forget.run();
			}
			return cancelled;
		});
	}
}
