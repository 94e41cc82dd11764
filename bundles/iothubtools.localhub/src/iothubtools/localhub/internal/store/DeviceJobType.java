// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.jobs.DeviceJob;
import iothubtools.localhub.internal.jobs.DeviceJobStatus;
import iothubtools.localhub.internal.jobs.DeviceOutcome;
import iothubtools.localhub.internal.jobs.JobType;
import iothubtools.localhub.internal.json.JsonText;

/** How it is written what a job does to a device. */
final class DeviceJobType extends RecordType<DeviceJob> {

	private static final int MEMORY = 400;

	@Override
	int memory(DeviceJob job) {
		return MEMORY;
	}

	@Override
	public DeviceJob[] createStorage(int size) {
		return new DeviceJob[size];
	}

	@Override
	void writeFields(WriteBuffer out, DeviceJob job) {
		Fields.write(out, job.jobId());
		Fields.write(out, job.deviceId());
		Fields.write(out, job.type().name());
		Fields.write(out, job.status().name());
		Fields.write(out, job.created());
		Fields.write(out, job.updated());
		Fields.write(out, job.start());
		Fields.write(out, job.end());
		DeviceOutcome outcome = job.outcome();
		Fields.write(out, outcome != null);
		if (outcome != null) {
			JsonText answer = outcome.answer();
			Fields.write(out, answer == null ? null : answer.text());
			Fields.write(out, outcome.errorCode());
			Fields.write(out, outcome.errorText());
		}
	}

	@Override
	DeviceJob readFields(ByteBuffer in) {
		String jobId = Fields.read(in);
		String deviceId = Fields.read(in);
		JobType type = JobType.valueOf(Fields.read(in));
		DeviceJobStatus status = DeviceJobStatus.valueOf(Fields.read(in));
		Instant created = Fields.readTime(in);
		Instant updated = Fields.readTime(in);
		@Nullable
		Instant start = Fields.readNullableTime(in);
		@Nullable
		Instant end = Fields.readNullableTime(in);
		return new DeviceJob(jobId, deviceId, type, status, created, updated, start, end,
				Fields.readFlag(in) ? outcome(in, status) : null);
	}

	private static DeviceOutcome outcome(ByteBuffer in, DeviceJobStatus status) {
		String answer = Fields.readNullable(in);
		return new DeviceOutcome(status, answer == null ? null : new JsonText(answer), Fields.readNullable(in),
				Fields.readNullable(in));
	}
}
