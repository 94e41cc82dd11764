// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	private static final Pattern OF_DEVICES = Pattern.compile("\\bFROM\\s+devices\\s*(?:WHERE\\s(.*?))?(?:\\bGROUP\\s+BY\\b.*)?$",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** The condition for the devices that a query finds; empty where it is not about devices. */
	public static String conditionOf(String query) {
		Matcher matcher = OF_DEVICES.matcher(query.strip());
		if (!matcher.find()) {
			return "";
		}
		String condition = matcher.group(1);
		return condition == null ? EVERY_DEVICE : condition.strip();
	}

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
