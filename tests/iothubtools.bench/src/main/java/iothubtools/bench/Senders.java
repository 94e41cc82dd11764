// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;

/** Makes the devices that send. */
final class Senders {

	private Senders() {
	}

	/** Creates so many on the hub. */
	static List<String> make(Setup hub, int count) throws Exception {
		List<String> connections = new ArrayList<>();
		try (IotHubClient client = OwnClient.of(hub)) {
			for (int i = 1; i <= count; i++) {
				String id = "bench-" + i;
				SharedAccessKey key = SharedAccessKey.generate();
				client.devices().create(DeviceIdentity.builder(id).authentication(new SymmetricKeys(key, key)).build())
						.await(Cancellation.none());
				connections.add("HostName=" + hub.host() + ";DeviceId=" + id + ";SharedAccessKey=" + key.reveal());
			}
		}
		return connections;
	}
}
