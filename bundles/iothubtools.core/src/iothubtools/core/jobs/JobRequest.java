// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.util.Collection;

import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.names.JobIds;
import iothubtools.client.query.language.QueryCheck;

/**
 * A job to be scheduled (contract §3.9).
 *
 * @param jobId     see {@link JobIds}
 * @param condition which devices, as behind WHERE of a query; {@code *} for all
 */
public record JobRequest(String jobId, String condition, JobWork work, JobSchedule schedule) {

	/** The condition for all devices. */
	public static final String EVERY_DEVICE = "*";
	/** What a condition is behind. */
	public static final String QUERY = "SELECT * FROM devices WHERE ";
	/** Characters of the longest condition, which makes a query of {@value QueryCheck#MAX_LENGTH} (contract §6). */
	public static final int MAX_CONDITION = QueryCheck.MAX_LENGTH - QUERY.length();

	/** The condition for these devices and no others; empty where they are so many that it would be longer than {@link #MAX_CONDITION}. */
	public static String condition(Collection<String> deviceIds) {
		StringBuilder condition = new StringBuilder("deviceId IN [");
		String between = "";
		for (String id : deviceIds) {
			condition.append(between).append('\'').append(id.replace("'", "\\'")).append('\'');
			between = ", ";
			// there may be a million of them
			if (condition.length() >= MAX_CONDITION) {
				return "";
			}
		}
		return condition.append(']').toString();
	}
}
