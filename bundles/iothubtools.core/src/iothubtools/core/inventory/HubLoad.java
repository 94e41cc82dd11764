// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.Listing;
import iothubtools.core.hubs.HubConnection;
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
	private final ListExtras extras;
	private final Listener listener;
	private final HubJob<Listing> job;
	private final List<List<DeviceSummary>> pages = new ArrayList<>();
	private final DeviceChanges meanwhile = new DeviceChanges();

	HubLoad(HubOperations operations, HubConnection connection, ListExtras extras, Listener listener) {
		this.connection = connection;
		this.extras = extras;
		meanwhile.keepEtags(extras.etags());
		this.listener = listener;
		job = operations.job(new ListDevicesOperation(connection, extras, this::arrived)).quiet();
		job.whenDone(done -> listener.ended(this));
	}

	HubConnection connection() {
		return connection;
	}

	/** What it asks for besides. */
	ListExtras extras() {
		return extras;
	}

	HubJob<Listing> job() {
		return job;
	}

	void start() {
		job.schedule();
	}

	/** Also when it is just about to start. */
	void cancel() {
		job.discard();
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

	/** Changes of devices since the load began. */
	DeviceChanges meanwhile() {
		return meanwhile;
	}

	HubContents withChanges(HubContents contents) {
		return meanwhile.isEmpty() ? contents : contents.with(meanwhile);
	}
}
