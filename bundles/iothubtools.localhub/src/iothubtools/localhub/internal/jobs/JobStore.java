// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where jobs are kept, and what each did to each device. Reading is open to every thread, iterators show what there is when
 * they are made; what changes something is called within {@link iothubtools.localhub.internal.kernel.Writer#write} only.
 */
public interface JobStore {

	/** The job of that id, or null. */
	@Nullable ScheduledJob get(String jobId);

	/** The jobs after an id, which need not exist, in the order of their ids; all with null. */
	Iterator<ScheduledJob> jobs(@Nullable String after);

	/** Keeps a job, new or changed. */
	void put(ScheduledJob job);

	/** Forgets a job and what it did. */
	void remove(ScheduledJob job);

	/** What a job does to a device, or null. */
	@Nullable DeviceJob get(String jobId, String deviceId);

	/** What all jobs do to all devices, after a {@link DeviceJob#key}, in the order of these keys; all with null. */
	Iterator<DeviceJob> deviceJobs(@Nullable String after);

	/** What one job does to its devices, in the order of device ids. */
	Iterator<DeviceJob> deviceJobsOf(String jobId);

	/** Keeps what a job does to a device. */
	void put(DeviceJob deviceJob);
}
