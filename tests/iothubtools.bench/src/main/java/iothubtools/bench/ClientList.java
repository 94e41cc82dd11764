// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;

/** Our client reading all devices, as the IoT Hub view does. */
final class ClientList implements Subject {

	private final IotHubClient client;
	private long rows;

	ClientList(Setup setup) throws Exception {
		client = OwnClient.of(setup);
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		rows = 0;
		do {
			client.devices().listAll(page -> rows += page.size(), Cancellation.none());
		} while (System.nanoTime() < end);
		return rows;
	}

	@Override
	public void close() {
		client.close();
	}
}
