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
import iothubtools.client.twins.TwinContent;

/** Our client creating the devices that {@link CoreImport} reads from a file, from memory. */
final class ClientBulk implements Subject {

	/** How many at a time. */
	static final int DEVICES = 50_000;

	private static final String TAGS = "{\"site\":\"Berlin, 1\",\"floor\":4}";
	private static final String DESIRED = "{\"interval\":30}";

	private final IotHubClient client;

	ClientBulk(Setup setup) throws Exception {
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
				items.add(BulkItem.create(DeviceIdentity.builder(prefix + '-' + i).build(), new TwinContent(TAGS, DESIRED)));
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
