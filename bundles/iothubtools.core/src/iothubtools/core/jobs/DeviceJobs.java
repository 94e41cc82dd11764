// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.util.List;

import iothubtools.client.jobs.DeviceJob;

/**
 * What came of a job on devices.
 *
 * @param rows     one for each device, in the order in which the hub gave them
 * @param complete whether these are all devices of the job
 */
public record DeviceJobs(List<DeviceJob> rows, boolean complete) {

	/** Copies what it is given. */
	public DeviceJobs {
		rows = List.copyOf(rows);
	}
}
