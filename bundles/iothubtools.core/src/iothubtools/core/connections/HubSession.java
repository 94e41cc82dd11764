// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import iothubtools.client.IotHubClient;

/** What is held open for one connection: its client and the device keys it has learnt. */
public record HubSession(IotHubClient client, DeviceKeyCache deviceKeys) implements AutoCloseable {

	@Override
	public void close() {
		deviceKeys.clear();
		client.close();
	}
}
