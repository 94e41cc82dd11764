// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.credentials.DeviceVoice;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.DeviceRefusedException;

/**
 * Says as the device what became of a cloud-to-device message that was received under a lock (contract §3.12), and gives what it said.
 *
 * @param lockToken names the lock of the message
 * @param end       what became of it
 */
public record SettleMessageOperation(HubConnection connection, String deviceId, String lockToken, End end)
		implements HubOperation<SettleMessageOperation.End> {

	/** What a device does with a message. */
	public enum End {
		/** It has dealt with it. */
		COMPLETE,
		/** It gives it back, to be received again. */
		ABANDON,
		/** It cannot deal with it: nobody receives it any more. */
		REJECT
	}

	@Override
	public String title() {
		return NLS.bind(switch (end) {
		case COMPLETE -> Messages.SettleMessage_complete;
		case ABANDON -> Messages.SettleMessage_abandon;
		case REJECT -> Messages.SettleMessage_reject;
		}, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.DEVICE;
	}

	@Override
	public End run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException, DeviceRefusedException {
		new DeviceVoice(session, deviceId).call(device -> switch (end) {
		case COMPLETE -> device.complete(lockToken);
		case ABANDON -> device.abandon(lockToken);
		case REJECT -> device.reject(lockToken);
		}, cancellation);
		QueueCounts.tell(connection, List.of(deviceId), session, events);
		return end;
	}
}
