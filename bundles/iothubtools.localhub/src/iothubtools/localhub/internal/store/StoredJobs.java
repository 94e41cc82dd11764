// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.jobs.DeviceJob;
import iothubtools.localhub.internal.jobs.JobStore;
import iothubtools.localhub.internal.jobs.ScheduledJob;

/** Jobs in a map of the store, by id, and what they do to devices in another, by job id and device id. */
final class StoredJobs implements JobStore {

	private final MVMap<String, ScheduledJob> jobs;
	private final MVMap<String, DeviceJob> deviceJobs;

	StoredJobs(MVMap<String, ScheduledJob> jobs, MVMap<String, DeviceJob> deviceJobs) {
		this.jobs = jobs;
		this.deviceJobs = deviceJobs;
	}

	@Override
	public @Nullable ScheduledJob get(String jobId) {
		return jobs.get(jobId);
	}

	@Override
	public Iterator<ScheduledJob> jobs(@Nullable String after) {
		return new EntryValues<>(new Entries<>(jobs, Entries.behind(after), null));
	}

	@Override
	public void put(ScheduledJob job) {
		jobs.put(job.jobId(), job);
	}

	@Override
	public void remove(ScheduledJob job) {
		List<DeviceJob> gone = new ArrayList<>();
		deviceJobsOf(job.jobId()).forEachRemaining(gone::add);
		jobs.remove(job.jobId());
		gone.forEach(one -> deviceJobs.remove(one.key()));
	}

	@Override
	public @Nullable DeviceJob get(String jobId, String deviceId) {
		return deviceJobs.get(DeviceJob.key(jobId, deviceId));
	}

	@Override
	public Iterator<DeviceJob> deviceJobs(@Nullable String after) {
		return new EntryValues<>(new Entries<>(deviceJobs, Entries.behind(after), null));
	}

	/** The character after the slash in ASCII bounds the keys of a job. */
	@Override
	public Iterator<DeviceJob> deviceJobsOf(String jobId) {
		return new EntryValues<>(new Entries<>(deviceJobs, jobId + '/', jobId + '0'));
	}

	@Override
	public void put(DeviceJob deviceJob) {
		deviceJobs.put(deviceJob.key(), deviceJob);
	}
}
