// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.query.JsonRow;
import iothubtools.localhub.internal.query.QueryRow;
import iothubtools.localhub.internal.query.RowCheck;
import iothubtools.localhub.internal.query.RowSource;
import iothubtools.localhub.internal.query.language.Expression;

/**
 * The rows of {@code devices.jobs} (contract §3.3), by job id and device id.
 *
 * @param jobs what they are made of
 */
public record DeviceJobRows(JobStore jobs) implements RowSource {

	@Override
	public Iterator<? extends QueryRow> rows(@Nullable Expression condition, @Nullable String after, RowCheck check) {
		Iterator<DeviceJob> all = jobs.deviceJobs(after);
		return new Iterator<JsonRow>() {

			@Override
			public boolean hasNext() {
				return all.hasNext();
			}

			@Override
			public JsonRow next() {
				DeviceJob job = all.next();
				return new JsonRow(job.key(), DeviceJobJson.row(job));
			}
		};
	}
}
