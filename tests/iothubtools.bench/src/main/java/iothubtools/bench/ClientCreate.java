// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;

/** Our client creating 10,000 devices by bulk calls. */
final class ClientCreate implements Subject {

	private static final int DEVICES = 10_000;

	private final IotHubClient client;

	ClientCreate(Setup setup) throws Exception {
		client = OwnClient.of(setup);
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long made = 0;
		do {
			String prefix = UUID.randomUUID().toString();
			List<BulkItem> items = new ArrayList<>();
			for (int i = 0; i < DEVICES; i++) {
				items.add(BulkItem.create(DeviceIdentity.builder(prefix + '-' + i).build()));
			}
			for (BulkOutcome outcome : client.bulk().run(items).await(Cancellation.none())) {
				if (!(outcome instanceof BulkOutcome.Done)) {
					throw new IllegalStateException("not made: " + outcome);
				}
				made++;
			}
		} while (System.nanoTime() < end);
		return made;
	}

	@Override
	public void close() {
		client.close();
	}
}
