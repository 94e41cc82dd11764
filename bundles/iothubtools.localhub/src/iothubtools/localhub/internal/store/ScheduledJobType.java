// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.jobs.JobStatistics;
import iothubtools.localhub.internal.jobs.JobStatus;
import iothubtools.localhub.internal.jobs.JobType;
import iothubtools.localhub.internal.jobs.ScheduledJob;
import iothubtools.localhub.internal.json.JsonText;

/** How a scheduled job is written. */
final class ScheduledJobType extends RecordType<ScheduledJob> {

	private static final int MEMORY = 600;

	@Override
	int memory(ScheduledJob job) {
		return MEMORY + 2 * job.work().text().length();
	}

	@Override
	public ScheduledJob[] createStorage(int size) {
		return new ScheduledJob[size];
	}

	@Override
	void writeFields(WriteBuffer out, ScheduledJob job) {
		Fields.write(out, job.jobId());
		Fields.write(out, job.type().name());
		Fields.write(out, job.work().text());
		Fields.write(out, job.queryCondition());
		Fields.write(out, job.created());
		Fields.write(out, job.start());
		Fields.write(out, job.end());
		out.putVarLong(job.limit().getSeconds());
		Fields.write(out, job.status().name());
		Fields.write(out, job.failureReason());
		JobStatistics statistics = job.statistics();
		out.putVarInt(statistics.failed());
		out.putVarInt(statistics.succeeded());
		out.putVarInt(statistics.running());
		out.putVarInt(statistics.pending());
	}

	@Override
	ScheduledJob readFields(ByteBuffer in) {
		String jobId = Fields.read(in);
		JobType type = JobType.valueOf(Fields.read(in));
		JsonText work = new JsonText(Fields.read(in));
		String condition = Fields.readNullable(in);
		Instant created = Fields.readTime(in);
		Instant start = Fields.readTime(in);
		@Nullable
		Instant end = Fields.readNullableTime(in);
		Duration limit = Duration.ofSeconds(DataUtils.readVarLong(in));
		JobStatus status = JobStatus.valueOf(Fields.read(in));
		String failure = Fields.readNullable(in);
		JobStatistics statistics = new JobStatistics(DataUtils.readVarInt(in), DataUtils.readVarInt(in),
				DataUtils.readVarInt(in), DataUtils.readVarInt(in));
		return new ScheduledJob(jobId, type, work, condition, created, start, end, limit, status, failure, statistics);
	}
}
