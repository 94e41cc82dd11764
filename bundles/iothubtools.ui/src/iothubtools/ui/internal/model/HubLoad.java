// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.Listing;
import iothubtools.core.connections.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.ListDevicesOperation;

/**
 * One run through the devices of a hub. Changes that happen while it runs are made to its result too, because the pages
 * may have been read before them.
 */
final class HubLoad {

	/** Told from the job's thread. */
	interface Listener {

		void arrived(HubLoad load, List<List<DeviceSummary>> pagesSoFar);

		void ended(HubLoad load);
	}

	private final HubConnection connection;
	private final Listener listener;
	private final HubJob<Listing> job;
	private final List<List<DeviceSummary>> pages = new ArrayList<>();
	private final List<UnaryOperator<HubContents>> changesMeanwhile = new ArrayList<>();

	HubLoad(HubOperations operations, HubConnection connection, Listener listener) {
		this.connection = connection;
		this.listener = listener;
		job = operations.job(new ListDevicesOperation(connection, this::arrived)).quiet();
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(@Nullable IJobChangeEvent event) {
				listener.ended(HubLoad.this);
			}
		});
	}

	HubConnection connection() {
		return connection;
	}

	HubJob<Listing> job() {
		return job;
	}

	void start() {
		job.schedule();
	}

	void cancel() {
		job.cancel();
	}

	private void arrived(List<DeviceSummary> page) {
		List<List<DeviceSummary>> soFar;
		synchronized (pages) {
			pages.add(List.copyOf(page));
			soFar = List.copyOf(pages);
		}
		listener.arrived(this, soFar);
	}

	/** The devices of all pages. */
	List<List<DeviceSummary>> pages() {
		synchronized (pages) {
			return List.copyOf(pages);
		}
	}

	synchronized void remember(UnaryOperator<HubContents> change) {
		changesMeanwhile.add(change);
	}

	synchronized HubContents withChanges(HubContents contents) {
		HubContents changed = contents;
		for (UnaryOperator<HubContents> change : changesMeanwhile) {
			changed = change.apply(changed);
		}
		return changed;
	}
}
