// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.List;
import java.util.function.Consumer;

import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.internal.bulk.BulkCall;
import iothubtools.client.internal.calls.HubAccess;

/** Changes many identities and twins in few calls (contract §3.1). Needs RegistryWrite. Safe for use by several threads. */
public final class BulkRegistry {

	private final HubAccess hub;

	BulkRegistry(HubAccess hub) {
		this.hub = hub;
	}

	/**
	 * Does any number of things in the order given, in calls of 100, and gives what became of each, in the same order.
	 * Does not fail when the hub refuses some, nor when a call fails: then the things after it are not sent. Where a try
	 * ended unclear, refusals of the next one are looked into as with {@link DeviceIdentities#create}.
	 *
	 * @param items a throttled hub counts each by itself, 100 a minute on small tiers
	 */
	public HubCall<List<BulkOutcome>> run(List<BulkItem> items) {
		return run(items, some -> {
			// the result has it
		});
	}

	/**
	 * The same for those who follow it: however the call ends, what they were told until then has happened.
	 *
	 * @param listener told what became of the things of each call, in their order, before the next one is sent; on a thread of
	 *                 the client, which it must not block. When it throws, the whole fails with that
	 */
	public HubCall<List<BulkOutcome>> run(List<BulkItem> items, Consumer<List<BulkOutcome>> listener) {
		List<BulkItem> all = List.copyOf(items);
		return HubCall.of(() -> new BulkCall(hub, all, listener).start());
	}
}
