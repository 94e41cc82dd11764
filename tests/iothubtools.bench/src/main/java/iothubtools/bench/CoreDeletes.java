// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;

/** A core that deletes 2,000 devices of a list that is shown. */
final class CoreDeletes implements Subject {

	private static final int DEVICES = 2_000;
	/** How often that is done: once to become warm, and then so often that a busy moment of the machine is not all of it. */
	private static final int WARM_UP = 1;
	private static final int MEASURED = 5;

	private final CoreUnderTest core;
	private final Deque<List<String>> batches = new ArrayDeque<>();
	private int runs = WARM_UP;

	CoreDeletes(Setup setup) throws Exception {
		try (IotHubClient client = OwnClient.of(setup)) {
			for (int run = 0; run < WARM_UP + MEASURED; run++) {
				List<String> ids = new ArrayList<>();
				for (int i = 0; i < DEVICES; i++) {
					ids.add("deleted-" + run + '-' + i);
				}
				for (BulkOutcome outcome : client.bulk().run(ids.stream()
						.map(id -> BulkItem.create(DeviceIdentity.builder(id).build())).toList()).await(Cancellation.none())) {
					if (!(outcome instanceof BulkOutcome.Done)) {
						throw new IllegalStateException("not made: " + outcome);
					}
				}
				batches.add(ids);
			}
		}
		core = new CoreUnderTest(setup);
		core.load();
	}

	/** All of them once, however long that takes. */
	@Override
	public long run(long nanos) throws Exception {
		int before = core.count();
		int devices = DEVICES * runs;
		for (int run = 0; run < runs; run++) {
			core.delete(batches.remove());
		}
		if (core.count() != before - devices) {
			throw new IllegalStateException(before - core.count() + " devices are gone");
		}
		runs = MEASURED;
		return devices;
	}

	@Override
	public void close() throws Exception {
		core.close();
	}
}
