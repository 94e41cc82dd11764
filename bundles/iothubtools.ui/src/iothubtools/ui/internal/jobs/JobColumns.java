// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;

import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobStatistics;
import iothubtools.core.jobs.JobContent;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.NaturalOrder;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.SortKey;

/** The columns of jobs, and of what came of one on its devices. */
final class JobColumns {

	/** Which of them has the icon. */
	static final int STATE = 2;

	private static final Column<Job> CREATED = time("created", Messages.Column_created, Job::createdTime, true);

	static final Columns<Job> OF_JOBS = Columns.of(Column.of("id", Messages.Column_id, 24, Job::jobId), Column.of("type", Messages.Column_type, 15, job -> JobTexts.type(job.type())),
			Column.of("state", Messages.Column_state, 13, job -> JobTexts.status(job.status())), time("start", Messages.Column_start, Job::startTime, false),
			time("end", Messages.Column_end, Job::endTime, false), count("devices", Messages.Column_devices, JobStatistics::devices, false),
			count("succeeded", Messages.Column_succeeded, JobStatistics::succeeded, false), count("failed", Messages.Column_failed, JobStatistics::failed, false),
			count("running", Messages.Column_running, JobStatistics::running, true), count("pending", Messages.Column_pending, JobStatistics::pending, true), CREATED,
			new Column<>("condition", Messages.Column_condition, 40, SWT.LEFT, JobTexts::condition, Comparator.comparing(JobTexts::condition, NaturalOrder.INSTANCE), true));

	/** The newest first. */
	static final RowOrder<Job> NEWEST = RowOrder.by(SortKey.descending(CREATED));

	static final Columns<DeviceJob> OF_DEVICES = Columns.of(Column.of("device", Messages.Column_device, 20, row -> row.id().toString()),
			Column.of("state", Messages.Column_state, 13, row -> JobTexts.status(row.status())), Column.of("result", Messages.Column_result, 50, JobContent::outcome),
			time("start", Messages.Column_start, DeviceJob::startTime, false), time("end", Messages.Column_end, DeviceJob::endTime, false));

	private JobColumns() {
	}

	private static <T> Column<T> time(String id, String heading, Function<T, @Nullable Instant> time, boolean optional) {
		Comparator<T> order = Comparator.comparing(item -> {
			Instant value = time.apply(item);
			return value == null ? Instant.MAX : value;
		});
		return new Column<>(id, heading, 27, SWT.LEFT, item -> ListTexts.time(time.apply(item)), order, optional);
	}

	/** Empty before the hub has counted. */
	private static Column<Job> count(String id, String heading, ToIntFunction<JobStatistics> count, boolean optional) {
		Comparator<Job> order = Comparator.comparingInt(job -> {
			JobStatistics counts = job.statistics();
			return counts == null ? -1 : count.applyAsInt(counts);
		});
		return new Column<>(id, heading, 11, SWT.RIGHT, job -> {
			JobStatistics counts = job.statistics();
			return counts == null ? "" : ListTexts.number(count.applyAsInt(counts));
		}, order, optional);
	}
}
