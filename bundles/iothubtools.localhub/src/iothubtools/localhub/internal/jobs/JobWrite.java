// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.methods.MethodRequest;
import iothubtools.localhub.internal.twins.TwinWrite;

/** Reads a job that is to be scheduled (contract §3.9). */
final class JobWrite {

	private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
	private static final Duration LONGEST_WAIT = Duration.ofHours(168);
	private static final int DEFAULT_SECONDS = 3600;
	private static final String EVERY_DEVICE = "*";

	private JobWrite() {
	}

	/**
	 * The job that a PUT asks for. Whether its condition is one is not looked at: the service accepts any text and the job
	 * fails later.
	 *
	 * @throws HubError 400 for whatever breaks a rule, 413 for properties that no twin could take
	 */
	static ScheduledJob parse(String jobId, JsonObject body, Instant now) {
		if (!ID.matcher(jobId).matches()) {
			throw HubError.argumentInvalid("The job id must be 1 to 64 lower-case letters, digits and hyphens.");
		}
		JsonMembers members = new JsonMembers(body);
		String named = members.string("jobId");
		if (named != null && !named.equals(jobId)) {
			throw HubError.argumentInvalid("The jobId of the body must be that of the path.");
		}
		String typeName = members.string("type");
		JobType type = JobType.of(typeName == null ? "" : typeName);
		return new ScheduledJob(jobId, type, work(type, members), condition(members.string("queryCondition")), now,
				start(members.string("startTime"), now), null, limit(members), JobStatus.QUEUED, null, JobStatistics.NONE);
	}

	private static JsonText work(JobType type, JsonMembers members) {
		JsonObject work = members.object(type.member()).object();
		if (work == null) {
			throw HubError.argumentInvalid("The member " + type.member() + " is missing.");
		}
		switch (type) {
		case UPDATE_TWIN -> checkTwin(work);
		case DEVICE_METHOD -> MethodRequest.parse(work);
		}
		return JsonText.of(work);
	}

	private static void checkTwin(JsonObject work) {
		if (!"*".equals(new JsonMembers(work).string("etag"))) {
			throw HubError.argumentInvalid("The etag of updateTwin must be *.");
		}
		TwinWrite patch = TwinWrite.patch(work);
		if (patch.isEmpty()) {
			throw HubError.argumentInvalid("The updateTwin must have tags or desired properties.");
		}
		patch.checkSize();
	}

	private static @Nullable String condition(@Nullable String text) {
		return text == null || text.isBlank() || text.strip().equals(EVERY_DEVICE) ? null : text;
	}

	private static Instant start(@Nullable String text, Instant now) {
		Instant start = text == null ? now : time(text);
		if (start.isAfter(now.plus(LONGEST_WAIT))) {
			throw HubError.argumentInvalid("The startTime must be within " + LONGEST_WAIT.toHours() + " hours.");
		}
		return start;
	}

	/** With an offset or without: then it is UTC. */
	private static Instant time(String text) {
		try {
			TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
			return time instanceof OffsetDateTime exact ? exact.toInstant()
					: ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
		} catch (DateTimeException e) {
			throw HubError.argumentInvalid("The startTime is no time.");
		}
	}

	private static Duration limit(JsonMembers members) {
		int seconds = members.integer("maxExecutionTimeInSeconds", 0);
		if (seconds < 0) {
			throw HubError.argumentInvalid("The maxExecutionTimeInSeconds must not be negative.");
		}
		return Duration.ofSeconds(seconds == 0 ? DEFAULT_SECONDS : seconds);
	}
}
