// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.jobs;

import java.io.IOException;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceError;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.jobs.DeviceJobStatus;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobStatistics;
import iothubtools.client.jobs.JobStatus;
import iothubtools.client.jobs.JobType;
import iothubtools.client.names.ClientId;

/** Reads the JSON of scheduled jobs (contract §3.9). */
public final class JobReader {

	private static final int NOT_FOUND = 404;

	private JobReader() {
	}

	/**
	 * The job a reply holds.
	 *
	 * @throws ServiceException with {@link HubErrorCode#JOB_NOT_FOUND}: for a job it does not know the hub answers 200 with
	 *                          a job of unknown type and status (contract §9.18)
	 */
	public static Job read(HubReply reply) throws HubException {
		JsonObject json = ReplyJson.object(reply);
		String unknown = JobType.UNKNOWN.wireName();
		if (unknown.equals(JsonFields.text(json, "type")) && unknown.equals(JsonFields.text(json, "status"))) {
			HubErrorCode code = HubErrorCode.JOB_NOT_FOUND;
			throw new ServiceException(new ServiceError(NOT_FOUND, code, code.wireName(), code.number(),
					"The hub knows no job of this id", reply.header("x-ms-request-id"), null, null));
		}
		try {
			return of(json);
		} catch (IllegalStateException e) {
			throw ReplyJson.unexpected(reply, "a job", null);
		}
	}

	/**
	 * The job {@code reader} stands at.
	 *
	 * @throws IllegalStateException if it stands at something else
	 */
	public static Job read(JsonReader reader) throws IOException {
		if (JsonText.read(reader) instanceof JsonObject json) {
			return of(json);
		}
		throw new IllegalStateException("Not a job");
	}

	private static Job of(JsonObject json) {
		String jobId = JsonFields.text(json, "jobId");
		if (jobId == null || jobId.isEmpty()) {
			throw new IllegalStateException("A job without jobId");
		}
		return new Job(jobId, JobType.of(text(json, "type")), JobStatus.of(text(json, "status")),
				text(json, "queryCondition"), date(json, "createdTime"), date(json, "startTime"), date(json, "endTime"),
				JsonFields.text(json, "failureReason"), JsonFields.text(json, "statusMessage"),
				statistics(JsonFields.object(json, "deviceJobStatistics")), JsonText.compact(json));
	}

	private static @Nullable JobStatistics statistics(@Nullable JsonObject json) {
		return json == null ? null
				: new JobStatistics(count(json, "deviceCount"), count(json, "failedCount"), count(json, "succeededCount"),
						count(json, "runningCount"), count(json, "pendingCount"));
	}

	/**
	 * The row of {@code devices.jobs} the reader stands at.
	 *
	 * @throws IllegalStateException if it stands at something else
	 */
	public static DeviceJob readRow(JsonReader reader) throws IOException {
		if (!(JsonText.read(reader) instanceof JsonObject json) || text(json, "deviceId").isEmpty()) {
			throw new IllegalStateException("Not a job of a device");
		}
		String moduleId = text(json, "moduleId");
		return new DeviceJob(new ClientId(text(json, "deviceId"), moduleId.isEmpty() ? null : moduleId),
				text(json, "jobId"), JobType.of(text(json, "jobType")), DeviceJobStatus.of(text(json, "status")),
				date(json, "startTimeUtc"), date(json, "endTimeUtc"), part(json, "outcome"), part(json, "error"),
				JsonText.compact(json));
	}

	private static @Nullable String part(JsonObject json, String name) {
		JsonElement part = json.get(name);
		return part == null || part.isJsonNull() ? null : JsonText.compact(part);
	}

	private static int count(JsonObject json, String name) {
		return (int) JsonFields.number(json, name);
	}

	private static @Nullable Instant date(JsonObject json, String name) {
		return HubDates.parse(JsonFields.text(json, name));
	}

	private static String text(JsonObject json, String name) {
		String value = JsonFields.text(json, name);
		return value == null ? "" : value;
	}
}
