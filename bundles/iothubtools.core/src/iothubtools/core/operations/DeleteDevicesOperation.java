// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.BulkTask;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.KeptDeletion;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Deletes devices whatever their etag: one by DELETE /devices/{id} with If-Match *, several in bulk calls (contract §3.1). A
 * device that cannot be deleted does not stop the others; what was deleted before a cancel stays deleted and is told. A device
 * that the hub does not know fails, and is told to be gone like those that were deleted.
 *
 * @param kept takes what is needed to make them anew, for a {@link RestoreDevicesOperation}: then each is read before, and deleted under
 *             the etag read only; null keeps nothing
 */
public record DeleteDevicesOperation(HubConnection connection, List<String> deviceIds, @Nullable DeletedDevices kept)
		implements HubOperation<TaskOutcome> {

	public DeleteDevicesOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	/** Deletes them for good. */
	public DeleteDevicesOperation(HubConnection connection, List<String> deviceIds) {
		this(connection, deviceIds, null);
	}

	@Override
	public String title() {
		return DevicesTitle.of(deviceIds, Messages.DeleteDevices_title_one, Messages.DeleteDevices_title_many);
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		DeletedDevices record = kept;
		if (record != null) {
			return new KeptDeletion(deviceIds, record, KeptDeletion.Objection.NONE, ids -> gone(ids, session, events)).run(session, monitor, cancellation);
		}
		if (deviceIds.size() == 1) {
			return new TaskOutcome(List.of(delete(deviceIds.get(0), session, events, cancellation)), false);
		}
		List<BulkItem> items = deviceIds.stream().map(id -> BulkItem.delete(id, null)).toList();
		return new BulkTask(items, outcomes -> told(outcomes, session, events)).run(session, monitor, cancellation);
	}

	private ItemOutcome delete(String id, HubSession session, HubEvents events, Cancellation cancellation) {
		try {
			session.client().devices().delete(id, null).await(cancellation);
			gone(List.of(id), session, events);
			return ItemOutcome.done(id);
		} catch (HubException e) {
			if (e instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND) {
				gone(List.of(id), session, events);
			}
			return ItemOutcome.failed(id, e);
		}
	}

	private void told(List<BulkOutcome> outcomes, HubSession session, HubEvents events) {
		gone(outcomes.stream().filter(DeleteDevicesOperation::isGone).map(outcome -> outcome.item().id().deviceId()).toList(),
				session, events);
	}

	private static boolean isGone(BulkOutcome outcome) {
		return outcome instanceof BulkOutcome.Done
				|| outcome instanceof BulkOutcome.Refused refused && refused.code() == HubErrorCode.DEVICE_NOT_FOUND;
	}

	private void gone(List<String> ids, HubSession session, HubEvents events) {
		GoneDevices.tell(ids, connection, session, events);
	}
}
