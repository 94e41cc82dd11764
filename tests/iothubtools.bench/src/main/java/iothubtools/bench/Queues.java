// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import iothubtools.client.IotHubClient;

/** The queues of devices to which messages are sent, one loop each: they hold 50, and each is emptied when it is full. */
final class Queues implements AutoCloseable {

	private static final int FULL = 50;

	private final IotHubClient client;
	private final List<String> devices;
	private final int[] sent;

	Queues(Setup setup) throws Exception {
		client = OwnClient.of(setup);
		devices = setup.devices().stream().map(connection -> Setup.part(connection, "DeviceId")).toList();
		sent = new int[devices.size()];
		for (String device : devices) {
			client.cloudToDevice().purge(device).start().get();
		}
	}

	/** How many there are. */
	int count() {
		return devices.size();
	}

	/** Sends one to a device, after its queue was emptied where it is full. */
	CompletableFuture<?> send(int loop, Function<String, CompletableFuture<?>> sending) {
		String device = devices.get(loop);
		if (sent[loop]++ < FULL) {
			return sending.apply(device);
		}
		sent[loop] = 1;
		return client.cloudToDevice().purge(device).start().thenCompose(purged -> sending.apply(device));
	}

	@Override
	public void close() {
		client.close();
	}
}
