// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.jobs.JobRequest;
import iothubtools.core.jobs.JobWork;
import iothubtools.core.telemetry.TypedTime;
import iothubtools.ui.editor.internal.methods.MethodModel;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubModel;

/** What a person entered for a job, as it was entered. */
final class JobModel extends HubModel {

	private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("'job-'yyyyMMdd-HHmmss");
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final MethodModel method = new MethodModel();
	private JobTargets targets;
	private String jobId = ID.format(LocalDateTime.now());
	private boolean invokes;
	private boolean later;
	private String start = TIME.format(LocalDateTime.now().plusHours(1));
	private String minutes = Long.toString(JobSchedule.DEFAULT_EXECUTION_TIME.toMinutes());
	private String tags = "";
	private String desired = "";

	JobModel(@Nullable HubConnection hub, JobTargets targets) {
		super.setHub(hub);
		this.targets = targets;
	}

	/** Which devices, and what says so. */
	JobTargets targets() {
		return targets;
	}

	void setTargets(JobTargets devices) {
		targets = devices;
	}

	/** Its condition stays; a query is one of the hub before. */
	@Override
	public void setHub(@Nullable HubConnection connection) {
		super.setHub(connection);
		targets = new JobTargets(targets.condition(), targets.unnamed(), null);
	}

	String jobId() {
		return jobId;
	}

	void setJobId(String id) {
		jobId = id;
	}

	String condition() {
		return targets.condition();
	}

	/** As a person types it: it is that of a query no longer. */
	void setCondition(String text) {
		targets = new JobTargets(text, targets.unnamed(), null);
	}

	/** Whether it invokes a method; else it updates twins. */
	boolean invokes() {
		return invokes;
	}

	void setInvokes(boolean does) {
		invokes = does;
	}

	/** Whether it begins at a time; else at once. */
	boolean later() {
		return later;
	}

	void setLater(boolean does) {
		later = does;
	}

	String start() {
		return start;
	}

	void setStart(String time) {
		start = time;
	}

	/** The time that is typed; null where it is none. */
	@Nullable
	Instant startTime() {
		return TypedTime.parse(start);
	}

	String minutes() {
		return minutes;
	}

	void setMinutes(String text) {
		minutes = text;
	}

	/** The minutes as a number; -1 where they are none. */
	int limit() {
		try {
			return Integer.parseInt(minutes.strip());
		} catch (NumberFormatException e) {
			return -1;
		}
	}

	String tags() {
		return tags;
	}

	void setTags(String json) {
		tags = json;
	}

	String desired() {
		return desired;
	}

	void setDesired(String json) {
		desired = json;
	}

	MethodModel method() {
		return method;
	}

	/** What is missing, wrong or doubtful of which devices, what and when. */
	Findings schedule() {
		return Findings.of(this, JobRules.SCHEDULE);
	}

	/** The same of what is changed of the twins. */
	Findings twin() {
		return Findings.of(this, JobRules.TWIN);
	}

	/** The same of the method. */
	Findings ofMethod() {
		return new Findings(Stream.concat(method.ofMethod().all().stream(), Findings.of(this, JobRules.METHOD).all().stream()).toList());
	}

	/** Whether nothing is missing or wrong. */
	boolean complete() {
		return schedule().complete() && (invokes ? ofMethod() : twin()).complete();
	}

	/** The job; to be asked for where {@link #complete}. */
	JobRequest request() {
		Instant time = startTime();
		JobWork work = invokes ? new JobWork.InvokeMethod(method.method())
				: new JobWork.UpdateTwin(new TwinPatch(tags.isBlank() ? null : tags.strip(), desired.isBlank() ? null : desired.strip()));
		return new JobRequest(jobId.strip(), condition().strip(), work,
				new JobSchedule(later && time != null ? time : Instant.now(), Duration.ofMinutes(limit())));
	}
}
