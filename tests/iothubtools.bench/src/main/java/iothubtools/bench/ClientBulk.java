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

/** Our client creating devices by bulk calls. */
final class ClientBulk implements Subject {

	/** How many {@link CoreImport} reads from a file. */
	static final int IMPORTED = 50_000;
	/** How many have nothing but their ids. */
	static final int PLAIN = 10_000;

	private static final TwinContent TWIN = new TwinContent("{\"site\":\"Berlin, 1\",\"floor\":4}", "{\"interval\":30}");

	private final IotHubClient client;
	private final int devices;
	private final TwinContent twin;

	private ClientBulk(Setup setup, int devices, TwinContent twin) throws Exception {
		this.client = OwnClient.of(setup);
		this.devices = devices;
		this.twin = twin;
	}

	/** Devices with nothing but their ids. */
	static ClientBulk plain(Setup setup) throws Exception {
		return new ClientBulk(setup, PLAIN, null);
	}

	/** Those of {@link CoreImport}, from memory. */
	static ClientBulk withTwins(Setup setup) throws Exception {
		return new ClientBulk(setup, IMPORTED, TWIN);
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long made = 0;
		do {
			String prefix = UUID.randomUUID().toString();
			List<BulkItem> items = new ArrayList<>();
			for (int i = 0; i < devices; i++) {
				DeviceIdentity device = DeviceIdentity.builder(prefix + '-' + i).build();
				items.add(twin == null ? BulkItem.create(device) : BulkItem.create(device, twin));
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
