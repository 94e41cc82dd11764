// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.time.Instant;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.SendReceipt;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.connections.HubSession;
import iothubtools.core.credentials.DeviceVoice;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.DeviceRefusedException;

/** Sends one device-to-cloud message as {@link DeviceVoice the device would}: POST /devices/{id}/messages/events (contract §3.12). */
public record SendMessageOperation(HubConnection connection, String deviceId, DeviceMessage message)
		implements HubOperation<SendReceipt> {

	@Override
	public String title() {
		return NLS.bind(Messages.SendMessage_title, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.DEVICE;
	}

	@Override
	public SendReceipt run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException, DeviceRefusedException {
		Instant begun = Instant.now();
		SendReceipt receipt = new DeviceVoice(session, deviceId).call(device -> device.send(message), cancellation);
		events.fire(new HubEvent.MessageSent(connection, deviceId, begun));
		return receipt;
	}
}
