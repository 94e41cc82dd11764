// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.DeviceClient;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.messages.DeviceMessage;

/** Our client sending D2C messages over HTTPS, each device one after another. */
final class ClientSends implements Subject {

	private final IotHubClient client;
	private final List<DeviceClient> devices = new ArrayList<>();
	private final DeviceMessage message = DeviceMessage.builder().body(Payload.BYTES).build();

	ClientSends(Setup setup) throws Exception {
		client = OwnClient.of(setup);
		for (String connection : setup.devices()) {
			devices.add(client.device(Setup.part(connection, "DeviceId"),
					SharedAccessKey.parse(Setup.part(connection, "SharedAccessKey"))));
		}
	}

	@Override
	public long run(long nanos) throws Exception {
		return ClosedLoops.run(devices.size(), nanos, device -> devices.get(device).send(message).start());
	}

	@Override
	public void close() {
		client.close();
	}
}
