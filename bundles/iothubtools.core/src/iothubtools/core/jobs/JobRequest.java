// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.names.JobIds;

/**
 * A job to be scheduled (contract §3.9).
 *
 * @param jobId     see {@link JobIds}
 * @param condition which devices, as behind WHERE of a query; {@code *} for all
 */
public record JobRequest(String jobId, String condition, JobWork work, JobSchedule schedule) {

	/** The condition for all devices. */
	public static final String EVERY_DEVICE = "*";

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

	/** The condition for these devices and no others. */
	public static String condition(Collection<String> deviceIds) {
		return deviceIds.stream().map(id -> "'" + id.replace("'", "\\'") + "'").collect(Collectors.joining(", ", "deviceId IN [", "]"));
	}
}
