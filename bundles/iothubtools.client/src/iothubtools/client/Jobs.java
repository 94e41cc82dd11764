// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.calls.UnclearTries;
import iothubtools.client.internal.jobs.JobReader;
import iothubtools.client.internal.jobs.NewJob;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.jobs.JobStatus;
import iothubtools.client.jobs.JobType;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.JobIds;
import iothubtools.client.twins.TwinPatch;

/**
 * Jobs that update twins or invoke methods on many devices (contract §3.9). All need ServiceConnect. What came of a job on
 * each device, {@link Queries#deviceJobs} tells. Safe for use by several threads.
 */
public final class Jobs {

	private static final int NOT_ALLOWED = 405;
	private static final String PATH = "/jobs/v2/";

	private final HubAccess hub;

	Jobs(HubAccess hub) {
		this.hub = hub;
	}

	/**
	 * Creates a job that patches twins. Sent once, whatever comes of it: where the call ends unclear, {@link #get} tells
	 * whether the job is there. A condition the hub does not understand lets the job fail later. Fails with
	 * {@link HubErrorCode#JOB_ALREADY_EXISTS} if the id is taken, with
	 * {@link HubErrorCode#THROTTLING_MAX_ACTIVE_JOB_COUNT_EXCEEDED} if too many are active.
	 *
	 * @param jobId     see {@link JobIds}
	 * @param condition which devices, e.g. {@code tags.site = 'A'}; {@code *} for all
	 * @throws InvalidInputException for the field {@code jobId}
	 */
	public HubCall<Job> updateTwins(String jobId, String condition, TwinPatch patch, JobSchedule schedule) {
		return create(jobId, NewJob.twinUpdate(jobId, condition, patch, schedule));
	}

	/** Creates a job that invokes a direct method; otherwise as {@link #updateTwins}. */
	public HubCall<Job> invokeMethod(String jobId, String condition, DirectMethod method, JobSchedule schedule) {
		return create(jobId, NewJob.method(jobId, condition, method, schedule));
	}

	private HubCall<Job> create(String jobId, String json) {
		String problem = JobIds.problem(jobId);
		if (problem != null) {
			throw new InvalidInputException("jobId", problem);
		}
		return HubCall.of(() -> hub.send(hub.request("PUT", path(jobId)).withJson(json).once(), JobReader::read));
	}

	/** The job as it is now. Fails with {@link HubErrorCode#JOB_NOT_FOUND} if there is none. */
	public HubCall<Job> get(String jobId) {
		return HubCall.of(() -> hub.send(hub.request("GET", path(jobId)), JobReader::read));
	}

	/**
	 * Cancels a job that waits and gives it as it is then. Fails with
	 * {@link HubErrorCode#OPERATION_NOT_ALLOWED_IN_CURRENT_STATE} if it runs or is over.
	 */
	public HubCall<Job> cancel(String jobId) {
		return HubCall.of(() -> {
			UnclearTries unclear = new UnclearTries();
			HubRequest.Builder request = hub.request("POST", path(jobId) + "/cancel").withEmptyBody();
			return Steps.orElse(Steps.read(hub.send(request, unclear), JobReader::read), refusal -> {
				if (!unclear.mayExplain(refusal, NOT_ALLOWED)) {
					throw refusal;
				}
				return Steps.read(get(jobId).start(), job -> {
					if (job.status() == JobStatus.CANCELLED) {
						return job;
					}
					throw refusal;
				});
			});
		});
	}

	/**
	 * The jobs of the last 30 days.
	 *
	 * @param type   of this type only; null for all
	 * @param status in this status only; null for all
	 */
	public Query<Job> list(@Nullable JobType type, @Nullable JobStatus status) {
		List<String> parameters = new ArrayList<>();
		if (type != null) {
			parameters.add("jobType=" + type.wireName());
		}
		if (status != null) {
			parameters.add("jobStatus=" + status.wireName());
		}
		return new Query<>(new Pages<>(hub,
				() -> hub.request("GET", PATH + "query", String.join("&", parameters)).maxReply(HubRequest.MAX_LIST), Query.DEFAULT_PAGE_SIZE, JobReader::read));
	}

	private static String path(String jobId) {
		return PATH + HubPaths.segment(jobId);
	}
}
