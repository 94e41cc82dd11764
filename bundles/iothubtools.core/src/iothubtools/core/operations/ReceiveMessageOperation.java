// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.Optional;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.DeviceClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.credentials.DeviceVoice;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.DeviceRefusedException;

/**
 * Receives the next cloud-to-device message as {@link DeviceVoice the device would}, under a lock of a minute (contract §3.12); nothing if
 * none waits. Its end is a {@link SettleMessageOperation}, or the lock's.
 */
public record ReceiveMessageOperation(HubConnection connection, String deviceId) implements HubOperation<Optional<ReceivedCloudToDeviceMessage>> {

	@Override
	public String title() {
		return NLS.bind(Messages.ReceiveMessage_title, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.DEVICE;
	}

	@Override
	public Optional<ReceivedCloudToDeviceMessage> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException, DeviceRefusedException {
		return new DeviceVoice(session, deviceId).call(DeviceClient::receive, cancellation);
	}
}
