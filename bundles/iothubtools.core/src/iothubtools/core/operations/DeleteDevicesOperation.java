// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubConnection;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;

/**
 * Deletes devices whatever their etag: DELETE /devices/{id} with If-Match * (contract §3.1). One failure does not stop
 * the others; what was deleted before a cancel stays deleted and is told. A device that the hub does not know fails, and is
 * told to be gone like those that were deleted.
 */
public record DeleteDevicesOperation(HubConnection connection, List<String> deviceIds)
		implements HubOperation<DeleteDevicesOperation.Outcome> {

	/** What became of each device. */
	public record Outcome(List<String> deleted, Map<String, HubException> failed) {
		public Outcome {
			deleted = List.copyOf(deleted);
			// not Map.copyOf, which loses the order
			failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
		}
	}

	public DeleteDevicesOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return deviceIds.size() == 1 ? NLS.bind(Messages.DeleteDevices_title_one, deviceIds.get(0))
				: NLS.bind(Messages.DeleteDevices_title_many, deviceIds.size());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public Outcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) {
		SubMonitor progress = monitor.setWorkRemaining(deviceIds.size());
		List<String> deleted = new ArrayList<>();
		List<String> gone = new ArrayList<>();
		Map<String, HubException> failed = new LinkedHashMap<>();
		try {
			for (String id : deviceIds) {
				cancellation.check();
				progress.subTask(id);
				try {
					session.client().devices().delete(id, null).await(cancellation);
					deleted.add(id);
					gone.add(id);
				} catch (HubException e) {
					failed.put(id, e);
					if (isUnknown(e)) {
						gone.add(id);
					}
				}
				progress.worked(1);
			}
		} finally {
			gone.forEach(session.deviceKeys()::forget);
			if (!gone.isEmpty()) {
				events.fire(new HubEvent.DevicesDeleted(connection, gone));
			}
		}
		return new Outcome(deleted, failed);
	}

	private static boolean isUnknown(HubException failure) {
		return failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND;
	}
}
